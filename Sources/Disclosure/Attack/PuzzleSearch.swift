/// Looks for solutions of a puzzle: narrows each unknown's ends by what the rows leave, tries the
/// number nearest the true one, and divides what is left.
///
/// What it finds is checked against the puzzle, and what it rules out it has ruled out number by
/// number; when the steps run out it says that it does not know.
struct PuzzleSearch {
  /// What a search came to.
  enum Outcome: Equatable {
    /// A solution, one number for each unknown.
    case found([Int])
    /// There is none.
    case none
    /// The steps ran out.
    case undecided
  }

  private let puzzle: Puzzle
  private let rows: [Puzzle.Row]
  private let stepLimit: Int
  private var steps = 0

  /// Prepares a search.
  init(_ puzzle: Puzzle, _ elimination: LinearElimination?, stepLimit: Int) {
    self.puzzle = puzzle
    self.stepLimit = stepLimit
    rows = puzzle.isExact ? puzzle.withImpliedRows(elimination) : []
  }

  /// A solution in which an unknown lies in a range.
  mutating func solution(_ unknown: Int, in range: ClosedRange<Int>) -> Outcome {
    guard puzzle.isExact else { return .undecided }
    steps = 0
    var low = puzzle.possible.map { $0.first?.lowerBound ?? 1 }
    var high = puzzle.possible.map { $0.last?.upperBound ?? 0 }
    low[unknown] = max(low[unknown], range.lowerBound)
    high[unknown] = min(high[unknown], range.upperBound)
    return search(low, high)
  }

  /// The ends of an unknown that the rows leave without any trial: it is nowhere outside them.
  func ends(of unknown: Int) -> ClosedRange<Int>? {
    guard puzzle.isExact else { return nil }
    var low = puzzle.possible.map { $0.first?.lowerBound ?? 1 }
    var high = puzzle.possible.map { $0.last?.upperBound ?? 0 }
    guard narrow(&low, &high) else { return nil }
    return low[unknown]...high[unknown]
  }

  private mutating func search(_ low: [Int], _ high: [Int]) -> Outcome {
    guard steps < stepLimit else { return .undecided }
    steps += 1
    var (low, high) = (low, high)
    guard narrow(&low, &high) else { return .none }
    var chosen: Int?
    for unknown in low.indices where low[unknown] < high[unknown] {
      if chosen.map({ high[unknown] - low[unknown] < high[$0] - low[$0] }) ?? true {
        chosen = unknown
      }
    }
    guard let chosen else { return puzzle.isSolved(by: low) ? .found(low) : .none }
    var isDecided = true
    for piece in Self.pieces(low[chosen], high[chosen], near: puzzle.truth[chosen]) {
      var (below, above) = (low, high)
      below[chosen] = piece.lowerBound
      above[chosen] = piece.upperBound
      switch search(below, above) {
      case .found(let numbers): return .found(numbers)
      case .none: break
      case .undecided: isDecided = false
      }
      if steps >= stepLimit { return .undecided }
    }
    return isDecided ? .none : .undecided
  }

  /// A few numbers one by one, the nearest to the true one first; of many that one, then the halves
  /// of what lies on either side, so that no search goes deep.
  private static func pieces(_ low: Int, _ high: Int, near truth: Int) -> [ClosedRange<Int>] {
    if high - low < 16 {
      return (low...high).sorted { abs($0 - truth) < abs($1 - truth) }.map { $0...$0 }
    }
    let near = min(max(truth, low), high)
    var pieces = [near...near]
    if near > low {
      let middle = low + (near - 1 - low) / 2
      if middle < near - 1 { pieces.append((middle + 1)...(near - 1)) }
      pieces.append(low...middle)
    }
    if near < high {
      let middle = near + 1 + (high - near - 1) / 2
      pieces.append((near + 1)...middle)
      if middle < high { pieces.append((middle + 1)...high) }
    }
    return pieces
  }

  // MARK: - Narrowing

  /// Brings the ends of every unknown in as far as each row by itself leaves; false when nothing fits.
  private func narrow(_ low: inout [Int], _ high: inout [Int]) -> Bool {
    for unknown in low.indices {
      guard keepPossible(unknown, &low, &high) else { return false }
    }
    // Ends that creep by one a round are left to the trials.
    for _ in 0..<60 {
      var isChanged = false
      for row in rows {
        guard narrow(row, &low, &high, &isChanged) else { return false }
      }
      if !isChanged { break }
    }
    return true
  }

  private func narrow(
    _ row: Puzzle.Row, _ low: inout [Int], _ high: inout [Int], _ isChanged: inout Bool
  ) -> Bool {
    var (least, most) = (0, 0)
    for place in row.unknowns.indices {
      let (unknown, factor) = (row.unknowns[place], row.coefficients[place])
      least += factor > 0 ? factor * low[unknown] : factor * high[unknown]
      most += factor > 0 ? factor * high[unknown] : factor * low[unknown]
    }
    if least > row.upper || most < row.lower { return false }
    if least >= row.lower && most <= row.upper { return true }
    for place in row.unknowns.indices {
      let (unknown, factor) = (row.unknowns[place], row.coefficients[place])
      let (oldLow, oldHigh) = (low[unknown], high[unknown])
      if oldLow == oldHigh { continue }
      let size = abs(factor)
      // What the row leaves to this term above its least, and below its most.
      let up = floorQuotient(row.upper - least, size)
      let down = floorQuotient(most - row.lower, size)
      let (newLow, newHigh): (Int, Int)
      if factor > 0 {
        newHigh = up < oldHigh - oldLow ? oldLow + up : oldHigh
        newLow = down < oldHigh - oldLow ? oldHigh - down : oldLow
      } else {
        newLow = up < oldHigh - oldLow ? oldHigh - up : oldLow
        newHigh = down < oldHigh - oldLow ? oldLow + down : oldHigh
      }
      guard newLow != oldLow || newHigh != oldHigh else { continue }
      (low[unknown], high[unknown]) = (newLow, newHigh)
      guard keepPossible(unknown, &low, &high) else { return false }
      isChanged = true
      least += factor > 0 ? factor * (low[unknown] - oldLow) : factor * (high[unknown] - oldHigh)
      most += factor > 0 ? factor * (high[unknown] - oldHigh) : factor * (low[unknown] - oldLow)
    }
    return true
  }

  /// Moves the ends of an unknown into the ranges that it can lie in.
  private func keepPossible(_ unknown: Int, _ low: inout [Int], _ high: inout [Int]) -> Bool {
    guard low[unknown] <= high[unknown] else { return false }
    let ranges = puzzle.possible[unknown]
    guard let first = ranges.first(where: { $0.upperBound >= low[unknown] }),
      let last = ranges.last(where: { $0.lowerBound <= high[unknown] })
    else { return false }
    low[unknown] = max(low[unknown], first.lowerBound)
    high[unknown] = min(high[unknown], last.upperBound)
    return low[unknown] <= high[unknown]
  }
}

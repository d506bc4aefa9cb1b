/// An attacker who has everything published, now and before, and knows the rule.
struct Attacker {
  private let policy: DisclosurePolicy

  /// For a protected number, a world that fits all that is published and in which it is another.
  private var worlds: [Int: [Int: Int]] = [:]

  /// How many steps he may take to decide one question.
  var stepLimit: Int { policy.stepLimit }

  /// Makes an attacker.
  init(_ policy: DisclosurePolicy) { self.policy = policy }

  /// Whether he can tell a number: nothing but the true one fits, or the search cannot say.
  mutating func opens(_ variable: Int, _ marks: Marks) -> Bool {
    guard let puzzle = Puzzle(marks, around: variable) else { return true }
    if let world = worlds[variable] {
      let numbers = zip(puzzle.variables, puzzle.truth).map { world[$0] ?? $1 }
      if numbers[0] != puzzle.truth[0], puzzle.isSolved(by: numbers) { return false }
      worlds[variable] = nil
    }
    let elimination = LinearElimination(puzzle.equations.rows)
    if elimination?.multipliers(settling: 0) != nil { return true }
    var search = PuzzleSearch(puzzle, elimination, stepLimit: policy.stepLimit)
    let truth = puzzle.truth[0]
    for range in [truth + 1...puzzle.limit, -puzzle.limit...truth - 1] {
      guard case .found(let numbers) = search.solution(0, in: range) else { continue }
      remember(numbers, of: puzzle)
      return false
    }
    return true
  }

  /// Keeps a world for every number that is another in it.
  private mutating func remember(_ numbers: [Int], of puzzle: Puzzle) {
    var world: [Int: Int] = [:]
    for (unknown, number) in numbers.enumerated() where number != puzzle.truth[unknown] {
      world[puzzle.variables[unknown]] = number
    }
    worlds[puzzle.variables[0]] = world
    for variable in world.keys where worlds[variable] == nil { worlds[variable] = world }
  }

  /// The smallest and the largest number that fit everything.
  func range(of variable: Int, _ marks: Marks) -> PossibleNumbers {
    guard let puzzle = Puzzle(marks, around: variable) else {
      let value = marks.ledger.variables[variable].value
      return PossibleNumbers(lowest: value, highest: value)
    }
    let elimination = LinearElimination(puzzle.equations.rows)
    let search = PuzzleSearch(puzzle, elimination, stepLimit: policy.stepLimit)
    let truth = puzzle.truth[0]
    guard let ends = search.ends(of: 0), ends.contains(truth) else {
      return PossibleNumbers(lowest: truth, highest: truth, isExact: false)
    }
    let low = Self.end(search, from: truth, to: ends.lowerBound, puzzle)
    let high = Self.end(search, from: truth, to: ends.upperBound, puzzle)
    return PossibleNumbers(
      lowest: low.number, highest: high.number, isExact: low.isExact && high.isExact)
  }

  /// Bisects towards an end: whether any solution lies beyond a number is settled once for all
  /// numbers beyond it.
  private static func end(
    _ search: PuzzleSearch, from truth: Int, to end: Int, _ puzzle: Puzzle
  ) -> (number: Int?, isExact: Bool) {
    var search = search
    var (best, bound) = (truth, end)
    var isFree = false
    let down = end < truth
    while best != bound {
      // The half beyond the middle, and at the last the end itself.
      let middle = down ? bound + (best - 1 - bound) / 2 : bound - (bound - best - 1) / 2
      let range = down ? bound...middle : middle...bound
      switch search.solution(0, in: range) {
      case .found(let numbers):
        best = numbers[0]
        isFree = numbers.contains { abs($0) >= puzzle.limit }
      case .none: bound = down ? middle + 1 : middle - 1
      case .undecided: return (best, false)
      }
    }
    return (isFree ? nil : best, true)
  }
}

/// Elimination over whole numbers: which unknowns equations alone settle, and by which sum of them.
struct LinearElimination {
  /// The reduced equations: a row's coefficients, and the multipliers that make it of the given ones.
  private(set) var rows: [(coefficients: [Int], multipliers: [Int])] = []

  /// Reduces equations, each given by its coefficients of all unknowns.
  ///
  /// - Returns: nil when a number grows too great to be exact, or there are too many.
  init?(_ equations: [[Int]]) {
    guard let width = equations.first?.count, width > 0, width <= 400, equations.count <= 400 else {
      return nil
    }
    let count = equations.count
    var matrix = equations.enumerated().map { place, row in
      var row = row + Array(repeating: 0, count: count)
      row[width + place] = 1
      return row
    }
    var done = 0
    for column in 0..<width where done < count {
      guard let pivot = (done..<count).first(where: { matrix[$0][column] != 0 }) else { continue }
      matrix.swapAt(done, pivot)
      for other in 0..<count where other != done && matrix[other][column] != 0 {
        guard let row = Self.cleared(matrix[other], by: matrix[done], at: column) else { return nil }
        matrix[other] = row
      }
      done += 1
    }
    rows = matrix.prefix(done).map { (Array($0[..<width]), Array($0[width...])) }
  }

  /// The multipliers of the equations whose sum names this unknown alone; nil when none does.
  func multipliers(settling unknown: Int) -> [Int]? {
    rows.first { row in
      row.coefficients[unknown] != 0
        && row.coefficients.indices.allSatisfy { $0 == unknown || row.coefficients[$0] == 0 }
    }?.multipliers
  }

  /// A row without its entry in a column, in lowest terms.
  private static func cleared(_ row: [Int], by pivot: [Int], at column: Int) -> [Int]? {
    let (own, other) = (pivot[column], row[column])
    let divisor = greatestCommonDivisor(own, other)
    let (scale, take) = (own / divisor, other / divisor)
    var result = row
    var common = 0
    for place in row.indices where row[place] != 0 || pivot[place] != 0 {
      let (left, far) = row[place].multipliedReportingOverflow(by: scale)
      let (right, farther) = pivot[place].multipliedReportingOverflow(by: take)
      let (value, farthest) = left.subtractingReportingOverflow(right)
      guard !far, !farther, !farthest, value.magnitude < 1 << 40 else { return nil }
      result[place] = value
      if common != 1 { common = greatestCommonDivisor(common, value) }
    }
    if common > 1 { for place in result.indices { result[place] /= common } }
    return result
  }

  /// The greatest number that divides both; 0 for nought and nought.
  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    var (left, right) = (Int(one.magnitude), Int(other.magnitude))
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

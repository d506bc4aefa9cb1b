/// What an attacker has to solve: a group of hidden numbers that published ones tie together, apart
/// from all others. Every solution is a world that fits everything he knows.
struct Puzzle {
  /// `lower ≤ Σ coefficient × unknown ≤ upper`.
  struct Row {
    var unknowns: [Int]
    var coefficients: [Int]
    var lower: Int
    var upper: Int
  }

  /// The variables of the ledger that are unknown here.
  let variables: [Int]

  /// The true numbers: one solution.
  let truth: [Int]

  /// What each unknown can be by itself, in rising ranges, cut at the limit.
  let possible: [[ClosedRange<Int>]]

  /// What is published of them.
  let rows: [Row]

  /// The statements of the ledger that the rows stand for.
  let statements: [Int]

  /// Beyond every number that the published ones could force: an unknown that reaches it has no
  /// greatest value.
  let limit: Int

  /// Whether its numbers are small enough to be added up exactly.
  let isExact: Bool

  /// The puzzle that holds a hidden number; nil when the number is not hidden.
  init?(_ marks: Marks, around start: Int) {
    guard marks[start] != nil else { return nil }
    let ledger = marks.ledger
    var place: [Int: Int] = [start: 0]
    var variables = [start]
    var seen = Set<Int>()
    var statements: [Int] = []
    var next = 0
    while next < variables.count {
      for number in ledger.touching[variables[next]] where seen.insert(number).inserted {
        let statement = ledger.statements[number]
        guard marks.isPublished(statement) else { continue }
        statements.append(number)
        for term in statement.terms where marks[term.variable] != nil {
          if place[term.variable] == nil {
            place[term.variable] = variables.count
            variables.append(term.variable)
          }
        }
      }
      next += 1
    }
    let far = Int.max / 4
    rows = statements.map { number in
      let statement = ledger.statements[number]
      var row = Row(
        unknowns: [], coefficients: [], lower: statement.lower, upper: statement.upper)
      for term in statement.terms {
        if let unknown = place[term.variable] {
          row.unknowns.append(unknown)
          row.coefficients.append(term.coefficient)
        } else {
          // A far end is none; what is known is taken off only a real one.
          let known = term.coefficient * ledger.variables[term.variable].value
          if row.lower > -far { row.lower -= known }
          if row.upper < far { row.upper -= known }
        }
      }
      return row
    }
    self.variables = variables
    self.statements = statements
    truth = variables.map { ledger.variables[$0].value }
    let domains = variables.map(marks.possible)
    limit = Self.limit(rows, domains, truth)
    let bound = limit
    possible = domains.map { ranges in
      ranges.compactMap { range in
        let (low, high) = (max(range.lowerBound, -bound), min(range.upperBound, bound))
        return low <= high ? low...high : nil
      }
    }
    isExact = rows.allSatisfy { row in
      var sum = 0
      for coefficient in row.coefficients {
        let (product, overflow) = abs(coefficient).multipliedReportingOverflow(by: bound)
        guard !overflow, product < far - sum else { return false }
        sum += product
      }
      return true
    }
  }

  /// More than all that is known added up, so that no corner of what fits lies beyond it.
  private static func limit(
    _ rows: [Row], _ possible: [[ClosedRange<Int>]], _ truth: [Int]
  ) -> Int {
    var limit = 64
    let most = 1 << 33
    for row in rows {
      let size = row.coefficients.map { abs($0) }.min() ?? 1
      for end in [row.lower, row.upper] where end.magnitude < UInt(Int.max / 4) {
        limit = min(most, limit + Int(end.magnitude) / max(1, size))
      }
    }
    for (unknown, ranges) in possible.enumerated() {
      let ends = ranges.flatMap { [$0.lowerBound, $0.upperBound] }.map { abs($0) }
      let finite = ends.filter { $0 < Ledger.unlimited }.max() ?? 0
      limit = min(most, limit + finite)
      limit = max(limit, 2 * abs(truth[unknown]) + 64)
    }
    return limit
  }

  /// The equations as rows of coefficients of all unknowns, with the statements that they stand for.
  var equations: (rows: [[Int]], statements: [Int]) {
    var result: ([[Int]], [Int]) = ([], [])
    for (place, row) in rows.enumerated() where row.lower == row.upper {
      var full = Array(repeating: 0, count: variables.count)
      for (unknown, coefficient) in zip(row.unknowns, row.coefficients) {
        full[unknown] = coefficient
      }
      result.0.append(full)
      result.1.append(statements[place])
    }
    return result
  }

  /// The puzzle with what its equations say together beside what each says by itself: a sum of rows
  /// less a sum of columns ties numbers that no line holds alone.
  func withImpliedRows(_ elimination: LinearElimination?) -> [Row] {
    guard let elimination else { return rows }
    let given = rows.filter { $0.lower == $0.upper }
    return rows
      + elimination.rows.compactMap { reduced in
        var sum = 0
        for (multiplier, row) in zip(reduced.multipliers, given) where multiplier != 0 {
          let (product, overflow) = multiplier.multipliedReportingOverflow(by: row.lower)
          let (next, far) = sum.addingReportingOverflow(product)
          guard !overflow, !far, next.magnitude < 1 << 60 else { return nil }
          sum = next
        }
        var row = Row(unknowns: [], coefficients: [], lower: sum, upper: sum)
        var size = 0
        for (unknown, coefficient) in reduced.coefficients.enumerated() where coefficient != 0 {
          let (product, overflow) = abs(coefficient).multipliedReportingOverflow(by: limit)
          guard !overflow, product < (1 << 60) - size else { return nil }
          size += product
          row.unknowns.append(unknown)
          row.coefficients.append(coefficient)
        }
        return row
      }
  }

  /// Whether numbers solve the puzzle: the proof of a world is checked apart from the search.
  func isSolved(by numbers: [Int]) -> Bool {
    guard numbers.count == variables.count else { return false }
    for (unknown, number) in numbers.enumerated() {
      guard possible[unknown].contains(where: { $0.contains(number) }) else { return false }
    }
    return rows.allSatisfy { row in
      var sum = 0
      for (unknown, coefficient) in zip(row.unknowns, row.coefficients) {
        sum += coefficient * numbers[unknown]
      }
      return row.lower <= sum && sum <= row.upper
    }
  }
}

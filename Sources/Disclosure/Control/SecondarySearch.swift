/// Looks for the figures to hide so that a small one cannot be worked out: as few as will do, then
/// the smallest sum.
struct SecondarySearch {
  private let policy: DisclosurePolicy
  private let target: Int
  private let allowsTotals: Bool
  private var siblings: Set<Int> = []
  private var attacker: Attacker
  private var tries = 0
  private var visited = Set<[Int]>()
  private var best: (cost: Int, set: [Int])?

  /// Prepares a search.
  init(protecting target: Int, totals: Bool, _ attacker: Attacker, _ policy: DisclosurePolicy) {
    self.target = target
    allowsTotals = totals
    self.attacker = attacker
    self.policy = policy
  }

  /// The best set of up to `mostExtra` numbers; nil when there is none, or it was not found in time.
  mutating func run(_ marks: Marks) -> [Int]? {
    siblings = Self.siblings(of: target, marks)
    for size in 1...policy.mostExtra {
      best = nil
      visited = []
      extend(marks, [], 0, size)
      if let best { return best.set }
      if tries >= policy.searchLimit { return nil }
    }
    return nil
  }

  private mutating func extend(_ marks: Marks, _ chosen: [Int], _ cost: Int, _ size: Int) {
    for candidate in candidates(marks) {
      guard tries < policy.searchLimit else { return }
      let total = cost + self.cost(candidate, marks)
      // In rising order: from here on nothing is better than the best so far.
      if let best, total >= best.cost { return }
      let set = (chosen + [candidate]).sorted()
      guard visited.insert(set).inserted else { continue }
      var marks = marks
      marks.hide(candidate)
      if set.count < size {
        extend(marks, set, total, size)
      } else {
        tries += 1
        if !attacker.opens(target, marks) {
          best = (total, set)
          return
        }
      }
    }
  }

  /// The totals that stand in a line with a small total: among its like, such a total is an ordinary
  /// number of the line, as a row of few children is among the rows.
  private static func siblings(of target: Int, _ marks: Marks) -> Set<Int> {
    guard let puzzle = Puzzle(marks, around: target) else { return [] }
    var result = Set<Int>()
    for variable in puzzle.variables
    where marks.isSensitive(variable) && marks.ledger.variables[variable].isTotal {
      for place in marks.ledger.touching[variable] {
        let parts = marks.ledger.statements[place].parts
        if parts.contains(variable) { result.formUnion(parts) }
      }
    }
    return result
  }

  /// The number, and far more for a total: never a total where anything else works.
  private func cost(_ variable: Int, _ marks: Marks) -> Int {
    let number = marks.ledger.variables[variable]
    return abs(number.value) + (number.isTotal || number.isSigned ? 1 << 34 : 0)
  }

  /// The numbers of which one at least must be hidden, cheapest first. Where equations alone settle
  /// the target, it is one that stays in their sum; else any in a statement that holds an unknown
  /// tied to it.
  private func candidates(_ marks: Marks) -> [Int] {
    guard let puzzle = Puzzle(marks, around: target) else { return [] }
    let ledger = marks.ledger
    let equations = puzzle.equations
    var found = Set<Int>()
    if let multipliers = LinearElimination(equations.rows)?.multipliers(settling: 0) {
      var sums: [Int: Int] = [:]
      for (multiplier, statement) in zip(multipliers, equations.statements) where multiplier != 0 {
        for term in ledger.statements[statement].terms {
          sums[term.variable, default: 0] += multiplier * term.coefficient
        }
      }
      found = Set(sums.filter { $0.value != 0 }.keys)
    } else {
      for statement in puzzle.statements {
        for term in ledger.statements[statement].terms { found.insert(term.variable) }
      }
    }
    return found.filter { marks.mayHide($0, totals: allowsTotals || siblings.contains($0)) }
      .sorted { (cost($0, marks), $0) < (cost($1, marks), $1) }
  }
}

/// One attempt to protect a release by hiding figures: what has to be hidden besides the small ones.
struct Protection {
  /// How far an attempt may go.
  enum Means: Int {
    /// Only numbers that are no totals.
    case parts
    /// Totals too.
    case totals
    /// Everything that leads to a small number.
    case everything
  }

  private(set) var marks: Marks
  /// For each number hidden for another's sake, the one it protects.
  private(set) var protects: [Int: Int] = [:]
  /// Numbers held back because no small set would do.
  private(set) var withheld = Set<Int>()
  /// The first number that could not be protected with these means.
  private(set) var stuck: Int?

  private let means: Means
  private let ignored: Set<Int>
  private var attacker: Attacker
  private let policy: DisclosurePolicy

  /// Protects as many of a release's sensitive numbers as can be, but for those ignored, up to the
  /// first that cannot.
  init(_ ledger: Ledger, _ policy: DisclosurePolicy, _ means: Means, ignoring ignored: Set<Int>) {
    marks = Marks(ledger, policy)
    self.policy = policy
    self.means = means
    self.ignored = ignored
    attacker = Attacker(policy)
    // Each round hides at least one more number, so that the rounds end.
    while stuck == nil, let open = firstOpen(marks) { protect(open) }
    if stuck == nil { showNeedless() }
  }

  /// Whether a number is safe when everything is hidden that may be.
  static func canProtect(_ variable: Int, _ marks: Marks) -> Bool {
    var marks = marks
    for other in marks.ledger.variables.indices where marks.mayHide(other, totals: true) {
      marks.hide(other)
    }
    var attacker = Attacker(marks.policy)
    return !attacker.opens(variable, marks)
  }

  private mutating func firstOpen(_ marks: Marks) -> Int? {
    for variable in marks.ledger.variables.indices
    where marks.isSensitive(variable) && !ignored.contains(variable) {
      if attacker.opens(variable, marks) { return variable }
    }
    return nil
  }

  private mutating func protect(_ open: Int) {
    guard Self.canProtect(open, marks) else {
      stuck = open
      return
    }
    var search = SecondarySearch(
      protecting: open, totals: means != .parts, attacker, policy)
    if let set = search.run(marks) {
      for variable in set { hide(variable, for: open) }
    } else if means == .everything {
      let around = around(open)
      for variable in around {
        hide(variable, for: open)
        withheld.insert(variable)
      }
      if around.isEmpty { stuck = open }
    } else {
      stuck = open
    }
  }

  /// What may be hidden in the statements that hold a number or one tied to it.
  private func around(_ variable: Int) -> [Int] {
    guard let puzzle = Puzzle(marks, around: variable) else { return [] }
    let terms = puzzle.statements.flatMap { marks.ledger.statements[$0].terms.map(\.variable) }
    return Set(terms).filter { marks.mayHide($0, totals: true) }.sorted()
  }

  private mutating func hide(_ variable: Int, for open: Int) {
    marks.hide(variable)
    protects[variable] = open
  }

  /// Shows again what later choices made needless, the greatest first.
  private mutating func showNeedless() {
    let order = protects.keys.sorted {
      let (one, other) = (marks.ledger.variables[$0], marks.ledger.variables[$1])
      if one.isTotal != other.isTotal { return one.isTotal }
      return one.value != other.value ? one.value > other.value : $0 < $1
    }
    guard order.count > 1 else { return }
    for variable in order {
      var fewer = marks
      fewer.show(variable)
      guard firstOpen(fewer) == nil else { continue }
      marks = fewer
      protects[variable] = nil
      withheld.remove(variable)
    }
  }
}

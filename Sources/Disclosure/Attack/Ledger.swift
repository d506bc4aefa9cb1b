/// A release in the form that is searched: figures known to be the same are one variable, and all
/// that is published of them is a linear statement.
struct Ledger {
  /// One whole number, under all its ids.
  struct Variable {
    var value: Int
    var isTotal = false
    var isSigned = false
    var isOpen = false
    var isPlanned = false
    var wasShown = false
    var isMerged = false
    var hiddenBefore: (reason: Hidden.Reason, threshold: Int)?
    var follows: Int?
  }

  /// `lower ≤ Σ coefficient × variable ≤ upper`.
  struct Statement {
    var terms: [(variable: Int, coefficient: Int)]
    var lower = 0
    var upper = 0
    /// The parts of a total, where it is one.
    var parts: [Int] = []
    /// The statement is not published once one of these is hidden.
    var unless: [Int] = []
  }

  private(set) var variables: [Variable] = []
  private(set) var statements: [Statement] = []
  /// The statements that name a variable.
  private(set) var touching: [[Int]] = []
  /// The variable of each whole number.
  private(set) var index: [FigureID: Int] = [:]

  /// Greater than every number of a release; an end without limit.
  static let unlimited = 1 << 40
  private static let greatest = 1_000_000_000

  /// Reads a release.
  ///
  /// - Parameter merged: figures of rows that were put together, which are no longer published.
  /// - Throws: `DisclosureError` when the release contradicts itself.
  init(_ release: Release, merged: Set<FigureID> = []) throws {
    var ids = Set<FigureID>()
    for id in release.figures.map(\.id) + release.derived.map(\.id) {
      guard ids.insert(id).inserted else { throw DisclosureError.repeated(id) }
    }
    for figure in release.figures {
      let maySink = figure.kind == .difference || figure.kind == .open
      guard figure.value.magnitude <= Self.greatest, maySink || figure.value >= 0 else {
        throw DisclosureError.outOfRange(figure.id, figure.value)
      }
    }
    try checkReferences(release)
    try checkSums(release)
    join(release, merged)
    addRelations(release)
    for derived in release.derived { try add(derived) }
    touching = Array(repeating: [], count: variables.count)
    for (place, statement) in statements.enumerated() {
      for term in statement.terms { touching[term.variable].append(place) }
    }
  }

  /// The variables that a derived figure rests on.
  func inputs(of derived: DerivedFigure) -> [Int] {
    derived.formula.inputs.compactMap { index[$0] }
  }

  // MARK: - Checks

  private func checkReferences(_ release: Release) throws {
    let known = Set(release.figures.map(\.id))
    func check(_ id: FigureID, _ place: String) throws {
      guard known.contains(id) else { throw DisclosureError.unknown(id, in: place) }
    }
    for relation in release.relations {
      for id in relation.terms.map(\.figure) + relation.parts { try check(id, relation.name) }
    }
    for derived in release.derived {
      for id in derived.formula.inputs { try check(id, derived.name) }
    }
    for figure in release.figures {
      if let follows = figure.follows { try check(follows, figure.name) }
    }
    for table in release.tables {
      guard Set(table.rows.map(\.figures.count)).count <= 1 else {
        throw DisclosureError.raggedTable(table.name)
      }
      for id in table.rows.flatMap(\.figures) { try check(id, table.name) }
    }
  }

  private func checkSums(_ release: Release) throws {
    let values = Dictionary(release.figures.map { ($0.id, $0.value) }) { first, _ in first }
    for relation in release.relations {
      guard (1...10_000).contains(relation.terms.count),
        relation.terms.allSatisfy({ $0.coefficient != 0 && $0.coefficient.magnitude <= 1_000 })
      else { throw DisclosureError.badTerms(relation: relation.name) }
      let sum = relation.terms.reduce(0) { $0 + $1.coefficient * (values[$1.figure] ?? 0) }
      guard sum == 0 else {
        throw DisclosureError.doesNotHold(relation: relation.name, remainder: sum)
      }
    }
  }

  // MARK: - Reading

  /// Gives every figure its variable: figures that a relation sets equal share one.
  private mutating func join(_ release: Release, _ merged: Set<FigureID>) {
    let place = Dictionary(uniqueKeysWithValues: release.figures.enumerated().map { ($1.id, $0) })
    var parent = Array(release.figures.indices)
    func root(_ start: Int) -> Int {
      var node = start
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for relation in release.relations {
      guard let (one, other) = relation.equals, let left = place[one], let right = place[other]
      else { continue }
      let (first, second) = (root(left), root(right))
      parent[max(first, second)] = min(first, second)
    }
    var variable: [Int: Int] = [:]
    for (position, figure) in release.figures.enumerated() {
      let top = root(position)
      let number = variable[top] ?? variables.count
      if variable[top] == nil {
        variable[top] = number
        variables.append(Variable(value: figure.value))
      }
      index[figure.id] = number
      variables[number].note(figure)
      if merged.contains(figure.id) { variables[number].isMerged = true }
    }
    for figure in release.figures {
      guard let number = index[figure.id], let follows = figure.follows else { continue }
      variables[number].follows = index[follows]
    }
    for number in variables.indices where variables[number].isMerged {
      variables[number].isPlanned = false
    }
  }

  private mutating func addRelations(_ release: Release) {
    for relation in release.relations where relation.equals == nil {
      let terms = relation.terms.compactMap { term in
        index[term.figure].map { (variable: $0, coefficient: term.coefficient) }
      }
      let parts = relation.parts.compactMap { index[$0] }
      statements.append(Statement(terms: Self.gathered(terms), parts: parts))
    }
  }

  /// One term a variable.
  private static func gathered(_ terms: [(variable: Int, coefficient: Int)])
    -> [(variable: Int, coefficient: Int)]
  {
    var sums: [Int: Int] = [:]
    for term in terms { sums[term.variable, default: 0] += term.coefficient }
    return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (variable: $0.key, coefficient: $0.value) }
  }

  /// Adds what the value of a derived figure says of its inputs.
  private mutating func add(_ derived: DerivedFigure) throws {
    let inputs = inputs(of: derived)
    let unless: [Int]
    switch derived.publication {
    case .planned: unless = inputs
    case .shownBefore: unless = []
    case .hiddenBefore, .unpublished: return
    }
    if case .other = derived.formula { return }
    guard let printed = derived.formula.printed({ index[$0].map { variables[$0].value } }) else {
      throw DisclosureError.notDefined(derived.id)
    }
    let value = printed.mantissa
    switch derived.formula {
    case .other: return
    case .difference:
      let terms = Self.gathered([(inputs[0], 1), (inputs[1], -1)])
      statements.append(Statement(terms: terms, lower: value, upper: value, unless: unless))
    case .rounded(_, let multiple):
      statements.append(
        Statement(
          terms: [(inputs[0], 2)], lower: 2 * value - multiple, upper: 2 * value + multiple - 1,
          unless: unless))
    case .ratio(_, _, let times, let decimals):
      let scale = (0..<decimals).reduce(2 * times) { product, _ in product * 10 }
      statements += Self.ratio(value, scale, inputs, unless)
    }
  }

  /// `m − ½ ≤ k × part / whole < m + ½` for a printed value m above nought, and its mirror below;
  /// the scale is 2k.
  private static func ratio(_ printed: Int, _ scale: Int, _ inputs: [Int], _ unless: [Int])
    -> [Statement]
  {
    let atLeast = gathered([(inputs[0], scale), (inputs[1], -(2 * printed - 1))])
    let below = gathered([(inputs[0], scale), (inputs[1], -(2 * printed + 1))])
    let far = Int.max / 4
    return [
      Statement(terms: atLeast, lower: printed > 0 ? 0 : 1, upper: far, unless: unless),
      Statement(terms: below, lower: -far, upper: printed < 0 ? 0 : -1, unless: unless),
    ]
  }
}

extension Ledger.Variable {
  /// Takes in one of the figures that a variable stands for.
  mutating func note(_ figure: Figure) {
    switch figure.kind {
    case .count: break
    case .total: isTotal = true
    case .difference: isSigned = true
    case .open: isOpen = true
    }
    switch figure.publication {
    case .planned: isPlanned = true
    case .shownBefore: wasShown = true
    case .hiddenBefore(let reason, let threshold):
      hiddenBefore = (reason, min(max(threshold, 0), 1_000))
    case .unpublished: break
    }
  }
}

import Disclosure
import TestSupport

/// Made-up releases of one authority: each month a table of cohorts by age, a table by placement
/// linked to it, the month's movement, rates, shares and changes; two or three months in a row.
struct RandomRelease {
  private var random: SeededGenerator
  private let rows: Int
  private let columns: Int
  private var counts: [[Int]] = []
  private let isMonthly: Bool

  /// How many months are published.
  let months: Int

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    rows = Int.random(in: 2...4, using: &random)
    columns = Int.random(in: 2...3, using: &random)
    months = Int.random(in: 1...3, using: &random)
    isMonthly = Bool.random(using: &random)
    for _ in 0..<rows { counts.append((0..<columns).map { _ in 0 }) }
    for row in 0..<rows { for column in 0..<columns { counts[row][column] = number() } }
  }

  /// A count as they are: nought, a few, or some more.
  private mutating func number() -> Int {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: 0
    case 1...3: Int.random(in: 1...5, using: &random)
    case 4...6: Int.random(in: 6...12, using: &random)
    default: Int.random(in: 13...40, using: &random)
    }
  }

  /// The next month's figures, planned, with what ties them to the month before.
  mutating func next(_ month: Int) -> Release {
    if month > 0 {
      for row in 0..<rows {
        for column in 0..<columns where Int.random(in: 0..<3, using: &random) == 0 {
          counts[row][column] = max(
            0, counts[row][column] + Int.random(in: -7...7, using: &random))
        }
      }
    }
    let name = "m\(month)/"
    var release = crossTable(counts, name)
    if isMonthly, month > 0 {
      for place in release.figures.indices where release.figures[place].kind == .count {
        release.figures[place].follows = FigureID(
          "m\(month - 1)/" + release.figures[place].id.text.dropFirst(name.count))
      }
    }
    addPlacement(&release, name)
    addDerived(&release, name)
    if month > 0 { addMovement(&release, name, "m\(month - 1)/") }
    return release
  }

  /// Placements: the first cohort again, or everyone, split in another way.
  private mutating func addPlacement(_ release: inout Release, _ name: String) {
    let whole = FigureID(name + (Bool.random(using: &random) ? "all" : "r0"))
    guard let total = release.figures.first(where: { $0.id == whole })?.value else { return }
    var rest = total
    var parts: [FigureID] = []
    for part in 0..<3 {
      let value = part == 2 ? rest : min(rest, number())
      rest -= value
      parts.append(FigureID("\(name)p\(part)"))
      release.figures.append(Figure(parts[part], value))
    }
    release.figures.append(Figure(FigureID(name + "p"), total, kind: .total))
    release.relations += [.total(FigureID(name + "p"), of: parts), .same(FigureID(name + "p"), whole)]
    if Bool.random(using: &random) {
      release.tables.append(
        Release.Table(
          id: name + "placements",
          rows: parts.map { Release.Table.Row(id: $0.text, figures: [$0]) }))
    }
  }

  private mutating func addDerived(_ release: inout Release, _ name: String) {
    release.figures.append(Figure(FigureID(name + "population"), 3_611, kind: .open))
    for figure in release.figures where figure.kind != .open {
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        release.derived.append(
          DerivedFigure(
            FigureID(figure.id.text + "/rate"),
            .ratio(
              part: figure.id, whole: FigureID(name + "population"), times: 10_000, decimals: 0)))
      case 1 where release.figures.contains { $0.id == FigureID(name + "all") && $0.value > 0 }:
        release.derived.append(
          DerivedFigure(
            FigureID(figure.id.text + "/share"),
            .ratio(part: figure.id, whole: FigureID(name + "all"), times: 100, decimals: 0)))
      default: break
      }
    }
  }

  /// Who joined and who left, and the change of the total as a figure of its own.
  private mutating func addMovement(_ release: inout Release, _ name: String, _ before: String) {
    let all = counts.joined().reduce(0, +)
    guard let last = previousTotal else { return }
    let joined = max(0, all - last) + Int.random(in: 0...8, using: &random)
    release.figures += [
      Figure(FigureID(name + "joined"), joined),
      Figure(FigureID(name + "left"), last + joined - all),
      Figure(FigureID(name + "net"), all - last, kind: .difference),
    ]
    release.relations += [
      .movement(
        from: FigureID(before + "all"), joined: FigureID(name + "joined"),
        left: FigureID(name + "left"), to: FigureID(name + "all")),
      .change(
        FigureID(name + "net"), from: FigureID(before + "all"), to: FigureID(name + "all")),
    ]
  }

  /// The total of the month before, set by whoever publishes the months.
  var previousTotal: Int?

  /// The total of the month made last.
  var total: Int { counts.joined().reduce(0, +) }
}

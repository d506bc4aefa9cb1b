import Documents
import LookedAfter
import Scenarios

/// The scenarios that were saved, and some of them side by side.
public enum ScenariosAnswer {
  /// One scenario that was run, for a comparison.
  public struct Run: Sendable {
    /// Its name.
    public let name: String

    /// Its levers.
    public let levers: [Lever]

    /// What came of it: the last month's number on every drawn course and the month itself, or the
    /// sum where no projection can be made.
    public let result: Result

    /// What came of a scenario.
    public enum Result: Sendable {
      /// A projection, and the numbers of the last month by drawn course.
      case projected(Projection, totals: [Int])
      /// A sum.
      case summed(BareWhatIf)
    }

    /// Makes a run.
    public init(name: String, levers: [Lever], result: Result) {
      self.name = name
      self.levers = levers
      self.result = result
    }
  }

  /// All that were saved.
  public static func list(_ history: History) -> Document {
    var section = Section(heading: "")
    let scenarios = history.scenarios
    guard !scenarios.isEmpty else {
      section.say(
        "No scenario is saved. To save one, type: scenario new \"more carers\" and what it changes."
      )
      return Document(answer: section, title: "Scenarios", asAt: nil)
    }
    section.blocks.append(
      .table(
        Table(
          id: "scenarios", caption: "Scenarios that were saved",
          columns: [
            Column(id: "scenario", title: "Scenario", kind: .rowHeader),
            Column(id: "text", title: "What it changes", kind: .prose),
            Column(id: "author", title: "Written down", kind: .label),
            Column(id: "recorded", title: "On", kind: .label),
          ],
          rows: scenarios.map {
            Row([
              .text($0.name), .text($0.text), $0.author.map(Cell.text) ?? .missing,
              .text(String($0.recordedAt.prefix(10))),
            ])
          })))
    return Document(answer: section, title: "Scenarios", asAt: nil)
  }

  /// Some side by side, each beside the first with the same luck.
  public static func comparison(_ runs: [Run], of history: History) -> Document {
    var section = Section(heading: "")
    let names = LeverSentences(history)
    for run in runs {
      let words = names.sentences(run.levers)
      section.blocks.append(
        .list(["\(run.name): " + (words.isEmpty ? "as things are." : words.joined(separator: " "))])
      )
    }
    var isSum = false
    var rows: [Row] = []
    var sentences: [String] = []
    var month: Month?
    for run in runs {
      switch run.result {
      case .projected(let projection, let totals):
        guard let last = projection.result.last, let first = runs.first else { continue }
        month = last.month
        var difference: Band?
        if case .projected(_, let theirs) = first.result, run.name != first.name {
          difference = Band(
            amounts: zip(totals, theirs).map { Double($0 - $1) })
        }
        rows.append(row(run.name, last, difference))
        sentences.append(
          "\(run.name): \(BandSentences.children(last.total.mean)) in \(last.month.inWords),"
            + " \(BandSentences.ranges(last.total))"
            + (difference.map { "; \(BandSentences.difference($0)) than \(first.name)." } ?? "."))
      case .summed(let sum):
        isSum = true
        month = sum.month
        let first = runs.first.flatMap { first -> Int? in
          guard case .summed(let sum) = first.result, first.name != run.name else { return nil }
          return sum.children
        }
        rows.append(row(run.name, sum, first.map { sum.children - $0 }))
        let other = runs.first?.name ?? ""
        sentences.append(
          "\(run.name): \(Prose.figures(sum.children))"
            + (first.map { ", \(Prose.comparison(sum.children - $0)) \(other)." } ?? "."))
      }
    }
    for sentence in sentences { section.say(sentence) }
    if isSum {
      section.blocks.append(
        .note(
          Note(
            code: "bare-what-if", severity: .information,
            text:
              "These are sums, not projections, and say nothing of how sure they are: under twelve"
              + " months of joiners and leavers are recorded.")))
    }
    section.blocks.append(.table(table(rows, hasBands: !isSum)))
    return Document(
      answer: section, title: "Scenarios side by side", asAt: month?.lastDay)
  }

  private static func table(_ rows: [Row], hasBands: Bool) -> Table {
    let kind: Column.Kind = hasBands ? .number : .key
    return Table(
      id: "scenario-comparison", caption: "Scenarios side by side",
      columns: [
        Column(id: "scenario", title: "Scenario", kind: .rowHeader),
        Column(id: "month", title: "Month", kind: .key),
        Column(id: "mean", title: "Children", kind: .number),
        Column(id: "lower80", title: "80% from", kind: kind),
        Column(id: "upper80", title: "to", kind: kind),
        Column(id: "lower95", title: "95% from", kind: kind),
        Column(id: "upper95", title: "to", kind: kind),
        Column(id: "rate", title: "Rate", kind: .number),
        Column(id: "difference", title: "Against the first", kind: .number),
        Column(id: "difference_lower95", title: "95% from", kind: .key),
        Column(id: "difference_upper95", title: "to", kind: .key),
      ], rows: rows)
  }

  private static func row(_ name: String, _ month: ProjectedMonth, _ difference: Band?) -> Row {
    func whole(_ number: Double) -> Cell {
      .real(number, decimals: 4, display: BandSentences.children(number))
    }
    func change(_ number: Double) -> Cell {
      .real(number, decimals: 4, display: Prose.signed(BandSentences.rounded(number)))
    }
    let band = month.total
    return Row([
      .text(name), .text("\(month.month)"), whole(band.mean), whole(band.lower80),
      whole(band.upper80), whole(band.lower95), whole(band.upper95),
      .real(month.rate?.mean, decimals: 4, display: month.rate.map { Prose.decimal($0.mean, 1) }),
      difference.map { change($0.mean) } ?? .notApplicable,
      difference.map { change($0.lower95) } ?? .notApplicable,
      difference.map { change($0.upper95) } ?? .notApplicable,
    ])
  }

  private static func row(_ name: String, _ sum: BareWhatIf, _ difference: Int?) -> Row {
    Row([
      .text(name), .text("\(sum.month)"), .integer(sum.children), .notApplicable, .notApplicable,
      .notApplicable, .notApplicable,
      .real(
        sum.rate?.value, decimals: 4, display: sum.rate.map { Prose.decimal($0.value, 1) }),
      difference.map { Cell.change($0) } ?? .notApplicable, .notApplicable, .notApplicable,
    ])
  }
}

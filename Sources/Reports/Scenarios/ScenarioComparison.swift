import Documents
import LookedAfter
import Scenarios

extension ScenariosAnswer {
  /// Some side by side, each beside the first with the same luck.
  ///
  /// - Parameter end: the month that is looked ahead to.
  public static func comparison(_ runs: [Run], until end: Month, of history: History) -> Document {
    var section = Section(heading: "")
    let names = LeverSentences(history)
    for run in runs {
      let words = names.sentences(run.levers)
      section.blocks.append(
        .list(["\(run.name): " + (words.isEmpty ? "as things are." : words.joined(separator: " "))])
      )
    }
    let columns = runs.map { ComparedRun($0, beside: runs[0], until: end, history) }
    for column in columns { section.say(column.sentence) }
    let isSum = columns.contains { $0.isSum }
    if isSum {
      section.blocks.append(
        .note(
          Note(
            code: "bare-what-if", severity: .information,
            text:
              "These are sums, not projections, and say nothing of how sure they are: under twelve"
              + " months of joiners and leavers are recorded, or a sum was asked for.")))
    }
    let hasCosts = columns.contains { $0.cost != nil }
    section.blocks.append(
      .table(table(columns.map(\.row), hasBands: !isSum, hasCosts: hasCosts)))
    section.blocks += [comparators(columns), cohorts(columns, of: history)].compactMap {
      $0.map(Block.table)
    }
    let levers = runs.flatMap(\.levers)
    section.say(
      hasCosts
        ? "Costs are \(CostSentences(history, runs.first?.start ?? end, levers).basis)."
        : CostSentences.missing(levers))
    let start = runs.first?.start
    return Document(
      answer: section, title: "Scenarios side by side, to \(end.inWords)", asAt: start?.lastDay)
  }

  private static func table(_ rows: [Row], hasBands: Bool, hasCosts: Bool) -> Table {
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
        Column(id: "cost", title: "Pounds against the first", kind: hasCosts ? .number : .key),
      ], rows: rows)
  }

  /// How far each scenario is from the rates of others, and how likely to be at or under them.
  private static func comparators(_ columns: [ComparedRun]) -> Table? {
    guard let first = columns.first, !first.goals.isEmpty else { return nil }
    return Table(
      id: "scenario-comparators", caption: "Beside others, at their latest rates",
      columns: [
        Column(id: "comparator", title: "Area or group", kind: .rowHeader),
        Column(id: "needed", title: "Children at its rate", kind: .number),
      ]
        + columns.enumerated().flatMap { place, column in
          [Column(id: "gap_\(place + 1)", title: column.name, kind: .number)]
            + (column.isSum
              ? [] : [Column(id: "chance_\(place + 1)", title: "At or under it", kind: .number)])
        },
      rows: first.goals.indices.map { index in
        Row(
          [
            .text(Prose.sentence(first.goals[index].name).dropLast().description),
            .integer(first.goals[index].needed),
          ]
            + columns.flatMap { column -> [Cell] in
              guard column.goals.indices.contains(index) else { return [.missing] }
              let goal = column.goals[index]
              return [.change(goal.gap)]
                + (goal.chance.map {
                  [.real($0, decimals: 4, display: BandSentences.share($0))]
                } ?? [])
            })
      })
  }

  /// The cohorts that differ by half a child or more between scenarios.
  private static func cohorts(_ columns: [ComparedRun], of history: History) -> Table? {
    guard let first = columns.first else { return nil }
    let ids = first.order.filter { id in
      let numbers = columns.compactMap { $0.cohorts[id] }
      guard let least = numbers.min(), let most = numbers.max() else { return false }
      return most - least >= 0.5
    }
    guard !ids.isEmpty else { return nil }
    return Table(
      id: "scenario-cohorts", caption: "The cohorts that differ",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "cohort", title: "Cohort", kind: .rowHeader),
      ]
        + columns.enumerated().map {
          Column(id: "scenario_\($0 + 1)", title: $1.name, kind: .number)
        },
      rows: ids.map { id in
        Row(
          [.text(id.rawValue), .text(history.scheme[id]?.name ?? "In no cohort (net)")]
            + columns.map { column in
              .real(
                column.cohorts[id], decimals: 4,
                display: column.cohorts[id].map(BandSentences.children))
            })
      })
  }
}

extension ScenariosAnswer.Run {
  /// The month of the last figures.
  fileprivate var start: Month {
    switch result {
    case .projected(let projection, _): projection.start
    case .summed(let sum): sum.month
    }
  }
}

/// What is shown of one scenario.
private struct ComparedRun {
  let name: String
  let row: Row
  let sentence: String
  let isSum: Bool
  let order: [CohortID]
  let cohorts: [CohortID: Double]
  let goals: [(name: String, needed: Int, gap: Int, chance: Double?)]
  /// Pounds against the first: up to the month, or in a full year of a sum.
  let cost: Double?

  init(
    _ run: ScenariosAnswer.Run, beside first: ScenariosAnswer.Run, until end: Month,
    _ history: History
  ) {
    name = run.name
    let isFirst = run.name == first.name
    switch run.result {
    case .projected(let projection, _):
      isSum = false
      guard let last = projection.result.last else {
        (row, sentence, order, cohorts, goals, cost) = (Row([]), "", [], [:], [], nil)
        return
      }
      let difference = isFirst ? nil : projection.difference?.last
      order = last.cohorts.map(\.id)
      cohorts = Dictionary(
        last.cohorts.map { ($0.id, $0.children.mean) }, uniquingKeysWith: { one, _ in one })
      goals = last.goals.map {
        ($0.name, $0.needed, BandSentences.rounded($0.gap.mean), $0.chance)
      }
      cost = difference?.costSoFar?.mean
      row = Self.row(run.name, last, difference)
      let pounds = difference?.costSoFar.map {
        " Up to then it costs \(BandSentences.money($0))."
      }
      sentence =
        "\(run.name): \(BandSentences.children(last.total.mean)) in \(last.month.inWords),"
        + " \(BandSentences.ranges(last.total))"
        + (difference.map { "; \(BandSentences.difference($0.total)) than \(first.name)." } ?? ".")
        + (pounds ?? "")
    case .summed(let sum):
      isSum = true
      order = history.scheme.cohorts.map(\.id)
      cohorts = sum.cohorts.mapValues(Double.init)
      goals = sum.gaps.map { ($0.name, $0.needed, $0.gap, nil) }
      var (difference, pounds): (Int?, Int?)
      if !isFirst, case .summed(let other) = first.result {
        difference = sum.children - other.children
        pounds = sum.yearlySaving.flatMap { mine in other.yearlySaving.map { $0 - mine } }
      }
      cost = pounds.map(Double.init)
      row = Self.row(run.name, end, sum, difference, pounds)
      let money = pounds.flatMap { pounds in
        pounds == 0
          ? nil
          : " Over a full year it costs £\(Prose.figures(abs(pounds)))"
            + " \(pounds < 0 ? "less" : "more")."
      }
      sentence =
        "\(run.name): \(Prose.figures(sum.children)) in \(end.inWords)"
        + (difference.map { ", \(Prose.comparison($0)) \(first.name)." } ?? ".") + (money ?? "")
    }
  }

  private static func row(
    _ name: String, _ month: ProjectedMonth, _ difference: ProjectedDifference?
  ) -> Row {
    func whole(_ number: Double) -> Cell {
      .real(number, decimals: 4, display: BandSentences.children(number))
    }
    func change(_ number: Double?) -> Cell {
      number.map {
        .real($0, decimals: 4, display: Prose.signed(BandSentences.rounded($0)))
      } ?? .notApplicable
    }
    let (band, change95) = (month.total, difference?.total)
    return Row([
      .text(name), .text("\(month.month)"), whole(band.mean), whole(band.lower80),
      whole(band.upper80), whole(band.lower95), whole(band.upper95),
      .real(month.rate?.mean, decimals: 4, display: month.rate.map { Prose.decimal($0.mean, 1) }),
      change(change95?.mean), change(change95?.lower95), change(change95?.upper95),
      difference?.costSoFar.map { .real($0.mean, decimals: 2, display: money($0.mean)) }
        ?? .notApplicable,
    ])
  }

  private static func money(_ pounds: Double) -> String {
    Prose.signed(BandSentences.rounded((pounds / 1000).rounded() * 1000))
  }

  private static func row(
    _ name: String, _ month: Month, _ sum: BareWhatIf, _ difference: Int?, _ pounds: Int?
  ) -> Row {
    Row([
      .text(name), .text("\(month)"), .integer(sum.children), .notApplicable, .notApplicable,
      .notApplicable, .notApplicable,
      .real(
        sum.rate?.value, decimals: 4, display: sum.rate.map { Prose.decimal($0.value, 1) }),
      difference.map { Cell.change($0) } ?? .notApplicable, .notApplicable, .notApplicable,
      pounds.map { Cell.change($0) } ?? .notApplicable,
    ])
  }
}

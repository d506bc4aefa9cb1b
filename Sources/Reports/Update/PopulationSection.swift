import Documents
import Indicators
import LookedAfter

extension Section {
  /// Section 2 of the update: how many children, who joined, who left, and the rate.
  static func population(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Looked after children population")
    if let snapshot = history.snapshot(for: month) {
      section.addPopulationSentences(history, snapshot)
    }
    let movements = movements(history, month)
    section.blocks += movements.blocks
    section.provenance += movements.provenance
    if let chart = UpdateCharts.movements(history, month) { section.blocks.append(.chart(chart)) }
    if let chart = UpdateCharts.totalTrend(history, month) { section.blocks.append(.chart(chart)) }
    if let rates = try? RatesTable(history, month: month) {
      section.blocks.append(.table(rates.table))
      section.provenance += rates.provenance
    }
    return section
  }

  /// How many children, compared with the report before and the baseline, and the rate.
  mutating func addPopulationSentences(_ history: History, _ snapshot: Snapshot) {
    let counted = history.snapshotWithTotal(for: snapshot.month)
    guard let counted, let total = counted.total else { return }
    say(
      Self.number(counted, total.value, history),
      Self.comparison(counted, total.value, history),
      Self.rate(history, snapshot.month))
    if counted != snapshot {
      say(
        "The cohorts were counted otherwise (\(snapshot.label)), so they are not set against that"
          + " total.")
    }
    cite(total.provenance)
    cite(history.population(for: snapshot.month)?.number.provenance)
  }

  /// Joiners and leavers: also an answer by themselves.
  static func movements(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Joiners and leavers")
    guard let flows = history.flows(in: .month(month)) else {
      section.sayNothingRecorded(of: "joiners and leavers", in: month)
      return section
    }
    section.say(
      movement("became looked after", flows.joined, month),
      movement("left care", flows.left, nil))
    if history.snapshot(for: month)?.basis == .weekly {
      section.say(
        "The number of children comes from weekly data and joiners and leavers from calendar months,"
          + " so the two need not balance exactly.")
    }
    section.blocks.append(.table(MovementTables.flows(flows)))
    section.cite(flows.joined)
    section.cite(flows.left)
    return section
  }

  private static func number(_ snapshot: Snapshot, _ total: Int, _ history: History) -> String {
    let basis = snapshot.basis.map { " (\($0.name))" } ?? ""
    return "\(history.authority.name) had \(Prose.children(total)) in its care"
      + " \(snapshot.onAsAtInWords)\(basis)."
  }

  private static func comparison(_ snapshot: Snapshot, _ total: Int, _ history: History) -> String {
    let earlier = history.monthBefore(snapshot.month)
    let alike = earlier.flatMap { month in
      history.snapshots(for: month).first { $0.basis == snapshot.basis && $0.total != nil }
    }
    guard let before = alike ?? earlier.flatMap(history.snapshotWithTotal),
      let number = before.total?.value
    else { return "There is no earlier report to compare with." }
    let isPrevious = before.month.distance(to: snapshot.month) == 1
    let report = isPrevious ? "of the previous report" : "recorded last"
    var text =
      "That is \(Prose.comparison(total - number)) the \(Prose.figures(number)) \(report)"
      + " (\(before.asAtInWords))"
    if let baseline = history.baseline, baseline < before.month,
      let first = history.snapshotWithTotal(for: baseline)?.total?.value
    {
      text +=
        " and \(Prose.comparison(total - first)) the \(Prose.figures(first)) at the end of"
        + " \(baseline.inWords)"
    }
    return text + "." + bases(before, snapshot)
  }

  /// Says so where two numbers were not counted in the same way.
  private static func bases(_ before: Snapshot, _ now: Snapshot) -> String {
    guard before.basis != now.basis else { return "" }
    let names = [before, now].map { $0.basis?.name ?? "no stated basis" }
    return " The two were not counted alike (\(names[0]) then, \(names[1]) now)."
  }

  private static func rate(_ history: History, _ month: Month) -> String {
    guard let rates = try? RatesTable(history, month: month),
      let population = history.population(for: month)
    else { return "" }
    let printed = history.snapshotWithTotal(for: month)?.printedRate?.value
    let other =
      printed.map {
        $0 == rates.rate.rounded(toDecimals: $0.decimals)
          ? "" : " The paper of the time prints \($0)."
      } ?? ""
    return "The rate is \(rates.rate.rounded()) per 10,000 children aged 0 to 17 (population"
      + " \(Prose.figures(population.number.value)), \(population.inWords)).\(other)"
  }

  /// `In October 2020, 10 children became looked after: six were …`.
  private static func movement(_ what: String, _ breakdown: Breakdown, _ month: Month?) -> String {
    guard let total = breakdown.total else { return "" }
    let lines = Prose.lines(breakdown)
    let start = month.map { "In \($0.inWords), " } ?? "In the same month "
    return start + "\(Prose.children(total)) \(what)\(lines.isEmpty ? "" : ": \(lines)")."
  }
}

import Documents
import Indicators
import LookedAfter

/// What looked after children cost in a year, and what the month's movement changes of it.
public enum CostAnswer {
  /// The average and its whole, the costs of kinds of placement where they are recorded, and the
  /// full-year effect of those who joined and left.
  ///
  /// - Throws: `ReportError` when no cost is recorded, or no number of children.
  public static func document(_ history: History, month: Month) throws(ReportError) -> Document {
    let newest = { (measure: MeasureID) in
      history.observations(of: measure).last { ($0.period.lastMonth ?? month) <= month }
        ?? history.observations(of: measure).last
    }
    guard let average = newest("cost.average_per_child"), let pounds = average.count else {
      throw .nothingRecorded(what: "the cost of a looked after child", month, known: [])
    }
    guard let snapshot = history.snapshot(for: month), let total = snapshot.total else {
      throw .noSnapshot(month, known: history.months)
    }
    var section = Section(heading: "")
    section.say(
      "At an average of \(money(pounds.value)) for a child in a year, \(Prose.children(total.value))"
        + " cost \(money(total.value * pounds.value)) in a full year.")
    section.cite(pounds.provenance, total.provenance)
    if let flows = history.flows(in: .month(month)), let joined = flows.joined.total,
      let left = flows.left.total
    {
      section.say(
        "In \(month.inWords) \(Prose.number(joined)) joined and \(Prose.number(left)) left: over a full"
          + " year, \(money(joined * pounds.value)) more and \(money(left * pounds.value)) less, which"
          + " is \(change((joined - left) * pounds.value)) at the average.")
      section.cite(flows.joined)
      section.cite(flows.left)
    }
    section.addUnitCosts(history, month, average: pounds.value)
    section.say(
      "An average misleads: a child who leaves kinship or own foster care, as most do by special"
        + " guardianship, costs less than the average, so the saving is overstated; one who leaves"
        + " residential care costs more, so it is understated.")
    return Document(
      answer: section, title: "Cost of looked after children, \(month.inWords)",
      asAt: snapshot.asAt ?? month.lastDay)
  }

  static func money(_ pounds: Int) -> String { "£" + Prose.figures(pounds) }

  private static func change(_ pounds: Int) -> String {
    pounds == 0
      ? "no change" : pounds < 0 ? "\(money(-pounds)) less" : "\(money(pounds)) more"
  }
}

extension Section {
  /// The costs of kinds of placement, and what a step-down saves.
  fileprivate mutating func addUnitCosts(_ history: History, _ month: Month, average: Int) {
    let measures = history.catalogue.measures(below: "cost").filter {
      $0.id != "cost.average_per_child"
    }
    var costs: [MeasureID: Int] = [:]
    let rows = measures.compactMap { measure -> Row? in
      guard let found = history.observations(of: measure.id).last, let pounds = found.count else {
        return nil
      }
      costs[measure.id] = pounds.value
      provenance.append(found.provenance)
      return Row([
        .text(measure.id.rawValue), .text(measure.name), .integer(pounds.value),
        .change(pounds.value - average),
      ])
    }
    guard !rows.isEmpty else {
      say("No cost of a kind of placement is recorded; ask for them, for one average hides them.")
      return
    }
    blocks.append(
      .table(
        Table(
          id: "unit-costs", caption: "Cost of a child in a year by kind of placement, in pounds",
          columns: [
            Column(id: "id", title: "Id", kind: .key),
            Column(id: "kind", title: "Kind of placement", kind: .rowHeader),
            Column(id: "cost", title: "Pounds a year", kind: .number),
            Column(id: "difference", title: "Against the average", kind: .number),
          ], rows: rows)))
    guard let residential = costs["cost.residential"],
      let foster = costs["cost.own_foster"] ?? costs["cost.agency_foster"]
    else { return }
    let moved =
      history.cases.ledgers["step_down"]?.arrivals(at: "moved", in: month)
      ?? history.count(of: "residential.left.foster_care", in: month)?.value ?? 0
    say(
      "A step-down from residential care to a foster family is worth"
        + " \(CostAnswer.money(max(0, residential - foster))) in a full year; \(Prose.children(moved))"
        + " made it in \(month.inWords).")
  }
}

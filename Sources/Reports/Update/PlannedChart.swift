import Documents
import Indicators
import LookedAfter

/// Applications as they were planned, and as they went to legal services.
enum PlannedChart {
  /// The month whose plan has come due and the months still planned; nil where fewer than two months
  /// are known.
  static func chart(of planned: PlannedApplications) -> Chart? {
    var periods: [PlanChart.Period] = []
    var provenance: [Provenance] = []
    let outcome = planned.outcome
    if let number = outcome.planned {
      periods.append(
        .init(
          id: "\(outcome.month)", label: outcome.month.inWords, planned: ExactNumber(number),
          sent: outcome.sent.map { ExactNumber($0.value) }))
      provenance += [outcome.sent?.provenance].compactMap { $0 }
      provenance += outcome.slips.map(\.number.provenance)
    }
    for plan in planned.plans where plan.month != outcome.month || outcome.planned == nil {
      guard let total = plan.total else { continue }
      periods.append(
        .init(
          id: "\(plan.month)", label: plan.month.inWords, planned: ExactNumber(total), sent: nil))
      provenance += plan.routes.valuesInOrder.map(\.provenance)
    }
    guard periods.count > 1 else { return nil }
    return Chart(
      id: "planned-and-sent", title: "Applications planned, and sent to legal services",
      subtitle: "Special guardianship and discharge together, as at the"
        + " \(planned.reportMonth.inWords) report",
      description: description(periods), unit: "Applications",
      source: Chart.source(provenance),
      kind: .plan(PlanChart(periods: periods)))
  }

  private static func description(_ periods: [PlanChart.Period]) -> String {
    let words = periods.map { period in
      let planned = period.planned.map { "\($0.forPeople) planned" } ?? "no plan known"
      let sent = period.sent.map { " and \($0.forPeople) sent" } ?? ""
      return "\(period.label), \(planned)\(sent)"
    }
    return Prose.sentence(words.joined(separator: "; "))
  }
}

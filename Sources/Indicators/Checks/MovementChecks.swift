import LookedAfter

/// Checks of joiners, leavers, applications and proceedings.
struct MovementChecks {
  let history: History
  let month: Month

  var all: [Check] { breakdowns + pipeline + plannedApplications }

  private var breakdowns: [Check] {
    let flows = history.flows(in: .month(month))
    let proceedings = history.proceedings(in: month)
    let edgeOfCare = history.edgeOfCare(upTo: month)
    let subjects: [(BreakdownSum.Subject, Breakdown?)] = [
      (.joined, flows?.joined), (.left, flows?.left), (.openProceedings, proceedings?.open),
      (.concludedProceedings, proceedings?.concluded),
      (.prevention, edgeOfCare?.prevention.children),
      (.reunification, edgeOfCare?.reunification.children),
    ]
    var checks: [Check] = subjects.compactMap { subject, breakdown in
      guard let stated = breakdown?.stated?.value, let sum = breakdown?.sumOfLines else {
        return nil
      }
      return .breakdown(BreakdownSum(subject: subject, stated: stated, sum: sum))
    }
    if let left = flows?.left, let total = left.total, total > 0, left.lines.isEmpty {
      checks.append(.reasonsMissing(leavers: total))
    }
    return checks
  }

  private var pipeline: [Check] {
    guard let pipeline = history.pipeline(in: .month(month)) else { return [] }
    var checks: [Check] = []
    if let stated = pipeline.statedOpen?.value, let sum = pipeline.open {
      checks.append(.pipelineStages(PipelineStages(stated: stated, sum: sum)))
    }
    let before = month.advanced(by: -1)
    if let opening = history.pipeline(in: .month(before))?.open, let closing = pipeline.open,
      let sent = history.count(of: "planned.sent", in: month)?.value,
      let ended = pipeline.all(at: .granted)
    {
      checks.append(
        .pipelineBalance(
          PipelineBalance(
            openingMonth: before, opening: opening, sent: sent, ended: ended, closing: closing)))
    }
    let reasons: [(Route, MeasureID)] = [(.sgo, "ceased.sgo"), (.discharge, "ceased.discharged")]
    for (route, reason) in reasons {
      guard let granted = pipeline[route, .granted]?.value,
        let left = history.flows(in: .month(month))?.left[reason]?.value
      else { continue }
      checks.append(
        .pipelineAndLeavers(PipelineAndLeavers(route: route, granted: granted, left: left)))
    }
    return checks
  }

  private var plannedApplications: [Check] {
    guard let outcome = history.plannedApplications(reportedIn: month)?.outcome, !outcome.isEmpty,
      outcome.planned != nil
    else { return [] }
    return [.plannedApplications(outcome)]
  }
}

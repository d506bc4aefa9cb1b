import LookedAfter

/// Checks of joiners, leavers, applications and proceedings.
struct MovementChecks {
  let history: History
  let month: Month

  var all: [Check] { breakdowns + pipeline + plannedApplications + cases }

  /// A flow of the pipeline on both routes; nil unless each is recorded.
  private func sum(of flow: String) -> Int? {
    let numbers = Route.allCases.compactMap {
      history.count(of: "pipeline.\($0.rawValue).\(flow)", in: month)?.value
    }
    return numbers.count == Route.allCases.count ? numbers.reduce(0, +) : nil
  }

  /// The recorded counts of the month beside those of the cases.
  private var cases: [Check] {
    let book = history.cases
    guard !book.cases.isEmpty else { return [] }
    let comparisons = history.caseComparisons.filter { $0.month == month }
    let counts = book.routes.all.map { route in
      route.stages.map { route.kind != .service && $0.isLive }
    }
    // Cases stand in the order of their children, so each child is met in one run.
    let ids = book.cohortIDs
    var numbers = ids.map { _ in 0 }
    var lastChild = ids.map { _ in -1 }
    book.forEachStanding(at: month.lastDay) { standing in
      guard counts[standing.route][standing.stage], let cohort = standing.cohort,
        lastChild[cohort] != standing.child
      else { return }
      lastChild[cohort] = standing.child
      numbers[cohort] += 1
    }
    let children = Dictionary(zip(ids, numbers)) { first, _ in first }
    let cohorts = history.scheme.cohorts.compactMap { cohort -> Check? in
      guard let number = children[cohort.id], number > 0,
        let recorded = history.snapshot(for: month)?[cohort.id]?.value
      else { return nil }
      return .casesAndCohort(
        CasesAndCohort(cohort: cohort, month: month, children: number, recorded: recorded))
    }
    return comparisons.map(Check.casesAndRecord)
      + history.caseShortfalls.filter { $0.month == month }.map(Check.casesMissing) + cohorts
  }

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
      let sent = sum(of: "sent") ?? history.count(of: "planned.sent", in: month)?.value,
      let granted = pipeline.all(at: .granted)
    {
      let others = ["refused", "withdrawn", "returned"].map { sum(of: $0) }
      checks.append(
        .pipelineBalance(
          PipelineBalance(
            openingMonth: before, opening: opening, sent: sent,
            ended: others.reduce(granted) { $0 + ($1 ?? 0) }, closing: closing,
            isComplete: others.allSatisfy { $0 != nil })))
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

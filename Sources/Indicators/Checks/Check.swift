import LookedAfter

/// One check of a month's figures: what was set against what, and with which result.
///
/// A check holds the numbers only; the sentences about it are made in `Reports`. The numbers in
/// brackets below are those of the invariants in the order of the monthly update's checks.
public enum Check: Equatable, Sendable {
  /// (1) The cohorts and the net remainder make the total.
  case cohortsAndTotal(CohortsAndTotal)
  /// (2) Opening, joined and left make the closing number.
  case stockAndFlow(StockAndFlow)
  /// (3) The lines of a breakdown make its total.
  case breakdown(BreakdownSum)
  /// (4) The stages of the pipeline make the total stated.
  case pipelineStages(PipelineStages)
  /// (4) Open applications, those sent and those ended make the applications now open.
  case pipelineBalance(PipelineBalance)
  /// (4) Orders granted in the pipeline are the leavers by that reason.
  case pipelineAndLeavers(PipelineAndLeavers)
  /// (5) A figure in a commentary is the figure recorded.
  case commentaryFigure(CommentaryFigure)
  /// (5) A commentary is not the one of the month before, word for word.
  case commentaryCarriedOver(cohort: Cohort, from: Month)
  /// (6) Planned applications were sent or slipped.
  case plannedApplications(PlanOutcome)
  /// (7) The rating agrees with the direction and what it means.
  case ratingAndDirection(RatingAndDirection)
  /// (8) A printed rate can be had from the population in use.
  case printedRate(PrintedRate)
  /// (8) The comparators are of the year of the rate they stand beside.
  case comparatorYear(ComparatorYear)
  /// (9) A month has one total.
  case twoTotals(month: Month, snapshots: [Snapshot])
  /// (10) Leavers named in a commentary are among the leavers by reason.
  case leaversMissing(LeaversMissing)
  /// (11) A percentage has its numerator and denominator.
  case shareBasis(PublishedShare)
  /// (12) Every figure that a commentary leaves to the program can be filled in.
  case unfilledFigure(cohort: Cohort, text: String)
  /// (13) Every leaver has a reason.
  case reasonsMissing(leavers: Int)
  /// (4) A recorded count is the one that the cases make.
  case casesAndRecord(CaseComparison)
  /// (4) The children of a cohort with a live case are no more than the cohort has.
  case casesAndCohort(CasesAndCohort)
  /// (4) The cases of a route are as many as the counts recorded.
  case casesMissing(CaseShortfall)

  /// How much a failed check matters.
  public enum Severity: String, CaseIterable, Sendable {
    /// A figure contradicts another.
    case error
    /// A difference that has to be explained.
    case warning
    /// A judgement to look at again.
    case prompt
    /// Something to know.
    case information
  }

  /// The stable code of the check.
  public var code: String {
    switch self {
    case .cohortsAndTotal: "cohorts-and-total"
    case .stockAndFlow: "stock-and-flow"
    case .breakdown: "breakdown"
    case .pipelineStages: "pipeline-stages"
    case .pipelineBalance: "pipeline-balance"
    case .pipelineAndLeavers: "pipeline-and-leavers"
    case .commentaryFigure: "commentary-figure"
    case .commentaryCarriedOver: "commentary-carried-over"
    case .plannedApplications: "planned-applications"
    case .ratingAndDirection: "rating-and-direction"
    case .printedRate: "printed-rate"
    case .comparatorYear: "comparator-year"
    case .twoTotals: "two-totals"
    case .leaversMissing: "leavers-missing"
    case .shareBasis: "share-basis"
    case .unfilledFigure: "unfilled-figure"
    case .reasonsMissing: "reasons-missing"
    case .casesAndRecord: "cases-and-record"
    case .casesAndCohort: "cases-and-cohort"
    case .casesMissing: "cases-missing"
    }
  }

  /// How much it matters when the check does not hold.
  public var severity: Severity {
    switch self {
    case .breakdown, .commentaryFigure, .plannedApplications, .unfilledFigure: .error
    case .cohortsAndTotal(let check) where check.isOneCohortEach && check.missing.isEmpty:
      .information
    case .cohortsAndTotal, .stockAndFlow, .pipelineStages, .pipelineBalance, .pipelineAndLeavers,
      .printedRate, .comparatorYear, .twoTotals, .leaversMissing, .reasonsMissing,
      .commentaryCarriedOver, .casesAndRecord, .casesAndCohort:
      .warning
    case .ratingAndDirection: .prompt
    case .shareBasis, .casesMissing: .information
    }
  }

  /// Whether the figures meet.
  public var holds: Bool {
    switch self {
    case .cohortsAndTotal(let check): check.remainder == 0 && check.missing.isEmpty
    case .stockAndFlow(let check): check.difference == 0
    case .breakdown(let check): check.stated == check.sum
    case .pipelineStages(let check): check.stated == check.sum
    case .pipelineBalance(let check): check.difference == 0
    case .pipelineAndLeavers(let check): check.granted == check.left
    case .commentaryFigure(let check): check.stated == check.recorded
    case .plannedApplications(let outcome):
      outcome.planned == (outcome.sent?.value ?? 0) + outcome.slipped
    case .ratingAndDirection(let check): check.agrees
    case .printedRate(let check): check.printed == check.computed
    case .casesAndRecord(let comparison): comparison.agrees
    case .casesAndCohort(let check): check.children <= check.recorded
    case .comparatorYear, .twoTotals, .leaversMissing, .shareBasis, .unfilledFigure,
      .reasonsMissing, .commentaryCarriedOver, .casesMissing:
      false
    }
  }

  /// Whether the check is about the commentary on a cohort or about its rating.
  public func isAbout(_ cohort: Cohort) -> Bool {
    switch self {
    case .commentaryFigure(let check): check.cohort.id == cohort.id
    case .commentaryCarriedOver(let about, _), .unfilledFigure(let about, _): about.id == cohort.id
    case .ratingAndDirection(let check): check.cohort.id == cohort.id
    case .leaversMissing(let check): check.cohort.id == cohort.id
    default: false
    }
  }
}

import LookedAfter

/// All checks of a month's figures, those that hold and those that do not.
public struct MonthChecks: Sendable {
  /// The checks, in the order of the invariants.
  public let all: [Check]

  /// Those that do not hold.
  public var failed: [Check] { all.filter { !$0.holds } }

  /// Checks a month.
  public init(of history: History, in month: Month) {
    let checks =
      StockChecks(history: history, month: month).all
      + MovementChecks(history: history, month: month).all
      + CommentaryChecks(history: history, month: month).all
      + RateChecks(history: history, month: month).all
    all = checks.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element)
  }
}

extension Check {
  /// The place of the check among the invariants.
  fileprivate var order: Int {
    switch self {
    case .cohortsAndTotal: 1
    case .stockAndFlow: 2
    case .breakdown: 3
    case .pipelineStages, .pipelineBalance, .pipelineAndLeavers, .casesAndRecord, .casesAndCohort,
      .casesMissing:
      4
    case .commentaryFigure, .commentaryCarriedOver: 5
    case .plannedApplications: 6
    case .ratingAndDirection: 7
    case .printedRate, .comparatorYear: 8
    case .twoTotals: 9
    case .leaversMissing: 10
    case .shareBasis: 11
    case .unfilledFigure: 12
    case .reasonsMissing: 13
    }
  }
}

import LookedAfter

/// The cohorts set against the total.
public struct CohortsAndTotal: Equatable, Sendable {
  /// All looked after children.
  public let total: Int
  /// The recorded cohorts together.
  public let sum: Int
  /// The cohorts of the scheme that are not recorded.
  public let missing: [Cohort]
  /// Whether each child was given one cohort at most, so that the remainder is a count of children.
  public let isOneCohortEach: Bool
  /// Children in no cohort less children in several.
  public var remainder: Int { total - sum }

  /// Makes the figures of a check.
  public init(total: Int, sum: Int, missing: [Cohort], isOneCohortEach: Bool = false) {
    self.total = total
    self.sum = sum
    self.missing = missing
    self.isOneCohortEach = isOneCohortEach
  }
}

/// The stock set against the flow.
public struct StockAndFlow: Equatable, Sendable {
  /// The snapshot that the flow starts from.
  public let opening: Snapshot
  /// Children at the opening.
  public let openingNumber: Int
  /// Children who became looked after.
  public let joined: Int
  /// Children who left care.
  public let left: Int
  /// The snapshot that the flow should lead to.
  public let closing: Snapshot
  /// Children at the closing.
  public let closingNumber: Int
  /// What opening, joiners and leavers make.
  public var expected: Int { openingNumber + joined - left }
  /// The number printed less the number expected.
  public var difference: Int { closingNumber - expected }
}

/// A total set against its lines.
public struct BreakdownSum: Equatable, Sendable {
  /// What is broken down.
  public enum Subject: String, CaseIterable, Sendable {
    /// Children who became looked after, by legal status.
    case joined
    /// Children who left care, by reason.
    case left
    /// Open proceedings, by care plan.
    case openProceedings
    /// Concluded proceedings, by outcome.
    case concludedProceedings
    /// Children helped to stay out of care, by outcome.
    case prevention
    /// Children helped to go home, by outcome.
    case reunification
  }

  /// What is broken down.
  public let subject: Subject
  /// The total as stated.
  public let stated: Int
  /// The lines together.
  public let sum: Int
}

/// The stages of the pipeline set against the total stated.
public struct PipelineStages: Equatable, Sendable {
  /// The total as stated.
  public let stated: Int
  /// The stages together.
  public let sum: Int
}

/// Open applications of two months set against what was sent and what ended between.
public struct PipelineBalance: Equatable, Sendable {
  /// The month before.
  public let openingMonth: Month
  /// Open applications at its end.
  public let opening: Int
  /// Applications sent in the month.
  public let sent: Int
  /// Applications that ended in the month: orders granted, care orders discharged, and where they are
  /// recorded, those refused, withdrawn and returned to planning.
  public let ended: Int
  /// Whether refused, withdrawn and returned applications are recorded, so that they explain nothing
  /// more.
  public let isComplete: Bool
  /// Open applications now.
  public let closing: Int
  /// What the three make.
  public var expected: Int { opening + sent - ended }
  /// Now open less expected.
  public var difference: Int { closing - expected }

  /// Makes the figures of a check.
  public init(
    openingMonth: Month, opening: Int, sent: Int, ended: Int, closing: Int, isComplete: Bool = false
  ) {
    self.isComplete = isComplete
    self.openingMonth = openingMonth
    self.opening = opening
    self.sent = sent
    self.ended = ended
    self.closing = closing
  }
}

/// Children with a live case set against the number of their cohort.
public struct CasesAndCohort: Equatable, Sendable {
  /// The cohort.
  public let cohort: Cohort
  /// The month.
  public let month: Month
  /// Children of the cohort with a live case, each once.
  public let children: Int
  /// The number of the cohort as recorded.
  public let recorded: Int
}

/// Orders granted set against leavers by that reason.
public struct PipelineAndLeavers: Equatable, Sendable {
  /// The route.
  public let route: Route
  /// Granted or discharged in the month, by the pipeline.
  public let granted: Int
  /// Left care by that reason, by the flows.
  public let left: Int
}

/// A figure in a commentary set against the record.
public struct CommentaryFigure: Equatable, Sendable {
  /// The cohort of the commentary.
  public let cohort: Cohort
  /// What the figure is of.
  public let measure: MeasureID
  /// The figure in the commentary.
  public let stated: Int
  /// The figure of the month.
  public let recorded: Int
  /// The month before, and its figure where that is the one stated: a comment carried over.
  public let carriedOverFrom: Month?
}

/// Leavers whom a commentary names and the breakdown does not.
public struct LeaversMissing: Equatable, Sendable {
  /// The cohort of the commentary.
  public let cohort: Cohort
  /// The reason for leaving.
  public let reason: Measure
  /// How many the commentary names.
  public let stated: Int
  /// All leavers as recorded.
  public let left: Int
  /// The closing number that a balance on the same basis would then give; nil without one.
  public let closingWithThem: Int?
}

/// A rating set against the direction of travel and what the direction means.
public struct RatingAndDirection: Equatable, Sendable {
  /// What polarity, change and cause lead one to expect.
  public enum Expectation: Equatable, Sendable {
    /// Levels 1 and 2.
    case progress
    /// Level 3.
    case neither
    /// Levels 4 and 5.
    case slippage
  }

  /// The cohort.
  public let cohort: Cohort
  /// The change against the month before.
  public let change: Int
  /// The manager's rating.
  public let rating: ProgressRating
  /// What one would expect; nil where the cause of the change is not known.
  public let expected: Expectation?
  /// Whether children left by the cohort's expected exit in the month.
  public let leftByExpectedExit: Bool

  /// Whether rating and expectation agree, or there is none.
  public var agrees: Bool {
    switch expected {
    case nil: true
    case .progress: rating.level.rawValue < 3
    case .neither: rating.level.rawValue == 3
    case .slippage: rating.level.rawValue > 3
    }
  }
}

/// A printed rate set against the one that the population in use gives.
public struct PrintedRate: Equatable, Sendable {
  /// The snapshot.
  public let snapshot: Snapshot
  /// The children it counts.
  public let children: Int
  /// The population in use.
  public let population: Population
  /// The rate as printed.
  public let printed: Quantity
  /// The rate at the same decimals.
  public let computed: Quantity
}

/// Comparators of another time than the number beside them.
public struct ComparatorYear: Equatable, Sendable {
  /// The month of the authority's own number.
  public let month: Month
  /// The years of the comparators, each once.
  public let dataYears: [String]
}

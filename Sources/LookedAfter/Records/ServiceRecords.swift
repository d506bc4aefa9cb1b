/// Care proceedings: those concluded in the month and those open at its end, by care plan.
public struct Proceedings: Sendable, Equatable {
  /// The month.
  public let month: Month

  /// Children in open proceedings, by the care plan that is likely.
  public let open: Breakdown

  /// Children whose proceedings were concluded, by outcome.
  public let concluded: Breakdown
}

/// What the edge of care team did, from its start to the end of a month.
///
/// Families and children are different units and are never added.
public struct EdgeOfCare: Sendable, Equatable {
  /// The period, from the start of the service.
  public let period: Period

  /// Work to prevent entry into care.
  public let prevention: EdgeOfCareProgramme

  /// Work to bring looked after children home.
  public let reunification: EdgeOfCareProgramme
}

/// One programme of the edge of care team.
public struct EdgeOfCareProgramme: Sendable, Equatable {
  /// Families worked with.
  public let families: Recorded<Int>?

  /// Children worked with, by what came of it to date.
  public let children: Breakdown
}

/// The long-term matching of children with their foster carers.
public struct LongTermMatching: Sendable, Equatable {
  /// The month.
  public let month: Month

  /// Children matched in the month.
  public let matchedInMonth: Recorded<Int>?

  /// Children matched since the review, and the period.
  public let matchedSinceReview: (number: Recorded<Int>, period: Period)?

  /// The share of long-stayers who have been in one placement for 2.5 years or more.
  public let stability: PublishedShare?

  /// The same share of the statistical neighbours.
  public let neighbourStability: Recorded<Quantity>?

  /// Whether two records say the same.
  public static func == (left: LongTermMatching, right: LongTermMatching) -> Bool {
    left.month == right.month && left.matchedInMonth == right.matchedInMonth
      && left.matchedSinceReview?.number == right.matchedSinceReview?.number
      && left.matchedSinceReview?.period == right.matchedSinceReview?.period
      && left.stability == right.stability && left.neighbourStability == right.neighbourStability
  }
}

/// A percentage as it was published, with as much of its basis as was published.
public struct PublishedShare: Sendable, Equatable {
  /// The percentage.
  public let percent: Recorded<Quantity>

  /// The children counted; nil when they were not published.
  public let numerator: Recorded<Int>?

  /// The children they are a share of; nil when they were not published.
  public let denominator: Recorded<Int>?

  /// What the share is of.
  public let definition: String
}

/// Children in residential care.
public struct Residential: Sendable, Equatable {
  /// The month.
  public let month: Month

  /// All children in residential care.
  public let all: Recorded<Int>?

  /// Those who could live in foster care if there were carers.
  public let couldBeFostered: Recorded<Int>?

  /// Children who came into residential care in the month, by reason.
  public let entered: [CountLine]

  /// Children who left residential care in the month, by where they went.
  public let left: [CountLine]

  /// Foster households matched with children under the residential step-down scheme.
  public let matchedHouseholds: CountLine?
}

import LookedAfter

/// What is expected at the end of one month.
public struct ProjectedMonth: Equatable, Sendable {
  /// The month.
  public let month: Month

  /// All children, at least as wide as services change from year to year.
  public let total: Band

  /// All children, as simulated.
  public let simulated: Band

  /// Each cohort, in the order of the model.
  public let cohorts: [CohortBand]

  /// Children per 10,000 aged 0 to 17; nil without a population.
  public let rate: Band?

  /// The rates of others, with the chance of being at or under each.
  public let goals: [GoalChance]

  /// What the month costs, in pounds; nil without a unit cost.
  public let cost: Band?
}

/// The band of a cohort.
public struct CohortBand: Equatable, Sendable {
  /// The cohort.
  public let id: CohortID

  /// Its children.
  public let children: Band
}

/// A rate of others, and how likely it is to be at or under it.
public struct GoalChance: Equatable, Sendable {
  /// The name.
  public let name: String

  /// The children there would be at its rate.
  public let needed: Int

  /// The expected number less those needed; negative below.
  public let gap: Band

  /// The chance of being at or under it, 0 to 1.
  public let chance: Double
}

/// What a scenario changes, at the end of one month.
public struct ProjectedDifference: Equatable, Sendable {
  /// The month.
  public let month: Month

  /// All children: fewer when negative.
  public let total: Band

  /// Each cohort, in the order of the model.
  public let cohorts: [CohortBand]

  /// What is spent more in the month, in pounds; saved when negative. Nil without a unit cost.
  public let cost: Band?

  /// The same for all months up to this one.
  public let costSoFar: Band?
}

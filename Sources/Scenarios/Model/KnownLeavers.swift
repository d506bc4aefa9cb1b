import LookedAfter

/// Children of one cohort of whom it is known how and when they may leave care.
///
/// Until they leave they are like the rest of their cohort; those whose application fails stay so. How
/// they go together with those who leave by the same route anyway is worked out by `Displacement`.
public struct KnownLeavers: Equatable, Sendable {
  /// Why it is known.
  public enum Reason: String, CaseIterable, Sendable {
    /// An application is planned and has not gone to legal services yet.
    case planned
    /// An application is with legal services.
    case withLegal = "with_legal"
    /// An application is filed with the court.
    case filed
    /// The eighteenth birthday falls in the month.
    case birthday
  }

  /// Why it is known.
  public var reason: Reason

  /// The cohort they are in.
  public var cohort: CohortID

  /// How they leave.
  public var route: MeasureID

  /// The children.
  public var number: Int

  /// The month that an application is planned for, or that a birthday falls in; for an application
  /// under way, the month after the count.
  public var due: Month

  /// The chance that a child leaves in the end, 0 to 1.
  public var chance: Double

  /// The variance of the chance, where it was estimated from few cases.
  public var chanceVariance: Double

  /// The chance, of those who leave in the end, that it happens in the month due, one month later,
  /// two months later, and so on. What is missing to 1 falls in the last.
  public var delay: [Double]

  /// Makes known leavers; see the properties.
  public init(
    reason: Reason, cohort: CohortID, route: MeasureID, number: Int, due: Month,
    chance: Double = 1, chanceVariance: Double = 0, delay: [Double] = [1]
  ) {
    self.reason = reason
    self.cohort = cohort
    self.route = route
    self.number = number
    self.due = due
    self.chance = chance
    self.chanceVariance = chanceVariance
    self.delay = delay
  }
}

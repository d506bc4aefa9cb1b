import LookedAfter

/// How much of an effort it takes to be at or under a number by a month, and how likely that makes it.
public struct GoalSeek: Equatable, Sendable {
  /// What may be done.
  public enum Effort: Equatable, Sendable {
    /// So many more children leave a month, by a route or a cohort when named.
    case moreLeavers(route: MeasureID? = nil, from: CohortID? = nil)
    /// So many fewer children join a month.
    case fewerJoiners
    /// Half of each.
    case both
  }

  /// What came out.
  public enum Outcome: Equatable, Sendable {
    /// It is at least as likely as was asked without doing anything.
    case reachedAnyway
    /// It takes so many children a month, from the first projected month on.
    case takes(perMonth: Double)
    /// Not even the most that this effort can do makes it as likely as was asked.
    case notReachable(most: Double)
  }

  /// The number to be at or under.
  public let target: Int

  /// The month by which.
  public let month: Month

  /// What may be done.
  public let effort: Effort

  /// How likely it was asked to be, 0 to 1.
  public let wanted: Double

  /// What it takes.
  public let outcome: Outcome

  /// How likely it is without doing anything.
  public let chanceAnyway: Double

  /// How likely it is with what it takes, or with the most that can be done.
  public let chance: Double

  /// The number expected with that.
  public let expected: Double

  /// Looks for the least effort, in steps of a tenth of a child a month.
  ///
  /// - Parameters:
  ///   - model: the model that is run.
  ///   - target: what is to be reached.
  ///   - month: when it is to be reached.
  ///   - effort: what can be done more of, or less.
  ///   - levers: what is done anyway.
  ///   - wanted: how likely it should be, 0.01 to 0.99.
  ///   - settings: how it is run.
  /// - Throws: `LeverError`, for a month that has gone by or levers that cannot be;
  ///   `ProjectionCancelled`.
  public init(
    _ model: FlowModel, reach target: Int, by month: Month, with effort: Effort,
    levers: [Lever] = [], wanted: Double = 0.5,
    settings: ProjectionSettings = ProjectionSettings()
  ) throws {
    let search = try GoalSearch(
      model, reach: target, by: month, levers: levers, settings: settings)
    self = try search.seek(effort, wanted: wanted)
  }

  init(
    target: Int, month: Month, effort: Effort, wanted: Double, outcome: Outcome,
    chanceAnyway: Double, chance: Double, expected: Double
  ) {
    self.target = target
    self.month = month
    self.effort = effort
    self.wanted = wanted
    self.outcome = outcome
    self.chanceAnyway = chanceAnyway
    self.chance = chance
    self.expected = expected
  }
}

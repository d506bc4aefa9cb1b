import Indicators
import LookedAfter

/// The months to come, as they would be and as they would be with some levers.
public struct Projection: Equatable, Sendable {
  /// What it rests on.
  public let basis: FlowModel.Basis

  /// The month of the last figures.
  public let start: Month

  /// The children at its end.
  public let opening: Int

  /// φ: how much more than chance the flows vary.
  public let spread: Double

  /// How it was run.
  public let settings: ProjectionSettings

  /// The months as things are.
  public let base: [ProjectedMonth]

  /// The months with the levers; nil when there are none.
  public let scenario: [ProjectedMonth]?

  /// The scenario less the base, path by path with the same luck; nil when there are no levers.
  public let difference: [ProjectedDifference]?

  /// How far the simulation of the base is from the closed form: the greatest distance of the two
  /// means of the total, in standard errors of the simulation.
  public let agreement: Double

  /// The months with the levers, or as things are when there are none.
  public var result: [ProjectedMonth] { scenario ?? base }

  /// Runs a projection.
  ///
  /// - Parameters:
  ///   - isCancelled: is asked now and then; when it says yes, the run stops.
  ///   - progress: is told how much is done, 0 to 1.
  /// - Throws: `LeverError`, or `ProjectionCancelled`.
  public static func run(
    _ model: FlowModel, levers: [Lever] = [], context: ProjectionContext = ProjectionContext(),
    settings: ProjectionSettings = ProjectionSettings(),
    isCancelled: @Sendable () -> Bool = { false }, progress: @Sendable (Double) -> Void = { _ in }
  ) throws -> Projection {
    let schedule = Schedule(model, months: settings.months)
    let share = levers.isEmpty ? 1.0 : 0.5
    let changed =
      levers.isEmpty ? nil : try LeverPlan(model, levers, months: settings.months).schedule()
    func ensemble(_ schedule: Schedule, from done: Double) throws -> Ensemble {
      guard
        let ensemble = Ensemble(
          schedule, paths: settings.paths, seed: settings.seed,
          workers: settings.workers ?? Workers.processors, isCancelled: isCancelled,
          progress: { progress(done + share * $0) })
      else { throw ProjectionCancelled() }
      return ensemble
    }
    let base = try ensemble(schedule, from: 0)
    let summary = ProjectionSummary(model, base, [], context)
    var scenario: [ProjectedMonth]?
    var difference: [ProjectedDifference]?
    if let changed {
      let with = try ensemble(changed, from: 0.5)
      let other = ProjectionSummary(model, with, levers, context)
      scenario = other.months
      difference = other.difference(from: summary)
    }
    let form = ClosedForm(schedule)
    let agreement = zip(form.totals, summary.months).map { mean, month in
      month.simulated.meanError > 0 ? abs(mean - month.simulated.mean) / month.simulated.meanError : 0
    }.max()
    return Projection(
      basis: model.basis, start: model.start, opening: max(0, model.opening),
      spread: model.spread, settings: settings, base: summary.months, scenario: scenario,
      difference: difference, agreement: agreement ?? 0)
  }
}

extension Projection {
  /// All children at the end of a month on each path, for those who want to work on with them.
  ///
  /// - Throws: `LeverError`, for a month that has gone by or levers that cannot be;
  ///   `ProjectionCancelled`, for one beyond the projection.
  public static func totals(
    of model: FlowModel, levers: [Lever] = [], in month: Month,
    settings: ProjectionSettings = ProjectionSettings()
  ) throws -> [Int] {
    let place = model.start.distance(to: month) - 1
    guard place >= 0 else { throw LeverError.past(month, start: model.start) }
    let schedule = try LeverPlan(model, levers, months: settings.months).schedule()
    guard place < schedule.months,
      let ensemble = Ensemble(
        schedule, paths: settings.paths, seed: settings.seed,
        workers: settings.workers ?? Workers.processors)
    else { throw ProjectionCancelled() }
    return ensemble.totals(place, overlap: model.overlap).map(Int.init)
  }
}

/// A run was stopped before it was done.
public struct ProjectionCancelled: Error, Equatable, CustomStringConvertible {
  /// One sentence for a person.
  public var description: String { "The projection was stopped; nothing has changed." }

  /// Makes the error.
  public init() {}
}

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

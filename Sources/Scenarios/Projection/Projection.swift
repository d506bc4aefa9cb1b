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

  /// How far the simulation is from the closed form, as things are and with the levers: the greatest
  /// distance of the two means of the total, in standard errors of the simulation.
  public let agreement: Double

  /// The months with the levers, or as things are when there are none.
  public var result: [ProjectedMonth] { scenario ?? base }

  /// Runs a projection.
  ///
  /// - Parameters:
  ///   - model: the model that is run.
  ///   - levers: what is changed.
  ///   - context: what the model was made of.
  ///   - settings: how it is run.
  ///   - isCancelled: is asked now and then; when it says yes, the run stops.
  ///   - progress: is told how much is done, 0 to 1.
  /// - Throws: `LeverError`, or `ProjectionCancelled`.
  public static func run(
    _ model: FlowModel, levers: [Lever] = [], context: ProjectionContext = ProjectionContext(),
    settings: ProjectionSettings = ProjectionSettings(),
    isCancelled: @Sendable () -> Bool = { false }, progress: @Sendable (Double) -> Void = { _ in }
  ) throws -> Projection {
    let runs = try run(
      model, scenarios: levers.isEmpty ? [[]] : [[], levers], context: context,
      settings: settings, isCancelled: isCancelled, progress: progress)
    return runs[runs.count - 1]
  }

  /// Runs several scenarios with the same luck: each beside the first, which is run once.
  ///
  /// - Returns: a projection for each; that of the first has no scenario besides.
  /// - Throws: `LeverError`, or `ProjectionCancelled`.
  public static func run(
    _ model: FlowModel, scenarios: [[Lever]], context: ProjectionContext,
    settings: ProjectionSettings, isCancelled: @Sendable () -> Bool = { false },
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws -> [Projection] {
    let schedules = try scenarios.map {
      try LeverPlan(model, $0, months: settings.months).schedule()
    }
    var runs: [Projection] = []
    var first: ProjectionSummary?
    for (place, schedule) in schedules.enumerated() {
      let (done, share) = (Double(place), 1 / Double(max(schedules.count, 1)))
      let ensemble =
        place == 0
        ? DrawnCourses.of(
          schedule, settings, isCancelled: isCancelled,
          progress: { progress((done + $0) * share) })
        : Ensemble(
          schedule, paths: settings.paths, seed: settings.seed,
          workers: settings.workers ?? Workers.processors, isCancelled: isCancelled,
          progress: { progress((done + $0) * share) })
      guard let ensemble else { throw ProjectionCancelled() }
      let summary = ProjectionSummary(model, ensemble, scenarios[place], context)
      let base = first ?? summary
      runs.append(
        Projection(
          basis: model.basis, start: model.start, opening: max(0, model.opening),
          spread: model.spread, settings: settings, base: base.months,
          scenario: place == 0 ? nil : summary.months,
          difference: place == 0 ? nil : summary.difference(from: base),
          agreement: max(runs.first?.agreement ?? 0, summary.agreement(with: schedule))))
      first = base
    }
    return runs
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

extension Projection {
  /// The first month in which it is at least so likely to be at or under a rate of others; nil when
  /// that is in none of the months.
  ///
  /// - Parameters:
  ///   - goal: the name, as the context has it.
  ///   - chance: 0 to 1; one half when it should be as likely as not.
  public func firstMonth(atOrUnder goal: String, chance: Double = 0.5) -> ProjectedMonth? {
    result.first { month in month.goals.contains { $0.name == goal && $0.chance >= chance } }
  }
}

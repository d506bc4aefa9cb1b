import Glibc
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
  /// The search goes by the closed form; the chance that is reported is simulated.
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
    let months = model.start.distance(to: month)
    guard months >= 1 else { throw LeverError.past(month, start: model.start) }
    guard months <= 600 else {
      throw LeverError.outOfRange(what: "number of months ahead", least: "1", most: "600")
    }
    let wanted = min(max(wanted, 0.01), 0.99)
    let trial = Trial(model, levers, effort, months: months, target: target)
    let anyway = try trial.simulated(0, settings)
    self.target = target
    self.month = month
    self.effort = effort
    self.wanted = wanted
    chanceAnyway = anyway.chance
    if anyway.chance >= wanted {
      outcome = .reachedAnyway
      (chance, expected) = (anyway.chance, anyway.mean)
      return
    }
    // The most is where more are to go than there are, or nobody joins any more.
    var (low, high) = (0, trial.mostTenths)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if trial.chance(middle) != nil { low = middle } else { high = middle - 1 }
    }
    let most = low
    var (under, enough) = (0, most)
    if (trial.chance(most) ?? 0) < wanted {
      outcome = .notReachable(most: Double(most) / 10)
      let end = try trial.simulated(most, settings)
      (chance, expected) = (end.chance, end.mean)
      return
    }
    while under + 1 < enough {
      let middle = (under + enough) / 2
      if (trial.chance(middle) ?? 1) >= wanted { enough = middle } else { under = middle }
    }
    // The simulation may see it slightly otherwise than the closed form.
    var found = try trial.simulated(enough, settings)
    for _ in 0..<5 where found.chance < wanted && enough < most {
      enough += 1
      found = try trial.simulated(enough, settings)
    }
    outcome = .takes(perMonth: Double(enough) / 10)
    (chance, expected) = (found.chance, found.mean)
  }
}

/// Tries an effort of some tenths of a child a month.
private struct Trial {
  let model: FlowModel
  let levers: [Lever]
  let effort: GoalSeek.Effort
  let months: Int
  let target: Int

  init(
    _ model: FlowModel, _ levers: [Lever], _ effort: GoalSeek.Effort, months: Int, target: Int
  ) {
    self.model = model
    self.levers = levers
    self.effort = effort
    self.months = months
    self.target = target
  }

  /// More than this cannot be done in any case.
  var mostTenths: Int {
    let joiners = 10 * model.compartments.reduce(0) { $0 + $1.joiners }
    let stock = 10 * Double(max(0, model.opening)) / Double(months) + joiners
    switch effort {
    case .moreLeavers: return Int(min(stock, 1e7).rounded(.up))
    case .fewerJoiners: return Int(min(joiners, 1e7).rounded(.down))
    case .both: return Int(min(2 * joiners, stock, 1e7).rounded(.down))
    }
  }

  private func schedule(_ tenths: Int) throws(LeverError) -> Schedule {
    let span = Span.from(model.start.advanced(by: 1))
    let number = Double(tenths) / 10
    let more: [Lever]
    switch effort {
    case .moreLeavers(let route, let from):
      more = [.leavers(.more(number), route: route, from: from, span)]
    case .fewerJoiners: more = [.joiners(.more(-number), span)]
    case .both:
      more = [.leavers(.more(number / 2), span), .joiners(.more(-number / 2), span)]
    }
    return try LeverPlan(model, levers + (tenths > 0 ? more : []), months: months).schedule()
  }

  /// The chance by the closed form; nil for an effort that cannot be made.
  func chance(_ tenths: Int) -> Double? {
    guard let schedule = try? schedule(tenths) else { return nil }
    let form = ClosedForm(schedule)
    guard let mean = form.totals.last, let variance = form.totalVariances.last else { return nil }
    return Forecast(mean: mean, deviation: variance.squareRoot()).chance(atMost: target)
  }

  func simulated(
    _ tenths: Int, _ settings: ProjectionSettings
  ) throws -> (chance: Double, mean: Double) {
    let schedule = try schedule(tenths)
    guard
      let ensemble = Ensemble(
        schedule, paths: settings.paths, seed: settings.seed,
        workers: settings.workers ?? Workers.processors)
    else { throw ProjectionCancelled() }
    let outcomes = Outcomes(ensemble.totals(months - 1, overlap: model.overlap))
    let widening = ProjectionSummary.widening(model, outcomes, months: months)
    let edge = outcomes.mean + (Double(target) + 0.5 - outcomes.mean) / widening
    return (outcomes.chance(atMost: edge), outcomes.mean)
  }
}

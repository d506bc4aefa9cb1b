import Glibc
import LookedAfter

/// Looks for efforts by which a number is reached by a month.
///
/// The courses are drawn once, as things are. An effort moves their mean and their spread by what the
/// closed form makes of it, so that all efforts are tried on the same luck and none has to be drawn
/// again.
public struct GoalSearch {
  private let model: FlowModel
  private let target: Int
  private let month: Month
  private let levers: [Lever]
  private let months: Int
  private let outcomes: Outcomes
  private let base: Moments
  private let displacement: Displacement

  /// The mean and the variance of all children in the month, by the closed form.
  private struct Moments {
    let mean: Double
    let variance: Double
  }

  /// - Parameters:
  ///   - target: the number to be at or under.
  ///   - levers: what is done anyway.
  /// - Throws: `LeverError`, for a month that has gone by or levers that cannot be;
  ///   `ProjectionCancelled`.
  public init(
    _ model: FlowModel, reach target: Int, by month: Month, levers: [Lever] = [],
    settings: ProjectionSettings = ProjectionSettings(),
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    let months = model.start.distance(to: month)
    guard months >= 1 else { throw LeverError.past(month, start: model.start) }
    guard months <= 600 else {
      throw LeverError.outOfRange(what: "number of months ahead", least: "1", most: "600")
    }
    self.model = model
    self.target = target
    self.month = month
    self.levers = levers
    self.months = months
    displacement = Displacement(model, months: months)
    let schedule = try LeverPlan(model, levers, months: months, displacement: displacement)
      .schedule()
    guard let ensemble = DrawnCourses.of(schedule, settings, isCancelled: isCancelled) else {
      throw ProjectionCancelled()
    }
    outcomes = Outcomes(ensemble.totals(months - 1, overlap: model.overlap))
    base = Self.moments(schedule)
    // A chance that is wanted is kept by as much as drawing other courses could take from it.
    margin = 0.6 / Double(max(settings.paths, 1)).squareRoot()
  }

  private let margin: Double

  /// The least effort that makes the number at least so likely.
  public func seek(_ effort: GoalSeek.Effort, wanted: Double) throws -> GoalSeek {
    let wanted = min(max(wanted, 0.01), 0.99)
    let anyway = chance(base)
    func found(_ outcome: GoalSeek.Outcome, _ moments: Moments) -> GoalSeek {
      GoalSeek(
        target: target, month: month, effort: effort, wanted: wanted, outcome: outcome,
        chanceAnyway: anyway, chance: chance(moments),
        expected: max(0, outcomes.mean + moments.mean - base.mean))
    }
    if anyway >= wanted { return found(.reachedAnyway, base) }
    let sure = min(wanted + margin, (1 + wanted) / 2)
    let upper = mostTenths(effort)
    if let (tenths, moments) = nearest(effort, upTo: upper, sure) {
      return found(.takes(perMonth: Double(tenths) / 10), moments)
    }
    // The most is where more are to go than there are, or nobody joins any more.
    var (most, beyond) = (0, upper + 1)
    while most + 1 < beyond {
      let middle = most + (beyond - most) / 2
      if schedule(effort, middle) != nil { most = middle } else { beyond = middle }
    }
    let end = most > 0 ? moments(effort, most) ?? base : base
    guard chance(end) >= wanted else {
      return found(.notReachable(most: Double(most) / 10), end)
    }
    var (under, enough, best) = (0, most, end)
    while under + 1 < enough {
      let middle = (under + enough) / 2
      if let now = moments(effort, middle), chance(now) >= sure {
        (enough, best) = (middle, now)
      } else {
        under = middle
      }
    }
    return found(.takes(perMonth: Double(enough) / 10), best)
  }

  /// The least effort by steps along the line that the mean follows; nil where one of the steps cannot
  /// be made, or is not enough.
  private func nearest(
    _ effort: GoalSeek.Effort, upTo most: Int, _ sure: Double
  ) -> (tenths: Int, moments: Moments)? {
    guard most > 0 else { return nil }
    var before = (tenths: 0, moments: base)
    let first = min(10, most)
    guard let one = moments(effort, first) else { return nil }
    var now = (tenths: first, moments: one)
    for _ in 0..<4 {
      let slope =
        (before.moments.mean - now.moments.mean) / Double(now.tenths - before.tenths)
      guard slope > 1e-9 else { return nil }
      let far = (now.moments.mean - mean(for: sure, variance: now.moments.variance)) / slope
      guard far.magnitude < 1e7 else { return nil }
      let next = max(1, now.tenths + Int(far.rounded(.up)))
      guard next <= most else { return nil }
      if next == now.tenths { break }
      guard let then = moments(effort, next) else { return nil }
      (before, now) = (now, (next, then))
    }
    for _ in 0..<20 where chance(now.moments) < sure {
      guard now.tenths < most, let then = moments(effort, now.tenths + 1) else { return nil }
      now = (now.tenths + 1, then)
    }
    for _ in 0..<20 where now.tenths > 1 {
      guard let then = moments(effort, now.tenths - 1), chance(then) >= sure else { break }
      now = (now.tenths - 1, then)
    }
    return chance(now.moments) >= sure ? now : nil
  }

  /// The mean with which the target is as likely as wanted, for a spread.
  private func mean(for chance: Double, variance: Double) -> Double {
    let stretch = base.variance > 0 ? (variance / base.variance).squareRoot() : 1
    let widening = ProjectionSummary.widening(
      model, variance: outcomes.variance * stretch * stretch, months: months)
    let reach = (outcomes.quantile(chance) - outcomes.mean) * stretch * widening
    return Double(target) + 0.5 - reach - outcomes.mean + base.mean
  }

  /// The chance of the target or fewer, where the drawn courses have another mean and spread.
  private func chance(_ moments: Moments) -> Double {
    let stretch = base.variance > 0 ? (moments.variance / base.variance).squareRoot() : 1
    let mean = outcomes.mean + moments.mean - base.mean
    let widening = ProjectionSummary.widening(
      model, variance: outcomes.variance * stretch * stretch, months: months)
    let distance = (Double(target) + 0.5 - mean) / widening
    guard stretch > 0 else { return distance >= 0 ? 1 : 0 }
    return outcomes.chance(atMost: outcomes.mean + distance / stretch)
  }

  private func moments(_ effort: GoalSeek.Effort, _ tenths: Int) -> Moments? {
    schedule(effort, tenths).map(Self.moments)
  }

  private static func moments(_ schedule: Schedule) -> Moments {
    let form = ClosedForm(schedule)
    return Moments(mean: form.totals.last ?? 0, variance: form.totalVariances.last ?? 0)
  }

  // MARK: Efforts

  /// More than this cannot be done in any case.
  private func mostTenths(_ effort: GoalSeek.Effort) -> Int {
    let joiners = 10 * model.compartments.reduce(0) { $0 + $1.joiners }
    let stock = 10 * Double(max(0, model.opening)) / Double(months) + joiners
    switch effort {
    case .moreLeavers: return Int(min(stock, 1e7).rounded(.up))
    case .fewerJoiners: return Int(min(joiners, 1e7).rounded(.down))
    case .both: return Int(min(2 * joiners, stock, 1e7).rounded(.down))
    }
  }

  /// What comes of an effort of some tenths of a child a month; nil for one that cannot be made.
  private func schedule(_ effort: GoalSeek.Effort, _ tenths: Int) -> Schedule? {
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
    return try? LeverPlan(
      model, levers + (tenths > 0 ? more : []), months: months, displacement: displacement
    ).schedule()
  }
}

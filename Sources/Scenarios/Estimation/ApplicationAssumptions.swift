import Indicators
import LookedAfter

/// What becomes of applications: how many go on time, how long legal services and the court take, how
/// many succeed. From the authority's own papers, joined with stated assumptions that weigh less the
/// more the papers hold.
public struct ApplicationAssumptions: Equatable, Sendable {
  /// A share, and the cases it rests on.
  public struct Share: Equatable, Sendable {
    /// The share, 0 to 1.
    public let value: Double

    /// The authority's own cases.
    public let cases: Int

    /// The own cases that came out so.
    public let successes: Int

    /// The cases that the assumption counts as.
    public let weight: Double

    /// What was assumed.
    public let assumed: Double

    /// Joins own cases and an assumption.
    public init(successes: Int, of cases: Int, assumed: Double, weight: Double) {
      let cases = max(0, cases)
      let successes = min(max(0, successes), cases)
      self.cases = cases
      self.successes = successes
      self.assumed = assumed
      self.weight = weight
      value = (Double(successes) + weight * assumed) / max(Double(cases) + weight, 1e-9)
    }

    /// The variance of the share, as little as it rests on.
    public var variance: Double { value * (1 - value) / (Double(cases) + weight + 1) }
  }

  /// Of the applications planned for a month, the share that goes to legal services in it; of those
  /// that slip, the same share goes in each month after. Assumed: a half, counting as 10 cases.
  public let onTime: Share

  /// Of the applications with legal services, the share that is filed in a month. Assumed: a half,
  /// counting as 10 cases.
  public let filing: Share

  /// Of the applications filed, the share that is decided in a month. Assumed: a quarter, counting as
  /// 8 cases.
  public let deciding: Share

  /// The share of applications that end in an order. Assumed: 9 in 10, counting as 20 cases; no paper
  /// says how many are refused or withdrawn.
  public let success: Share

  /// The assumptions alone.
  public static let stated = ApplicationAssumptions(
    onTime: Share(successes: 0, of: 0, assumed: 0.5, weight: 10),
    filing: Share(successes: 0, of: 0, assumed: 0.5, weight: 10),
    deciding: Share(successes: 0, of: 0, assumed: 0.25, weight: 8),
    success: Share(successes: 0, of: 0, assumed: 0.9, weight: 20))

  /// Makes assumptions; see the properties.
  public init(onTime: Share, filing: Share, deciding: Share, success: Share) {
    self.onTime = onTime
    self.filing = filing
    self.deciding = deciding
    self.success = success
  }

  /// Learns from a history up to a month: what was sent of what was planned, and what was granted of
  /// what had been filed a month before.
  public init(_ history: History, upTo last: Month) {
    var (planned, sent, filed, granted) = (0, 0, 0, 0)
    for month in history.months where month <= last {
      if let outcome = history.plannedApplications(reportedIn: month)?.outcome,
        let number = outcome.sent?.value, let of = outcome.planned
      {
        sent += number
        planned += of
      }
      if let before = history.pipeline(in: .month(month.advanced(by: -1)))?.all(at: .filed),
        let number = history.pipeline(in: .month(month))?.all(at: .granted)
      {
        granted += number
        filed += before
      }
    }
    self.init(
      onTime: Share(successes: sent, of: planned, assumed: 0.5, weight: 10),
      filing: Self.stated.filing,
      deciding: Share(successes: granted, of: filed, assumed: 0.25, weight: 8),
      success: Self.stated.success)
  }

  /// The chance that an application at a stage is decided in the month due, a month later, and so on,
  /// over three years.
  public func delay(_ reason: KnownLeavers.Reason) -> [Double] {
    let steps: [Double] =
      switch reason {
      case .birthday: []
      case .filed: [deciding.value]
      case .withLegal: [filing.value, deciding.value]
      case .planned: [onTime.value, filing.value, deciding.value]
      }
    guard !steps.isEmpty else { return [1] }
    // An application takes at least a month for each stage after its first.
    var waiting = steps.map { _ in 0.0 }
    waiting[0] = 1
    var decided: [Double] = []
    for _ in 0..<36 {
      var next = waiting
      decided.append(waiting[steps.count - 1] * steps[steps.count - 1])
      for (stage, share) in steps.enumerated() {
        let going = waiting[stage] * share
        next[stage] -= going
        if stage + 1 < steps.count { next[stage + 1] += going }
      }
      waiting = next
    }
    return decided
  }

  /// The applications that a history holds for a month: filed, with legal services, planned.
  ///
  /// They are of the cohort whose children the route is for; where the scheme has none, of no cohort.
  public func openApplications(_ history: History, month: Month) -> [KnownLeavers] {
    var lines: [KnownLeavers] = []
    func add(
      _ reason: KnownLeavers.Reason, _ route: Route, _ number: Int?, _ due: Month
    ) {
      guard let number, number > 0 else { return }
      let cohort = history.scheme.cohorts.first { $0.route == route }
      lines.append(
        KnownLeavers(
          reason: reason, cohort: cohort?.id ?? FlowModel.remainder,
          route: cohort?.exitReason ?? "ceased.\(route.rawValue)", number: number, due: due,
          chance: success.value, chanceVariance: success.variance, delay: delay(reason)))
    }
    let pipeline = history.pipeline(in: .month(month))
    for route in Route.allCases {
      add(.filed, route, pipeline?[route, .filed]?.value, month.advanced(by: 1))
      add(.withLegal, route, pipeline?[route, .withLegal]?.value, month.advanced(by: 1))
    }
    for plan in history.plannedApplications(reportedIn: month)?.plans ?? [] {
      for route in Route.allCases { add(.planned, route, plan.routes[route]?.value, plan.month) }
    }
    return lines
  }
}

/// How much more starts and leavers vary than if children came and went independently: φ.
///
/// Siblings enter and leave together. `φ = Σ(d - mean d)² / (k - 1) / mean(E + X)` over `k` monthly net
/// changes `d`, at least 1.
public struct Spread: Equatable, Sendable {
  /// Where the number comes from.
  public enum Basis: Equatable, Sendable {
    /// Estimated from so many months.
    case estimated(months: Int)
    /// The usual number for monthly figures, where there are too few to estimate it.
    case assumedMonthly
    /// The usual number for yearly figures: that of the middle authority in England, 2016 to 2025.
    case assumedYearly
    /// Given by the caller.
    case given
  }

  /// φ, 1 or more.
  public let phi: Double

  /// Where it comes from.
  public let basis: Basis

  /// The months that an estimate needs.
  public static let monthsNeeded = 12

  /// 2, where only a few months are known.
  public static let monthly = Spread(phi: 2, basis: .assumedMonthly)

  /// 2.6, where only yearly figures are known.
  public static let yearly = Spread(phi: 2.6, basis: .assumedYearly)

  /// 1: children come and go independently of one another.
  public static let independent = Spread(phi: 1, basis: .given)

  private init(phi: Double, basis: Basis) {
    self.phi = phi
    self.basis = basis
  }

  /// A given spread; nil below 1, or for what is not a number.
  public init?(_ phi: Double) {
    guard phi >= 1, phi <= 1e6 else { return nil }
    self.init(phi: phi, basis: .given)
  }

  /// The spread of the months in which both starts and leavers are known; the usual one for
  /// monthly figures when they are fewer than twelve.
  ///
  /// - Parameters:
  ///   - started: those who joined, by month.
  ///   - ceased: those who left, by month.
  ///   - last: the place of the last month that counts; nil for the last there is.
  public init(started: FlowSeries, ceased: FlowSeries, upTo last: Int? = nil) {
    let count = max(0, (last ?? started.series.values.count - 1) + 1)
    let pairs = zip(started.series.values, ceased.series.values).prefix(count)
    let months = pairs.compactMap { started, ceased in
      started.flatMap { started in ceased.map { (net: started - $0, events: started + $0) } }
    }
    guard months.count >= Self.monthsNeeded, let meanNet = Averages.mean(months.map(\.net)),
      let meanEvents = Averages.mean(months.map(\.events))
    else {
      self = .monthly
      return
    }
    guard meanEvents > 0 else {
      self.init(phi: 1, basis: .estimated(months: months.count))
      return
    }
    var squares = CompensatedSum()
    for month in months { squares.add((month.net - meanNet) * (month.net - meanNet)) }
    let phi = squares.value / Double(months.count - 1) / meanEvents
    self.init(phi: max(1, phi), basis: .estimated(months: months.count))
  }

  /// The spread of the events of a month, `Σ(y - mean y)² / (k - 1) / mean y`, at least 1; the usual one
  /// for monthly figures where fewer than twelve months are known.
  public init(events: FlowSeries) {
    let months = events.series.values.compactMap { $0 }
    guard months.count >= Self.monthsNeeded, let mean = Averages.mean(months) else {
      self = .monthly
      return
    }
    var squares = CompensatedSum()
    for month in months { squares.add((month - mean) * (month - mean)) }
    let phi = mean > 0 ? squares.value / Double(months.count - 1) / mean : 1
    self.init(phi: max(1, phi), basis: .estimated(months: months.count))
  }

  /// That the number is the usual one rather than the authority's own.
  var cautions: [Caution] {
    switch basis {
    case .assumedMonthly, .assumedYearly: [.assumedSpread(phi)]
    case .estimated, .given: []
    }
  }

  /// Where the number comes from, in words.
  var basisInWords: String {
    switch basis {
    case .estimated(let months): "estimated from \(months) months"
    case .assumedMonthly: "usual for monthly figures"
    case .assumedYearly: "usual for yearly figures"
    case .given: "given"
    }
  }
}

import LookedAfter

/// The average of a comparator group, such as statistical neighbours, with how many it rests on.
///
/// The mean is that of the printed rates, as the Local Authority Interactive Tool has it; the median
/// is what the Department's dashboard shows; the pooled rate is all children over all population.
public struct GroupStatistics: Equatable, Sendable, Explainable {
  /// A member of a group in a year.
  public struct Member: Equatable, Sendable {
    /// The name or code.
    public let name: String

    /// The printed rate; nil where none was published.
    public let rate: Quantity?

    /// The count and the population aged 0 to 17; nil where either is not known.
    public let fraction: RatePer10000?

    /// How the figures came to be known.
    public let provenance: [Provenance]

    /// Makes a member.
    public init(
      _ name: String, rate: Quantity?, fraction: RatePer10000? = nil,
      provenance: [Provenance] = []
    ) {
      self.name = name
      self.rate = rate
      self.fraction = fraction
      self.provenance = provenance
    }
  }

  /// A way of averaging.
  public enum Average: String, CaseIterable, Sendable {
    /// The simple mean of the printed rates.
    case mean
    /// The median of the printed rates.
    case median
    /// All children over all population.
    case pooled
  }

  /// The members, those without a value among them.
  public let members: [Member]

  /// A group with fewer values is not shown.
  public static let minimum = 3

  /// The statistics of a group; nil when fewer than three members have a printed rate, or one of the
  /// rates is too great to be worked with.
  public init?(_ members: [Member]) {
    let rates = members.compactMap(\.rate)
    // Within these bounds no exact sum overflows.
    guard (Self.minimum...10_000).contains(rates.count),
      rates.allSatisfy({ abs($0.value) <= 1_000_000 && $0.decimals <= 4 })
    else { return nil }
    self.members = members
  }

  private var rates: [Quantity] { members.compactMap(\.rate) }

  /// How many members have a printed rate.
  public var withValue: Int { rates.count }

  /// The members without one.
  public var missing: [String] { members.filter { $0.rate == nil }.map(\.name) }

  /// The mean of the printed rates.
  public var mean: Double { Double(sum.mantissa) / Double(powerOfTen(sum.decimals) * rates.count) }

  /// The median of the printed rates.
  public var median: Double { Averages.median(rates.map(\.value)) ?? mean }

  /// All children per 10,000 of all population, over the members where both are known; nil with
  /// fewer than three of them.
  public var pooled: Double? {
    let known = members.compactMap(\.fraction)
    guard known.count >= Self.minimum else { return nil }
    let children = known.reduce(0.0) { $0 + Double($1.children) }
    return children / known.reduce(0.0) { $0 + Double($1.population) } * 10_000
  }

  /// The smallest printed rate.
  public var lowest: Double { rates.map(\.value).min() ?? mean }

  /// The largest printed rate.
  public var highest: Double { rates.map(\.value).max() ?? mean }

  /// An average rounded half away from zero; nil for a pooled rate that is not known.
  ///
  /// The mean and the median are rounded from exact sums.
  public func rounded(_ average: Average, toDecimals decimals: Int = 1) -> Quantity? {
    let decimals = min(max(decimals, 0), 4)
    switch average {
    case .mean: return exact(sum.mantissa, over: rates.count * powerOfTen(sum.decimals), decimals)
    case .median:
      let sorted = aligned.sorted()
      let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      return exact(low + high, over: 2 * powerOfTen(sum.decimals), decimals)
    case .pooled: return pooled.flatMap { Quantity($0, decimals: decimals) }
    }
  }

  /// The rates as whole numbers of the smallest unit that any of them has.
  private var aligned: [Int] {
    let decimals = rates.map(\.decimals).max() ?? 0
    return rates.map { $0.mantissa * powerOfTen(decimals - $0.decimals) }
  }

  private var sum: (mantissa: Int, decimals: Int) {
    (aligned.reduce(0, +), rates.map(\.decimals).max() ?? 0)
  }

  private func exact(_ mantissa: Int, over divisor: Int, _ decimals: Int) -> Quantity {
    Quantity(
      mantissa: divideRoundingHalfAwayFromZero(mantissa * powerOfTen(decimals), by: divisor),
      decimals: decimals)
  }

  /// How the averages were made.
  public var working: Working {
    var results = [
      Working.Line("mean", .number(mean)), Working.Line("median", .number(median)),
      Working.Line("lowest", .number(lowest)), Working.Line("highest", .number(highest)),
    ]
    if let pooled { results.append(Working.Line("pooled", .number(pooled))) }
    return Working(
      "average of a group",
      formula: "mean and median of the printed rates; pooled = Σx / Σn × 10,000",
      inputs: members.compactMap { member in
        member.rate.map { Working.Input(member.name, .exact($0), member.provenance) }
      },
      results: results,
      cautions: withValue < members.count
        ? [.membersMissing(have: withValue, of: members.count)] : [])
  }
}

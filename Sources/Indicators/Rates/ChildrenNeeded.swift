import LookedAfter

/// How many children an authority would look after at the rate of a comparator.
///
/// `needed = rate × population / 10,000`, in whole children, with the rate taken at one decimal:
/// that is how the council's own table comes out. Worked, for 36,103: 65.0 gives 235, 54.4 gives
/// 196, 82.0 gives 296. The comparator is not a target.
public struct ChildrenNeeded: Equatable, Sendable, Explainable {
  /// The comparator's rate at one decimal.
  public let rate: Quantity

  /// The population aged 0 to 17.
  public let population: Int

  /// The number of children at that rate.
  public let number: Int

  /// The number at a rate; nil where there is no population, or a number is too great.
  public init?(rate: Quantity, population: Int) {
    guard (1..<1_000_000_000).contains(population) else { return nil }
    let rounded = rate.rounded(toDecimals: 1)
    let (product, overflow) = rounded.mantissa.multipliedReportingOverflow(by: population)
    guard !overflow, product != .min else { return nil }
    self.rate = rounded
    self.population = population
    number = divideRoundingHalfAwayFromZero(product, by: 10_000 * powerOfTen(rounded.decimals))
  }

  /// The number before it is rounded to whole children.
  public var value: Double {
    Double(rate.mantissa) * Double(population) / Double(10_000 * powerOfTen(rate.decimals))
  }

  /// The children looked after less the number needed: more than zero above the comparator.
  public func gap(of children: Int) -> Int { children &- number }

  /// The gap at either limit of the count, in whole children: how far it would move by chance.
  ///
  /// Worked: 344 children and 67.0 on 34,439 have a gap of 113, between 78 and 152.
  public func gapRange(of limits: CountLimits) -> ClosedRange<Int> {
    let (low, high) = (whole(limits.lower - value), whole(limits.upper - value))
    return min(low, high)...max(low, high)
  }

  /// How the number was made.
  public var working: Working {
    Working(
      "children at a comparator's rate", formula: "needed = c × n / 10,000",
      inputs: [Working.Input("c", .exact(rate)), Working.Input("n", .whole(population))],
      results: [
        Working.Line("needed before rounding", .number(value)),
        Working.Line("needed", .whole(number)),
      ], cautions: [.comparatorIsNoTarget])
  }

  private func whole(_ children: Double) -> Int {
    Int(exactly: children.rounded(.toNearestOrAwayFromZero)) ?? 0
  }
}

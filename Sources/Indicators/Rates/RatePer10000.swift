import LookedAfter

/// Looked after children per 10,000 of the population aged 0 to 17.
///
/// `rate = children / population × 10,000`, kept exact as a fraction and rounded only when it is
/// shown. Worked: 333 of 36,103 is 92.2361, shown as 92. Source: Department for Education,
/// methodology of Children looked after in England.
public struct RatePer10000: Equatable, Sendable {
  /// The children counted.
  public let children: Int

  /// The population aged 0 to 17, greater than zero.
  public let population: Int

  /// The rate; nil where there is no population to take it of.
  public init?(children: Int, population: Int) {
    guard population > 0 else { return nil }
    self.children = children
    self.population = population
  }

  /// The rate rounded half away from zero.
  ///
  /// - Parameter decimals: 0, as the papers print it, to 6.
  public func rounded(toDecimals decimals: Int = 0) -> Quantity {
    let decimals = min(max(decimals, 0), 6)
    let scaled = children * 10_000 * powerOfTen(decimals)
    return Quantity(
      mantissa: divideRoundingHalfAwayFromZero(scaled, by: population), decimals: decimals)
  }
}

/// How many children an authority would look after at the rate of a comparator.
///
/// `needed = rate × population / 10,000`, in whole children, with the rate taken at one decimal:
/// that is how the council's own table comes out. Worked, for 36,103: 65.0 gives 235, 54.4 gives
/// 196, 82.0 gives 296. The comparator is not a target.
public struct ChildrenNeeded: Equatable, Sendable {
  /// The comparator's rate at one decimal.
  public let rate: Quantity

  /// The number of children at that rate.
  public let number: Int

  /// The number at a rate; nil where there is no population.
  public init?(rate: Quantity, population: Int) {
    guard population > 0 else { return nil }
    let rounded = rate.rounded(toDecimals: 1)
    self.rate = rounded
    number = divideRoundingHalfAwayFromZero(
      rounded.mantissa * population, by: 10_000 * powerOfTen(rounded.decimals))
  }
}

/// An authority's number and rate beside a comparator's.
public struct RateComparison: Equatable, Sendable {
  /// The comparator.
  public let comparator: Comparator

  /// How many children the authority would look after at its rate.
  public let needed: ChildrenNeeded

  /// The children looked after less those needed: more than zero above the comparator.
  public let gap: Int

  /// Compares a number of children.
  public init?(children: Int, population: Int, comparator: Comparator) {
    guard let needed = ChildrenNeeded(rate: comparator.rate.value, population: population) else {
      return nil
    }
    self.comparator = comparator
    self.needed = needed
    gap = children - needed.number
  }
}

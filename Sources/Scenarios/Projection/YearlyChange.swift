import Glibc
import Indicators

/// How much a service's number changes from year to year, and what follows for the years to come.
///
/// Services change in ways that no rate of the last months foretells. As the mean nothing beats the
/// number as it is; how far it will be from it is taken from the yearly changes of the log number:
/// `s² = (k own² + 6 pooled²) / (k + 6)`, `own²` being the mean square of the authority's own `k` last
/// changes, at most six, and `pooled` that of English authorities of its size. `N exp(±z s √h)`.
public struct YearlyChange: Equatable, Sendable {
  /// The number at the end of the last year.
  public let opening: Int

  /// s: the standard deviation of a year's change of the log number.
  public let deviation: Double

  /// The authority's own yearly changes that it rests on.
  public let changes: Int

  /// The changes that count.
  public static let mostChanges = 6

  /// The change of a year in English authorities of 2016 to 2025 that look after so many children:
  /// 0.114 under 200, 0.075 up to 800, 0.066 above.
  public static func pooledDeviation(children: Int) -> Double {
    children < 200 ? 0.114 : children <= 800 ? 0.075 : 0.066
  }

  /// Estimates from the numbers of successive years, oldest first; nil when the last is not known or
  /// is 0. A year that is missing, or 0, takes the changes on either side with it.
  public init?(_ numbers: [Int?]) {
    guard let last = numbers.last, let opening = last, opening > 0 else { return nil }
    let changes = zip(numbers, numbers.dropFirst()).compactMap { before, now -> Double? in
      guard let before, let now, before > 0, now > 0 else { return nil }
      return log(Double(now) / Double(before))
    }.suffix(Self.mostChanges)
    self.init(opening: opening, squares: changes.map { $0 * $0 })
  }

  /// From a monthly series: the numbers of the last month and of those twelve, twenty-four, …
  /// months before.
  public init?(_ flows: MonthlyFlows) {
    let yearly = stride(from: flows.totals.count - 1, through: 0, by: -12).map { flows.totals[$0] }
    self.init(yearly.reversed())
  }

  /// The size alone, where no year is known: as other authorities of the size.
  public init?(children: Int) {
    guard children > 0 else { return nil }
    self.init(opening: children, squares: [])
  }

  private init(opening: Int, squares: [Double]) {
    self.opening = opening
    changes = squares.count
    let pooled = Self.pooledDeviation(children: opening)
    let own = squares.reduce(0, +)
    let prior = Double(Self.mostChanges)
    deviation = ((own + prior * pooled * pooled) / (Double(squares.count) + prior)).squareRoot()
  }

  /// The band that holds a share of cases after some years, in whole children.
  public func band(_ share: Double, years: Double) -> (lower: Double, upper: Double) {
    let reach = exp(
      NormalDistribution.quantile(0.5 + share / 2) * deviation * max(0, years).squareRoot())
    return ((Double(opening) / reach).rounded(), (Double(opening) * reach).rounded())
  }

  /// The variance of the number after some years, in children: `(N s)² h`.
  func variance(years: Double) -> Double {
    let yearly = Double(opening) * deviation
    return yearly * yearly * max(0, years)
  }
}

import Glibc
import Indicators
import LookedAfter

/// What monthly starts and leavers say of the months to come: how many start, which share leaves, how
/// much more than chance both vary, and how sure that is.
public struct FlowEstimate: Equatable, Sendable {
  /// How much the months of the past count.
  public enum Weighting: Equatable, Sendable {
    /// The last so many months count alike, those before not at all.
    case last(Int)
    /// A month counts half as much as one that is so many months later.
    case fading(halfLife: Double)

    /// Months count half as much as those a year later: of the weightings tried on made-up series that
    /// hold steady, fall, rise, come in sibling groups and change with the season, it was the one
    /// whose forecasts came nearest.
    public static let usual = Weighting.fading(halfLife: 12)

    func weight(age: Int) -> Double {
      switch self {
      case .last(let months): age < months ? 1 : 0
      case .fading(let halfLife): exp2(-Double(age) / max(halfLife, 0.1))
      }
    }
  }

  /// λ: the children who start in a month, in the average month of the year.
  public let starts: Double

  /// μ: the share of children who leave in a month.
  public let leaverRate: Double

  /// φ, of starts from which the season is taken out.
  public let spread: Spread

  /// What the starts of each calendar month, January first, are to the average month.
  public let season: [Double]

  /// The squared relative error of λ.
  public let startsError: Double

  /// The squared relative error of μ.
  public let leaversError: Double

  /// The months it rests on.
  public let months: Int

  /// The last of them.
  public let last: Month

  /// The children at the end of the last month.
  public let opening: Int

  /// How the number changed from year to year; nil where the stock is empty.
  public let yearly: YearlyChange?

  /// The months that are needed.
  public static let monthsNeeded = 12

  /// What rates change by of themselves from one year to the next: the squared relative change that
  /// is added to their errors. With less, bands a year ahead held too little on services that change.
  static let drift = 0.002

  /// Estimates from monthly figures.
  ///
  /// - Throws: `ProjectionRefusal`, when there are under 12 months.
  public init(_ flows: MonthlyFlows, weighting: Weighting = .usual) throws(ProjectionRefusal) {
    let complete = flows.usable
    guard complete.count >= Self.monthsNeeded else {
      throw .tooShort(months: complete.count, needed: Self.monthsNeeded)
    }
    guard let end = complete.last, let opening = flows.totals[end.index] ?? Self.after(end) else {
      throw .noStock
    }
    let recent = Array(complete.suffix(36))
    let calendar = recent.map { flows.first.advanced(by: $0.index).month - 1 }
    let rough = Self.spread(recent, Array(repeating: 1, count: 12), calendar)
    let season = Season.factors(
      starts: recent.map { Double($0.started) }, calendar: calendar, spread: rough.phi)
    let spread = Self.spread(recent, season, calendar)
    var (weights, squares, starts, seasons, leavers, risk) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for month in complete {
      let weight = weighting.weight(age: end.index - month.index)
      let factor = season[flows.first.advanced(by: month.index).month - 1]
      weights += weight
      squares += weight * weight
      starts += weight * Double(month.started)
      seasons += weight * factor
      leavers += weight * Double(month.ceased)
      risk += weight * Double(month.opening)
    }
    let effective = squares > 0 ? weights * weights / squares : 0
    guard risk > 0, seasons > 0, effective > 0 else { throw .noChildren }
    self.starts = starts / seasons
    leaverRate = min(1, leavers / risk)
    // Half an event keeps a rate that has not been seen from being held for impossible.
    startsError = spread.phi / max(self.starts * effective, 0.5) + Self.drift
    leaversError = spread.phi / max(leavers / weights * effective, 0.5) + Self.drift
    self.spread = spread
    self.season = season
    self.opening = opening
    yearly = YearlyChange(flows) ?? YearlyChange(children: opening)
    months = complete.count
    last = flows.first.advanced(by: end.index)
  }

  private static func after(
    _ month: (index: Int, opening: Int, started: Int, ceased: Int)
  ) -> Int? {
    max(0, month.opening + month.started - month.ceased)
  }

  private static func spread(
    _ months: [(index: Int, opening: Int, started: Int, ceased: Int)], _ season: [Double],
    _ calendar: [Int]
  ) -> Spread {
    let mean = months.reduce(0.0) { $0 + Double($1.started) } / Double(max(months.count, 1))
    let started = zip(months, calendar).map { max(0, Double($0.started) - mean * (season[$1] - 1)) }
    guard
      let first = try? FlowSeries(Series(started.map(Optional.some))),
      let second = try? FlowSeries(Series(months.map { Double($0.ceased) }))
    else { return .monthly }
    return Spread(started: first, ceased: second)
  }

  /// The model of one stock that the estimate makes.
  public var model: FlowModel {
    var model = FlowModel(
      start: last,
      compartments: [
        Compartment(
          id: .total, opening: opening, joiners: starts,
          leaving: [LeavingRate(.ceased, leaverRate)])
      ], spread: spread.phi, season: season, joinersError: startsError,
      leavingError: leaversError,
      basis: .init(months: months, first: last.advanced(by: 1 - months), isChildLevel: false))
    model.yearly = yearly
    return model
  }
}

/// Why there is no projection.
public enum ProjectionRefusal: Error, Equatable, CustomStringConvertible {
  /// Starts, leavers and the number at the start are known of too few months.
  case tooShort(months: Int, needed: Int)
  /// The number to start from is not known.
  case noStock
  /// Nobody was looked after in any of the months.
  case noChildren
  /// Nothing is recorded.
  case noHistory

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .tooShort(let months, let needed):
      "A projection needs starts, leavers and the number looked after of \(needed) months, and"
        + " \(months == 0 ? "none is" : "only \(months) \(months == 1 ? "is" : "are")") recorded;"
        + " record more months, or ask what if, which is answered by arithmetic and without a band."
    case .noStock:
      "The number looked after at the end of the last month is not known; record it first."
    case .noChildren:
      "Nobody was looked after in the months that are recorded, so there is nothing to project; record the"
        + " months in which somebody was."
    case .noHistory: "Nothing is recorded yet, so there is nothing to project from."
    }
  }
}

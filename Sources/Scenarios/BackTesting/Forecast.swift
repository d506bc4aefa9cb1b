import Glibc
import Indicators

/// A forecast of one number by its mean and standard deviation: what a back-test sets beside what came.
public struct Forecast: Equatable, Sendable {
  /// The mean.
  public let mean: Double

  /// The standard deviation, 0 or more.
  public let deviation: Double

  /// Makes a forecast.
  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = max(0, deviation)
  }

  /// The band that holds a share of cases, in whole children: rounded outwards to the nearest, and
  /// not below 0.
  public func band(_ share: Double) -> (lower: Double, upper: Double) {
    let z = NormalDistribution.quantile(0.5 + share / 2)
    return (
      max(0, (mean - z * deviation).rounded()), max(0, (mean + z * deviation).rounded())
    )
  }

  /// The chance of a number or fewer children.
  public func chance(atMost number: Int) -> Double {
    guard deviation > 0 else { return mean <= Double(number) ? 1 : 0 }
    return NormalDistribution.lowerTail((Double(number) + 0.5 - mean) / deviation)
  }
}

/// Ways of forecasting the number looked after, months ahead.
public enum Forecaster: Sendable {
  /// Stock and flow with φ and the rates' own errors: the one that projections use.
  case stockAndFlow
  /// Stock and flow by the last twelve months, spread by single independent children only.
  case plainStockAndFlow
  /// As now, spread by how much the months of the past have changed the number.
  case noChange
  /// As now with the change of the last twelve months going on, spread likewise.
  case lastYearsDrift

  /// The forecasts for 1, 2, 3, … months after the last month.
  ///
  /// - Throws: `ProjectionRefusal`, when there are under 12 months.
  public func forecasts(_ flows: MonthlyFlows, months: Int) throws(ProjectionRefusal) -> [Forecast]
  {
    switch self {
    case .stockAndFlow:
      return Self.forecasts(try FlowEstimate(flows).model, months)
    case .plainStockAndFlow:
      var model = try FlowEstimate(flows, weighting: .last(12)).model
      model.spread = 1
      model.season = Array(repeating: 1, count: 12)
      (model.joinersError, model.leavingError) = (0, 0)
      return Self.forecasts(model, months)
    case .noChange, .lastYearsDrift:
      let complete = flows.complete
      guard complete.count >= FlowEstimate.monthsNeeded, let end = complete.last else {
        throw .tooShort(months: complete.count, needed: FlowEstimate.monthsNeeded)
      }
      let opening = flows.totals[end.index] ?? max(0, end.opening + end.started - end.ceased)
      let changes = complete.suffix(36).map { Double($0.started - $0.ceased) }
      let year = changes.suffix(12)
      let drift = self == .noChange ? 0 : year.reduce(0, +) / Double(year.count)
      let square = changes.reduce(0) { $0 + ($1 - drift) * ($1 - drift) } / Double(changes.count)
      return (1...max(months, 1)).map {
        Forecast(
          mean: Double(opening) + drift * Double($0),
          deviation: (square * Double($0)).squareRoot())
      }
    }
  }

  /// The forecasts of a model, worked out and not drawn.
  static func forecasts(_ model: FlowModel, _ months: Int) -> [Forecast] {
    let form = ClosedForm(Schedule(model, months: months))
    return zip(form.totals, form.totalVariances).map {
      Forecast(mean: $0, deviation: $1.squareRoot())
    }
  }
}

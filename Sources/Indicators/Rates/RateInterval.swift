import LookedAfter

/// A rate with the limits between which it would lie by chance alone.
///
/// The count is a full count, not a sample: the interval says how far the rate of a place like this
/// would move by chance from year to year, were children looked after independently of one another.
public struct RateInterval: Equatable, Sendable, Explainable {
  /// The rate with its population.
  public let rate: RatePer10000

  /// The limits of the count.
  public let limits: CountLimits

  /// The limits of a rate; the limits of the count, divided by the population.
  ///
  /// - Parameters:
  ///   - rate: the rate.
  ///   - confidence: how sure the limits are.
  ///   - method: nil for the usual choice by the size of the count.
  public init(
    _ rate: RatePer10000, confidence: Confidence = .ninetyFive,
    method: CountLimits.Method? = nil
  ) {
    self.rate = rate
    limits = CountLimits(checked: rate.children, confidence: confidence, method: method)
  }

  /// The limits of the rate of a count; nil where there is no rate.
  ///
  /// - Parameters:
  ///   - children: the children counted, 0 or more.
  ///   - population: those they are of, greater than zero.
  ///   - per: what the rate is per: 10,000, or 100 for a percentage.
  ///   - confidence: how sure the limits are.
  ///   - method: nil for the usual choice by the size of the count.
  public init?(
    children: Int, population: Int, per: Int = 10_000, confidence: Confidence = .ninetyFive,
    method: CountLimits.Method? = nil
  ) {
    guard let rate = RatePer10000(children: children, population: population, per: per) else {
      return nil
    }
    self.init(rate, confidence: confidence, method: method)
  }

  /// The confidence of the limits.
  public var confidence: Confidence { limits.confidence }

  /// How they were worked out.
  public var method: CountLimits.Method { limits.method }

  /// The rate itself, not rounded.
  public var value: Double { rate.value }

  /// The lower limit, in the unit of the rate.
  public var lower: Double { scaled(limits.lower) }

  /// The upper limit, in the unit of the rate.
  public var upper: Double { scaled(limits.upper) }

  private func scaled(_ count: Double) -> Double {
    count / Double(rate.population) * Double(rate.per)
  }

  /// Whether two intervals have a value in common.
  ///
  /// Not a test of two places: it is too strict, with about 0.6% false alarms where 5% is meant.
  public func overlaps(_ other: RateInterval) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  /// How the limits were made.
  public var working: Working {
    var working = rate.working
    working.parameters += [
      Working.Line("confidence", .number(confidence.level)),
      Working.Line("method", .words(method.rawValue)),
    ]
    working.results += [
      Working.Line("lower count", .number(limits.lower)),
      Working.Line("upper count", .number(limits.upper)),
      Working.Line("lower", .number(lower)), Working.Line("upper", .number(upper)),
    ]
    if method == .byar, limits.count < CountLimits.exactBelow {
      working.cautions.append(.approximationForced(count: limits.count))
    }
    let formula =
      switch method {
      case .byar:
        "lower = x (1 - 1/(9x) - z/(3√x))³ / n × per;"
          + " upper = (x+1) (1 - 1/(9(x+1)) + z/(3√(x+1)))³ / n × per"
      case .exact: "lower = χ²(a/2; 2x) / 2 / n × per; upper = χ²(1 - a/2; 2x + 2) / 2 / n × per"
      }
    return Working(
      "interval of the rate", formula: formula, inputs: working.inputs,
      parameters: working.parameters, results: working.results, cautions: working.cautions)
  }
}

import Documents
import Indicators
import LookedAfter
import Scenarios

/// What bands and chances say, for people who know no statistics.
enum BandSentences {
  /// A number of children rounded once, at the edge.
  static func children(_ number: Double) -> String { Prose.decimal(number, 0) }

  /// The two bands: `four times in five between 318 and 345, nineteen times in twenty between …`.
  static func ranges(_ band: Band, decimals: Int = 0) -> String {
    func text(_ number: Double) -> String { Prose.decimal(number, decimals) }
    return "four times in five between \(text(band.lower80)) and \(text(band.upper80)),"
      + " nineteen times in twenty between \(text(band.lower95)) and \(text(band.upper95))"
  }

  /// A difference with its wide band: `21 fewer (15 to 27 fewer, nineteen times in twenty)`.
  ///
  /// - Parameter isExact: whether the mean has a decimal, for numbers that do not differ by it once
  ///   they are rounded.
  static func difference(_ band: Band, isExact: Bool = false) -> String {
    let (low, high) = (rounded(band.lower95), rounded(band.upper95))
    let mean = rounded(band.mean)
    let range: String
    if low == high {
      range = "sure"
    } else if high <= 0 {
      range = "\(Prose.figures(-high)) to \(Prose.figures(-low)) fewer, nineteen times in twenty"
    } else if low >= 0 {
      range = "\(Prose.figures(low)) to \(Prose.figures(high)) more, nineteen times in twenty"
    } else {
      range =
        "from \(Prose.figures(-low)) fewer to \(Prose.figures(high)) more, nineteen times in"
        + " twenty"
    }
    let words =
      isExact && abs(band.mean) >= 0.05
      ? "\(Prose.decimal(abs(band.mean), 1)) \(band.mean < 0 ? "fewer" : "more")"
      : mean == 0
        ? "as many" : "\(Prose.figures(abs(mean))) \(mean < 0 ? "fewer" : "more")"
    return "\(words) (\(range))"
  }

  /// Pounds with their wide band, to the nearest thousand: `£17,544,000 (£16,218,000 to £18,870,000,
  /// nineteen times in twenty)`.
  static func pounds(_ band: Band) -> String {
    func text(_ value: Double) -> String { "£" + Prose.decimal((value / 1000).rounded() * 1000, 0) }
    return "\(text(band.mean)) (\(text(band.lower95)) to \(text(band.upper95)), nineteen times in"
      + " twenty)"
  }

  /// Pounds that are saved or spent.
  static func money(_ band: Band) -> String {
    func pounds(_ value: Double) -> String { "£" + Prose.decimal(abs(value), 0) }
    func rounded(_ value: Double) -> Double { (value / 1000).rounded() * 1000 }
    let (low, high, mean) = (rounded(band.lower95), rounded(band.upper95), rounded(band.mean))
    let range: String
    if high <= 0 {
      range = "\(pounds(high)) to \(pounds(low)) less"
    } else if low >= 0 {
      range = "\(pounds(low)) to \(pounds(high)) more"
    } else {
      range = "from \(pounds(low)) less to \(pounds(high)) more"
    }
    return "\(pounds(mean)) \(mean <= 0 ? "less" : "more") (\(range), nineteen times in twenty)"
  }

  /// A change alone: `21 fewer`, `none`; with a decimal where that is asked for or there is not one whole
  /// child.
  static func change(_ mean: Double, isExact: Bool = false) -> String {
    let whole = rounded(mean)
    guard whole == 0 || isExact else {
      return "\(Prose.figures(abs(whole))) \(whole < 0 ? "fewer" : "more")"
    }
    return abs(mean) < 0.05
      ? "none" : "\(Prose.decimal(abs(mean), 1)) \(mean < 0 ? "fewer" : "more")"
  }

  /// The wide band of a change: `27 to 15 fewer`.
  static func changes(_ band: Band) -> String {
    let (low, high) = (rounded(band.lower95), rounded(band.upper95))
    if low == high { return low == 0 ? "none" : change(Double(low)) }
    if high <= 0 { return "\(Prose.figures(-high)) to \(Prose.figures(-low)) fewer" }
    if low >= 0 { return "\(Prose.figures(low)) to \(Prose.figures(high)) more" }
    return "\(Prose.figures(-low)) fewer to \(Prose.figures(high)) more"
  }

  /// A change of a rate, with one decimal and its sign: `+0.2`.
  static func signed(_ change: Double) -> String {
    abs(change) < 0.05 ? "none" : (change > 0 ? "+" : "") + Prose.decimal(change, 1)
  }

  /// Two ends: `330 to 368`.
  static func range(_ low: Double, _ high: Double) -> String {
    "\(children(low)) to \(children(high))"
  }

  /// Pounds to the nearest thousand.
  static func thousands(_ pounds: Double) -> String {
    "£" + Prose.decimal((pounds / 1000).rounded() * 1000, 0)
  }

  /// Pounds that are saved or spent, to the nearest thousand: `£816,000 less`.
  static func moneyChange(_ pounds: Double) -> String {
    let rounded = (pounds / 1000).rounded() * 1000
    return rounded == 0 ? "none" : "\(thousands(abs(rounded))) \(rounded < 0 ? "less" : "more")"
  }

  /// A chance, never said to be nothing or sure.
  static func chance(_ chance: Double) -> String {
    switch chance {
    case ..<0.01: "less than 1 in 100"
    case 0.99...: "more than 99 in 100"
    default: "\(Prose.decimal(chance * 100, 0)) in 100"
    }
  }

  /// A chance as it stands in a table, never said to be nothing or sure.
  static func share(_ chance: Double) -> String {
    switch chance {
    case ..<0.01: "under 1%"
    case 0.99...: "over 99%"
    default: Prose.decimal(chance * 100, 0) + "%"
    }
  }

  /// Where a number lies beside a comparator's: `75 above`, `8 below`, `at it`.
  static func gap(_ gap: Int) -> String {
    gap == 0 ? "at it" : "\(Prose.figures(abs(gap))) \(gap > 0 ? "above" : "below")"
  }

  /// Rounded half away from zero; 0 for what is no number.
  static func rounded(_ value: Double) -> Int {
    Int(exactly: value.rounded(.toNearestOrAwayFromZero)) ?? 0
  }
}

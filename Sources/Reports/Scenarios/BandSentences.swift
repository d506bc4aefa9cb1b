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
  static func difference(_ band: Band) -> String {
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
      mean == 0
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

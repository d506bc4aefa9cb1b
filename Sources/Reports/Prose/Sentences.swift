import Indicators
import LookedAfter

/// Sentences about indicators, for readers who know no statistics: the number first, then how sure it
/// is. "Significant" is never said alone, and "improved" only where a direction was set.
public enum Sentences {
  /// A computed number as it is read, rounded half away from zero: `99.9`, `−3.2`.
  static func number(_ value: Double, decimals: Int = 0) -> String {
    if value == .infinity { return "no upper limit" }
    guard let quantity = Quantity(value, decimals: decimals) else { return "not a number" }
    return text(quantity)
  }

  /// An exact number as it is read, with thousands set off by commas.
  static func text(_ quantity: Quantity) -> String {
    let digits = quantity.description.drop { $0 == "-" }
    let whole = Int(digits.prefix { $0 != "." }) ?? 0
    let sign = quantity.mantissa < 0 ? "\u{2212}" : ""
    return sign + Prose.figures(whole) + digits.drop { $0 != "." }
  }

  /// A probability: `0.0016`, `less than 0.0001`, `0.09`.
  public static func probability(_ p: Double) -> String {
    if p < 0.0001 { return "less than 0.0001" }
    return number(p, decimals: p < 0.01 ? 4 : p < 0.1 ? 3 : 2)
  }

  /// A place in an order: `1st`, `22nd`, `111th`.
  public static func ordinal(_ place: Int) -> String {
    let ending: String
    switch (place % 100, place % 10) {
    case (11...13, _): ending = "th"
    case (_, 1): ending = "st"
    case (_, 2): ending = "nd"
    case (_, 3): ending = "rd"
    default: ending = "th"
    }
    return Prose.figures(place) + ending
  }
}

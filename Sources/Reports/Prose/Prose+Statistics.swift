import Indicators
import LookedAfter

extension Prose {
  /// A computed number with some decimals, halves away from zero: `99.9`, `−3.2`.
  static func decimal(_ number: Double, _ decimals: Int) -> String {
    guard let quantity = Quantity(number, decimals: decimals) else {
      return number == .infinity ? "no upper limit" : "not a number"
    }
    return self.decimal(quantity)
  }

  /// An exact number as people read it: `36,103`, `54.44`, `−3.2`.
  static func decimal(_ quantity: Quantity) -> String {
    let text = quantity.description
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    let whole = parts.first.flatMap { Int($0) }.map(figures) ?? String(parts.first ?? "")
    let fraction = parts.dropFirst().first.map { ".\($0)" } ?? ""
    return (quantity.mantissa < 0 ? "\u{2212}" : "") + whole + fraction
  }

  /// A whole number with its sign: `+3`, `−2`, `0`.
  static func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + figures(number) }

  /// A rate per 10,000 in a sentence: a whole number, with a decimal below 10: `93`, `0.3`, `0`.
  static func rate(_ rate: Double) -> String {
    let text = decimal(rate, abs(rate) < 10 ? 1 : 0)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The same of a rate that is known exactly.
  static func rate(_ rate: RatePer10000) -> String {
    let text = decimal(rate.rounded(toDecimals: rate.value < 10 ? 1 : 0))
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// How sure an interval is meant to be: `95%`, `99.8%`.
  static func percent(_ confidence: Confidence) -> String { percent(confidence.level) }

  /// A share as a percentage with as many decimals as it takes, one at the most: `69%`, `99.8%`;
  /// what is not all is never rounded to 100%: `99.99%`.
  static func percent(_ share: Double) -> String {
    var text = decimal(share * 100, 1)
    for decimals in 2...6 where share < 1 && text.hasPrefix("100") {
      text = decimal(share * 100, decimals)
    }
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }

  /// What a probability means, for people who know no statistics.
  static func chance(_ p: Double) -> String {
    switch p {
    case ..<0.001: "fewer than once in 1,000 times"
    case ..<0.01: "fewer than once in 100 times"
    case ..<0.05: "fewer than once in 20 times"
    case ..<0.1: "about once in \(Int((1 / p).rounded())) times"
    case 0.995...: "nearly always"
    default: "about \(Int((p * 100).rounded())) times in 100"
    }
  }
}

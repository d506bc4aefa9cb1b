import LookedAfter

/// Reads numbers as people write them: `8`, `twenty-five`, `a dozen`, `20%`, `a fifth`, `£60,000`.
enum NumberWords {
  /// A number, and how many words it took.
  struct Reading: Equatable {
    let value: Double
    let isPercent: Bool
    let words: Int
  }

  private static let units = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let parts: [String: Double] = [
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "tenth": 10, "tenths": 10,
  ]

  /// Every word that a number may begin with, for suggestions.
  static let vocabulary = units + tens + ["dozen", "half", "percent"]

  /// The number at a place; nil where there is none.
  static func read(_ words: [String], at place: Int) -> Reading? {
    guard words.indices.contains(place), let (value, count) = plain(words, at: place) else {
      return nil
    }
    let next = place + count
    if words[place].hasSuffix("%") {
      return Reading(value: value, isPercent: true, words: count)
    }
    if words.indices.contains(next) {
      if ["%", "percent", "pc"].contains(words[next]) {
        return Reading(value: value, isPercent: true, words: count + 1)
      }
      if words[next] == "per", words.indices.contains(next + 1), words[next + 1] == "cent" {
        return Reading(value: value, isPercent: true, words: count + 2)
      }
      // Two thirds.
      if let part = parts[words[next]], value >= 1, value <= part, value == value.rounded() {
        return Reading(value: 100 * value / part, isPercent: true, words: count + 1)
      }
    }
    if let part = parts[words[place]] {
      return Reading(value: 100 / part, isPercent: true, words: count)
    }
    return Reading(value: value, isPercent: false, words: count)
  }

  private static func plain(_ words: [String], at place: Int) -> (value: Double, words: Int)? {
    let word = words[place]
    if let number = figures(word) { return (number, 1) }
    if ["a", "an"].contains(word), words.indices.contains(place + 1) {
      let next = words[place + 1]
      if next == "dozen" { return (12, 2) }
      if next == "hundred" { return (100, 2) }
      // The part is read as "one third" is.
      if parts[next] != nil { return (1, 1) }
      return nil
    }
    if parts[word] != nil { return (0, 1) }
    if word == "dozen" { return (12, 1) }
    var (value, count) = (0.0, 0)
    for next in words[place...] {
      if let number = spelled(next), count == 0 || fits(number, after: value) {
        value += number
      } else if next == "hundred", value >= 1, value < 100 {
        value *= 100
      } else if next == "thousand", value >= 1, value < 1000 {
        value *= 1000
      } else if next == "dozen", value >= 1, value < 20 {
        value *= 12
      } else {
        break
      }
      count += 1
    }
    return count > 0 ? (value, count) : nil
  }

  /// Whether a spelled number goes on: `twenty` `five`, `hundred` `ten`; but not `five` `five`.
  private static func fits(_ number: Double, after value: Double) -> Bool {
    guard number > 0 else { return false }
    let rest = value.truncatingRemainder(dividingBy: 100)
    return rest == 0
      ? value > 0
      : rest >= 20 && rest.truncatingRemainder(dividingBy: 10) == 0
        && number < 10
  }

  private static func spelled(_ word: String) -> Double? {
    let parts = word.split(separator: "-").map(String.init)
    if parts.count == 2, let ten = tens.firstIndex(of: parts[0]),
      let unit = units.firstIndex(of: parts[1]), (1...9).contains(unit)
    {
      return Double(20 + 10 * ten + unit)
    }
    return units.firstIndex(of: word).map(Double.init)
      ?? tens.firstIndex(of: word).map { Double(20 + 10 * $0) }
  }

  /// Digits, with a pound sign before them, a percent sign or a k for thousand behind them.
  private static func figures(_ word: String) -> Double? {
    var text = word[...]
    if text.hasPrefix("£") { text = text.dropFirst() }
    if text.hasPrefix("+") { text = text.dropFirst() }
    if text.hasSuffix("%") { text = text.dropLast() }
    var factor = 1.0
    if text.hasSuffix("k"), text.dropLast().last?.isNumber ?? false {
      text = text.dropLast()
      factor = 1000
    }
    guard let quantity = Quantity(text: String(text)) else { return nil }
    return Double(quantity.mantissa) / Double(powerOfTen(quantity.decimals)) * factor
  }
}

import LookedAfter

/// Whole numbers as commentary writes them: `16`, `1,250`, `sixteen`, `twenty-one`.
enum NumberWords {
  private static let small = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]

  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// The number that a word in lower case is; nil where it is none.
  static func number(_ word: String) -> Int? {
    if word.first?.isNumber ?? false {
      return word.allSatisfy { $0.isNumber || $0 == "," } ? Quantity(text: word)?.whole : nil
    }
    if let index = small.firstIndex(of: word) { return index + 1 }
    let parts = word.split(separator: "-").map(String.init)
    guard let first = parts.first, let ten = tens.firstIndex(of: first) else { return nil }
    if parts.count == 1 { return (ten + 2) * 10 }
    guard parts.count == 2, let unit = small.prefix(9).firstIndex(of: parts[1]) else { return nil }
    return (ten + 2) * 10 + unit + 1
  }
}

/// The numbers in a text that may be figures: in digits or in words, but for dates and years.
enum NumbersInText {
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]

  private static let units = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]

  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// Words that tell a number, or how two numbers stand to each other, without a numeral.
  private static let telling: Set<String> = [
    "both", "neither", "none", "nobody", "nought", "nil", "single", "sole", "only", "couple",
    "pair",
    "once", "twice", "thrice", "half", "halved", "double", "doubled", "trebled", "tripled", "dozen",
    "hundred", "hundreds", "third", "quarter", "majority", "minority", "most", "few", "fewer",
    "fewest", "several", "more", "less", "least", "higher", "highest", "lower", "lowest", "rose",
    "risen", "rise", "rises", "rising", "fell", "fallen", "fall", "falls", "falling", "grew",
    "grown",
    "dropped", "increase", "increased", "increases", "increasing", "decrease", "decreased",
    "decreases", "decreasing", "up", "down", "unchanged", "same", "equal", "another",
  ]

  /// The numbers of a text as they are written, without signs: `4`, `1,250`, `1.2`, `four`.
  static func numerals(in text: String) -> [String] {
    let words = words(of: text)
    var result: [String] = []
    for (place, word) in words.enumerated() {
      if word.contains(where: \.isNumber) {
        let next = place + 1 < words.count ? words[place + 1].lowercased() : ""
        if !isDate(word, before: next) { result += digits(of: word) }
      } else if value(ofWord: word.lowercased()) != nil {
        result.append(word)
      }
    }
    return result
  }

  /// Whether a text may tell a figure though it names none.
  static func tells(_ text: String) -> Bool {
    !numerals(in: text).isEmpty
      || words(of: text).contains { word in
        word.lowercased().split(separator: "-").contains { telling.contains(String($0)) }
      }
  }

  /// The number that a numeral writes, as `mantissa / 10^decimals`; nil where it writes none plainly.
  static func value(of numeral: String) -> (mantissa: Int, decimals: Int)? {
    if let word = value(ofWord: numeral.lowercased()) { return (word, 0) }
    let parts = numeral.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].allSatisfy({ $0.isASCII && $0.isNumber || $0 == "," }) else {
      return nil
    }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.allSatisfy({ $0.isASCII && $0.isNumber }), fraction.utf8.count <= 9,
      let mantissa = Int(parts[0].filter { $0 != "," } + fraction)
    else { return nil }
    return (mantissa, fraction.utf8.count)
  }

  /// A text with every numeral that is not accounted for made unreadable.
  static func masked(_ text: String, keeping isKept: (String) -> Bool) -> String {
    var result = text
    for numeral in numerals(in: text).filter({ !isKept($0) }).sorted(by: { $0.count > $1.count }) {
      result = replacing(numeral, in: result)
    }
    return result
  }

  // MARK: - Words

  /// Runs of letters, digits, and the signs that stand inside a number, a date or a word.
  private static func words(of text: String) -> [String] {
    text.split { character in
      !(character.isLetter || character.isNumber || "-/.,".contains(character))
    }.map { word in
      // The signs at the ends belong to the sentence.
      var word = word
      while let last = word.last, "-/.,".contains(last) { word.removeLast() }
      while let first = word.first, "-/.,".contains(first) { word.removeFirst() }
      return String(word)
    }.filter { !$0.isEmpty }
  }

  /// Whether a word is a year, a day of a month, or a date in digits.
  private static func isDate(_ word: String, before next: String) -> Bool {
    guard word.allSatisfy({ $0.isASCII }) else { return false }
    let parts = word.split { $0 == "-" || $0 == "/" }
    let isAllDigits = parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    guard isAllDigits, let first = parts.first, let number = Int(first) else { return false }
    let isYear = first.utf8.count == 4 && (1900...2100).contains(number)
    if isYear {
      return parts.count <= 3
        && parts.dropFirst().allSatisfy { $0.utf8.count == 2 || $0.utf8.count == 4 }
    }
    return parts.count == 1 && (1...31).contains(number) && months.contains(next)
  }

  /// The numbers inside a word: `s20` holds 20, `10-12` two of them.
  private static func digits(of word: String) -> [String] {
    word.split { !($0.isNumber || $0 == "," || $0 == ".") }.map { part in
      var part = part
      while let last = part.last, !last.isNumber { part.removeLast() }
      while let first = part.first, !first.isNumber { part.removeFirst() }
      return String(part)
    }.filter { !$0.isEmpty }
  }

  private static func value(ofWord word: String) -> Int? {
    if let unit = units.firstIndex(of: word) { return unit }
    let parts = word.split(separator: "-").map(String.init)
    guard let first = parts.first, let ten = tens.firstIndex(of: first) else { return nil }
    if parts.count == 1 { return (ten + 2) * 10 }
    guard parts.count == 2, let unit = units.firstIndex(of: parts[1]), unit < 10 else { return nil }
    return (ten + 2) * 10 + unit
  }

  /// A text with every whole occurrence of a numeral replaced.
  private static func replacing(_ numeral: String, in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      let isStart =
        result.last.map { !($0.isNumber || $0.isLetter && numeral.first?.isLetter == true) } ?? true
      if isStart, rest.hasPrefix(numeral) {
        let after = rest.dropFirst(numeral.count)
        let isEnd =
          after.first.map { !($0.isNumber || $0.isLetter && numeral.last?.isLetter == true) }
          ?? true
        if isEnd {
          result += "[c]"
          rest = after
          continue
        }
      }
      result.append(rest.removeFirst())
    }
    return result
  }
}

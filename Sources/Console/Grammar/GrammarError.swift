import LookedAfter

/// Why a command line was not understood.
public enum GrammarError: Error, Equatable, CustomStringConvertible {
  /// A quotation mark is never closed; the column counts characters from 1.
  case openQuotation(column: Int)
  /// No command begins so; the nearest ones.
  case unknownCommand(String, nearest: [String])
  /// Several commands begin so.
  case ambiguousCommand(String, candidates: [String])
  /// A word of a command that has a place for none or for another; an example that works.
  case unexpected(String, command: String, example: String)
  /// A part of a command that is missing.
  case missing(String, command: String, example: String)
  /// What was written is no month; an example that works.
  case notAMonth(String, example: String)
  /// Figures are published of the end of March, and another month was named.
  case notAYearEnd(Month)
  /// What was written is neither a cohort nor a month; the nearest ones.
  case unknownCohort(String, nearest: [String])
  /// Several cohorts are called so.
  case ambiguousCohort(String, candidates: [String])
  /// What was written is no output format; those that there are.
  case unknownFormat(String, known: [String])
  /// What was written is no option; those that there are.
  case unknownOption(String, known: [String])
  /// An option that needs a value after it.
  case optionNeedsValue(String, example: String)
  /// What was written is no day; an example that works.
  case notADay(String, example: String)
  /// What was written is no number; an example that works.
  case notANumber(String, example: String)
  /// No group of authorities is called so; those that there are.
  case unknownGroup(String, known: [String])
  /// What was written is no level of confidence.
  case notAConfidence(String)
  /// What was written is no way of counting.
  case unknownBasis(String)
  /// There is no such breakdown; those that there are.
  case unknownBreakdown(String, known: [String])
  /// No check of the 903 returns is called so; the nearest ones.
  case unknownRule(String, nearest: [String])
  /// Nothing is recorded under such a name; the nearest ones.
  case unknownMeasure(String, nearest: [String])
  /// A part of a sentence that is not clear: the line, where the part stands in it, and the nearest
  /// line that would be understood.
  case unclear(String, line: String, start: Int, length: Int, suggestion: String)

  /// One sentence for a person; of a part that is not clear also the line, with the part underlined.
  public var description: String {
    switch self {
    case .openQuotation(let column):
      "The quotation mark at column \(column) is never closed; add another where the text ends."
    case .unknownCommand(let word, let nearest):
      nearest.isEmpty
        ? "There is no command \"\(word)\"; type help for the commands there are."
        : "There is no command \"\(word)\"; did you mean \(Self.either(nearest))?"
    case .ambiguousCommand(let word, let candidates):
      "\"\(word)\" could be \(Self.either(candidates)); type a little more of it."
    case .unexpected(let word, let command, let example):
      "The command \(command) has no place for \"\(word)\"; try: \(example)"
    case .missing(let what, let command, let example):
      "The command \(command) needs \(what); try: \(example)"
    case .notAMonth(let text, let example):
      "\"\(text)\" is not a month; write oct 2020, October, 2020-10, latest or last month, as in:"
        + " \(example)"
    case .notAYearEnd(let month):
      "Figures of other authorities are published of 31 March, not of \(month.inWords); write the year"
        + " alone, as in: compare for kent \(month.year)"
    case .unknownCohort(let text, let nearest):
      nearest.isEmpty
        ? "\"\(text)\" is neither a cohort nor a month; press Tab or type help show for what there is."
        : "\"\(text)\" is neither a cohort nor a month; did you mean \(Self.either(nearest))?"
    case .ambiguousCohort(let text, let candidates):
      "\"\(text)\" could be \(Self.either(candidates)); type a little more of it."
    case .unknownFormat(let text, let known):
      "There is no format \"\(text)\"; the formats are \(known.joined(separator: ", "))."
    case .unknownOption(let text, let known):
      "There is no option \(text); the options are \(known.joined(separator: ", "))."
    case .notADay(let text, let example):
      "\"\(text)\" is not a day; write 30 nov 2020 or 2020-11-30, as in: \(example)"
    case .notANumber(let text, let example):
      "\"\(text)\" is not a number; try: \(example)"
    case .unknownGroup(let text, let known):
      "There is no group \"\(text)\"; there are \(known.joined(separator: ", "))."
    case .notAConfidence(let text):
      "\"\(text)\" is not a confidence; write a percentage from 90 to below 100, such as 95% or 99.8%."
    case .unknownBasis(let text):
      "\"\(text)\" is not a basis; write weekly, month-end or year-end."
    case .unknownBreakdown(let text, let known):
      "There is no breakdown by \"\(text)\"; there are \(known.joined(separator: ", "))."
    case .unknownRule(let text, let nearest):
      nearest.isEmpty
        ? "No check of the 903 returns is called \"\(text)\"; type quality for those that were broken."
        : "No check of the 903 returns is called \"\(text)\"; did you mean \(Self.either(nearest))?"
    case .unknownMeasure(let text, let nearest):
      nearest.isEmpty
        ? "Nothing is recorded under \"\(text)\"; type measures for what there is."
        : "Nothing is recorded under \"\(text)\"; did you mean \(Self.either(nearest))?"
    case .unclear(let part, let line, let start, let length, let suggestion):
      (part.isEmpty ? "This says too little" : "\"\(part)\" is not clear")
        + "; try: \(suggestion)" + Self.underlined(line, start, length)
    case .optionNeedsValue(let option, let example):
      "The option \(option) needs a value after it; try: \(example)"
    }
  }

  /// The line with a part underlined, on two lines of its own; of a long line what is near the part.
  private static func underlined(_ line: String, _ start: Int, _ length: Int) -> String {
    let letters = line.map { $0.isASCII && !$0.isWhitespace && !$0.isNewline ? $0 : $0.plain }
    guard length > 0, start >= 0, start + length <= letters.count else { return "" }
    let first = max(0, min(start - 20, letters.count - 70))
    let shown = letters[first..<min(letters.count, first + 70)]
    let marks = min(length, shown.endIndex - start)
    guard marks > 0 else { return "" }
    return "\n  \(String(shown))\n  " + String(repeating: " ", count: start - first)
      + String(repeating: "^", count: marks)
  }

  private static func either(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Character {
  /// The character, or one that takes one column and moves nothing where it is not of that kind.
  fileprivate var plain: Character {
    isWhitespace || isNewline
      ? " " : isLetter || isNumber || isPunctuation || isCurrencySymbol ? self : "?"
  }
}

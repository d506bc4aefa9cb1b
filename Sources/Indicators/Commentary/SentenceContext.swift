import LookedAfter

/// Whether a sentence speaks, with certainty, of the month of its report.
struct SentenceContext {
  let sentence: CommentarySentence
  private let months: Set<Int>
  private let years: Set<Int>

  init(sentence: CommentarySentence, history: History, month: Month) {
    self.sentence = sentence
    // The count of a month may be of a day early in the next.
    let all = [month] + history.snapshots(for: month).compactMap { $0.asAt?.month }
    months = Set(all.map(\.month))
    years = Set(all.map(\.year))
  }

  private static let uncertain: Set = [
    "if", "would", "could", "should", "might", "will", "target", "aim", "aims", "aiming", "goal",
    "planned", "planning", "expected", "expect", "expecting", "forecast", "predicted", "projected",
    "anticipated", "anticipate", "likely", "hope", "hoped", "hoping", "until", "previously",
    "formerly", "last", "previous", "ago", "earlier", "before", "since", "compared", "comparison",
    "average", "next", "not", "no", "quarter", "year", "years", "annual", "annually", "ytd", "date",
    "week", "weeks", "yesterday", "originally", "initially", "soon", "possible", "potentially",
    "estimated", "unless", "had", "ever", "usually", "typically", "proposed", "due", "historically",
  ]

  /// Whether nothing in the sentence points to another time, or to what is not so.
  var isOfTheMonth: Bool {
    let words = sentence.words.map(\.text)
    if words.contains(where: Self.uncertain.contains) { return false }
    // "There were 41, and now 36": two times in one sentence.
    let isPast = words.contains { $0 == "was" || $0 == "were" }
    if isPast, words.contains(where: { ["now", "currently", "today"].contains($0) }) {
      return false
    }
    return words.allSatisfy { word in
      if let number = CommentarySentence.monthNumber(word) { return months.contains(number) }
      guard let year = Self.year(word) else { return true }
      return years.contains(year)
    }
  }

  /// Whether a word is, or stands for, a month or a year of the report.
  func isTime(_ word: CommentaryWord) -> Bool {
    if let number = CommentarySentence.monthNumber(word.text) { return months.contains(number) }
    return Self.year(word.text).map(years.contains) ?? false
  }

  /// The year of `2020`, `2019/20` or `2019-20`.
  private static func year(_ word: String) -> Int? {
    guard let year = Int(word.prefix(4)), (1900...2199).contains(year) else { return nil }
    return word.dropFirst(4).first.map { $0 == "/" || $0 == "-" } ?? true ? year : nil
  }

  private static let hedgesBefore: Set = [
    "about", "around", "approximately", "approx", "circa", "c", "roughly", "nearly", "almost",
    "over", "under", "above", "below", "than", "least", "most", "upto", "some", "another",
    "further", "additional", "extra", "other", "others", "or", "every", "each", "no", "nos",
    "first",
    "per", "by", "remaining", "including", "than", "whom", "which", "these", "those", "minus",
    "plus",
  ]

  private static let hedgesAfter: Set = [
    "or", "of", "to", "further", "additional", "other", "others", "plus", "th", "st", "nd", "rd",
    "times", "per",
  ]

  /// Whether a number is rounded, a range, or a part of something.
  func isHedged(at place: Int) -> Bool {
    let before = sentence.words[..<place].suffix(6).map(\.text)
    let after = sentence.words[(place + 1)...].prefix(3).map(\.text)
    if let last = before.last, Self.hedgesBefore.contains(last) { return true }
    // "a total of 41" is whole, "three of 41" is not.
    if before.last == "of", before.dropLast().last != "total", before.dropLast().last != "rate" {
      return true
    }
    if before.last == "the" || before.last == "these" || before.last == "those" { return true }
    if before.contains("between") || before.suffix(2) == ["up", "to"] { return true }
    guard let next = after.first else { return false }
    if next == "per" { return false }
    return Self.hedgesAfter.contains(next)
  }
}

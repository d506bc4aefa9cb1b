import LookedAfter

/// The parts of a line about a case: words, and clauses that each begin with a keyword.
///
/// A clause runs up to the next keyword; text that holds one stands in quotation marks.
struct CaseClauses {
  /// The words that begin a clause.
  enum Keyword: String, CaseIterable {
    case on, because, note, cohort, born, entered, family, revisit, at, pseudonym, size, by, of, due
    case `for`
    case to
  }

  /// The words before the first clause.
  let words: [Token]

  private let clauses: [Keyword: [Token]]

  /// The day on which the line is typed; nil where that is not known.
  private let today: CivilDate?

  /// Splits a line.
  ///
  /// - Parameters:
  ///   - keywords: those that the command knows; any other word is a word.
  ///   - today: the day on which the line is typed.
  /// - Throws: `ConsoleError.refused` when a keyword is there twice, or nothing follows it.
  init(_ tokens: [Token], keywords: Set<Keyword>, today: CivilDate?) throws {
    var words: [Token] = []
    var clauses: [Keyword: [Token]] = [:]
    var current: Keyword?
    for (index, token) in tokens.enumerated() {
      if let keyword = Keyword(rawValue: token.folded), keywords.contains(keyword), !token.isQuoted,
        keyword != .to || Self.isMonth(after: index, in: tokens)
      {
        guard clauses.updateValue([], forKey: keyword) == nil else {
          throw ConsoleError.refused(
            "\"\(keyword.rawValue)\" is there twice; put text that holds the word in quotation marks."
          )
        }
        current = keyword
      } else if let current {
        clauses[current]?.append(token)
      } else {
        words.append(token)
      }
    }
    if let empty = clauses.first(where: { $0.value.isEmpty })?.key {
      throw ConsoleError.refused(
        "Nothing stands after \"\(empty.rawValue)\"; add it, or leave it out.")
    }
    self.words = words
    self.today = today
    self.clauses = clauses
  }

  /// `slipped to jan 2021` names a month; `to legal` does not.
  private static func isMonth(after index: Int, in tokens: [Token]) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let reader = MonthReader(known: [], current: nil)
    return reader.read(tokens[(index + 1)...].prefix(2).map(\.text)) != .notAMonth
  }

  /// The text of a clause; nil without it.
  func text(_ keyword: Keyword) -> String? {
    clauses[keyword].map { $0.map(\.text).joined(separator: " ") }
  }

  /// Whether the text of a clause is in quotation marks or several words: free text, and no slip in a
  /// word of a list.
  func isFreeText(_ keyword: Keyword) -> Bool {
    clauses[keyword].map { $0.count > 1 || $0.contains { $0.isQuoted } } ?? false
  }

  /// Whether there are any clauses of some kinds.
  func has(_ keywords: Keyword...) -> Bool { keywords.contains { clauses[$0] != nil } }

  /// The day of a clause; nil without it.
  ///
  /// - Throws: `GrammarError.notADay`.
  func day(_ keyword: Keyword) throws -> CivilDate? {
    guard let tokens = clauses[keyword] else { return nil }
    guard let day = DayReader(today: today).read(tokens.map(\.text)) else {
      throw GrammarError.notADay(text(keyword) ?? "", example: "\(keyword.rawValue) 30 nov 2020")
    }
    return day
  }

  /// The month of a clause; a name without a year is the next such month from a day on.
  ///
  /// - Throws: `GrammarError.notAMonth`.
  func month(_ keyword: Keyword, from day: CivilDate) throws -> Month? {
    guard let tokens = clauses[keyword] else { return nil }
    let words = tokens.map(\.text)
    if words.count == 1, let number = MonthReader.number(ofMonthNamed: words[0]) {
      let year = number >= day.month.month ? day.month.year : day.month.year + 1
      if let month = Month(year: year, month: number) { return month }
    }
    let reader = MonthReader(known: [], current: day.month)
    guard case .month(let month, words.count) = reader.read(words) else {
      throw GrammarError.notAMonth(
        text(keyword) ?? "", example: "\(keyword.rawValue) jan \(day.month.year + 1)")
    }
    return month
  }
}

import LookedAfter

/// The words after the name of a command that is said as a sentence: `is 344 of 34439 higher than
/// 66.7`. They are taken from left to right.
struct Phrase {
  private var tokens: ArraySlice<Token>
  let months: MonthReader
  let measures: MeasureReader
  /// The command's name and an example of it, for errors.
  let command: (name: String, example: String)

  init(
    _ tokens: [Token], months: MonthReader, measures: MeasureReader,
    command: (name: String, example: String)
  ) {
    self.tokens = tokens[...]
    self.months = months
    self.measures = measures
    self.command = command
  }

  /// Whether all words are taken.
  var isAtEnd: Bool { tokens.isEmpty }

  /// Whether one of some words comes next.
  func comes(_ words: String...) -> Bool {
    tokens.first.map { words.contains($0.folded) && !$0.isQuoted } ?? false
  }

  /// Whether a month comes next.
  var comesMonth: Bool { months.read(tokens.map(\.text)) != .notAMonth }

  /// Takes a word, or several in a row, if they come next.
  mutating func take(_ words: String...) -> Bool { take(all: words) }

  /// The same for words in a list.
  mutating func take(all words: [String]) -> Bool {
    let next = tokens.prefix(words.count)
    guard next.map(\.folded) == words, !next.contains(where: \.isQuoted) else { return false }
    tokens = tokens.dropFirst(words.count)
    return true
  }

  /// Takes a word that has to come next.
  ///
  /// - Throws: `GrammarError.missing`.
  mutating func expect(_ word: String) throws(GrammarError) {
    guard take(word) else { throw missing("the word \"\(word)\"") }
  }

  /// Takes a number if one comes next.
  mutating func numberIfAny() -> Quantity? {
    guard let token = tokens.first, !token.isQuoted, let number = Quantity(text: token.text) else {
      return nil
    }
    tokens = tokens.dropFirst()
    return number
  }

  /// Takes a number.
  ///
  /// - Throws: `GrammarError` when there is none.
  mutating func number(_ what: String) throws(GrammarError) -> Quantity {
    guard let token = tokens.first else { throw missing(what) }
    guard let number = numberIfAny() else {
      throw .notANumber(token.text, example: command.example)
    }
    return number
  }

  /// Takes a count: a whole number of 0 or more.
  ///
  /// - Throws: `GrammarError` when there is none.
  mutating func count(_ what: String) throws(GrammarError) -> Int {
    let token = tokens.first
    guard let count = try number(what).whole, count >= 0 else {
      throw .notANumber(token?.text ?? "", example: command.example)
    }
    return count
  }

  /// Takes a month if one comes next.
  mutating func monthIfAny() -> Month? {
    guard case .month(let month, let words) = months.read(tokens.map(\.text)) else { return nil }
    tokens = tokens.dropFirst(words)
    return month
  }

  /// Takes the words for a month that there is not, such as latest where nothing is recorded.
  mutating func takeMonthThatIsNot() -> Bool {
    guard case .none(let words) = months.read(tokens.map(\.text)) else { return false }
    tokens = tokens.dropFirst(words)
    return true
  }

  /// Takes a month.
  ///
  /// - Parameter example: a line with a month, for the error; nil for the example of the command.
  /// - Throws: `GrammarError` when there is none.
  mutating func month(like example: String? = nil) throws(GrammarError) -> Month {
    guard !tokens.isEmpty else { throw missing("a month") }
    guard let month = monthIfAny() else {
      throw .notAMonth(rest(upTo: []), example: example ?? command.example)
    }
    return month
  }

  /// Takes a cohort or another measure: the words up to a month or one of `ends`.
  ///
  /// - Parameter number: whether a number ends it that stands before one of `ends` or last; a name
  ///   may hold another: section 20.
  /// - Throws: `GrammarError` when there is none.
  mutating func measure(
    upTo ends: Set<String>, orNumber number: Bool = false
  ) throws(GrammarError) -> Measure {
    let length =
      tokens.indices.first { index in
        ends.contains(tokens[index].folded)
          || number && Quantity(text: tokens[index].text) != nil
            && (tokens[(index + 1)...].first.map { ends.contains($0.folded) } ?? true)
          || months.read(tokens[index...].map(\.text)) != .notAMonth
      }.map { $0 - tokens.startIndex } ?? tokens.count
    guard length > 0 else { throw missing("a cohort or another measure") }
    let measure = try measures.measure(tokens.prefix(length).map(\.text).joined(separator: " "))
    tokens = tokens.dropFirst(length)
    return measure
  }

  /// Takes the next word; a blank when there is none.
  mutating func word() -> String { tokens.popFirst()?.text ?? "" }

  /// Takes the words up to one of `ends`.
  mutating func rest(upTo ends: Set<String>) -> String {
    let taken = tokens.prefix { !ends.contains($0.folded) || $0.isQuoted }
    tokens = tokens.dropFirst(taken.count)
    return taken.map(\.text).joined(separator: " ")
  }

  /// Takes all words that are left.
  mutating func restOfTokens() -> [Token] {
    defer { tokens = [] }
    return Array(tokens)
  }

  /// Makes sure that nothing is left over.
  ///
  /// - Throws: `GrammarError.unexpected`.
  func finish() throws(GrammarError) {
    if let token = tokens.first {
      throw .unexpected(token.text, command: command.name, example: command.example)
    }
  }

  func missing(_ what: String) -> GrammarError {
    .missing(what, command: command.name, example: command.example)
  }
}

extension Session {
  /// The words after the name of a command that is said as a sentence.
  func phrase(_ arguments: Arguments, of name: String, example: String) -> Phrase {
    phrase(arguments.words, of: name, example: example)
  }

  /// The words of a command that is said as a sentence.
  func phrase(_ words: [Token], of name: String, example: String) -> Phrase {
    Phrase(
      words, months: MonthReader(known: knownMonths, current: month),
      measures: MeasureReader(
        catalogue: history.catalogue, cohorts: CohortReader(scheme: history.scheme)),
      command: (name, example))
  }
}

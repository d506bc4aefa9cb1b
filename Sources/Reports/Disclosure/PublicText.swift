import Disclosure
import Documents

/// Judges words by what the release shows.
struct PublicText {
  private let release: ControlledRelease
  private let statements: [String: FigureTies.Statement]
  /// The most sentences that one statement has.
  private let longest: Int

  init(_ release: ControlledRelease, _ ties: FigureTies) {
    self.release = release
    statements = ties.statements
    longest = ties.statements.keys.map { Self.sentences(of: $0).count }.max() ?? 1
  }

  /// The sentences of a text that may be read, and those that may not.
  ///
  /// A sentence with a statement is judged by its figures: all are shown, and every number in it is
  /// one of theirs. One without must not tell any figure.
  func judged(_ text: String) -> (kept: String, dropped: [String]) {
    if let statement = statements[text] { return isPublic(statement) ? (text, []) : ("", [text]) }
    let sentences = Self.sentences(of: text)
    var (kept, dropped): ([String], [String]) = ([], [])
    var place = 0
    // A sentence that speaks of the one before it goes with it.
    var lacksHead = false
    while place < sentences.count {
      var taken = 1
      var words = sentences[place]
      var isKept = !NumbersInText.tells(words)
      for count in stride(from: min(longest, sentences.count - place), through: 1, by: -1) {
        let candidate = sentences[place..<place + count].joined(separator: " ")
        guard let statement = statements[candidate] else { continue }
        (taken, words, isKept) = (count, candidate, isPublic(statement))
        break
      }
      lacksHead = !isKept || lacksHead && Self.speaksOfAnother(words)
      if lacksHead { dropped.append(words) } else { kept.append(words) }
      place += taken
    }
    return (kept.joined(separator: " "), dropped)
  }

  /// Whether a whole text may be read.
  func isPublic(_ text: String) -> Bool { judged(text).dropped.isEmpty }

  /// A heading or a caption: its words stand, a number that is not tied does not.
  func label(_ text: String) -> String {
    let statement = statements[text]
    if let statement, isPublic(statement) { return text }
    // A number written in words is part of a name: `the next three months`.
    return NumbersInText.masked(text) { numeral in
      numeral.allSatisfy(\.isLetter) || statement?.constants.contains(numeral) == true
    }
  }

  /// A name of a row, a column or a mark: its words stand, and so does a number that is part of it,
  /// such as `Turned 18`, unless it is known to tell a figure.
  func name(_ text: String) -> String {
    guard let statement = statements[text], !isPublic(statement) else { return text }
    return NumbersInText.masked(text) { statement.constants.contains($0) }
  }

  /// Openings of sentences that say nothing without the one before them.
  private static let references = [
    "It ", "Its ", "They ", "Their ", "Them ", "That ", "This ", "These ", "Those ", "Of the ",
    "Of these", "Of them", "Of those", "A month earlier", "A year earlier", "In the month before",
    "The month before", "The rest ", "The other", "The others", "Both ", "Neither ", "So ",
    "Here ", "There ", "Then ", "But ", "And ", "Each ", "One of them", "Another ", "By then",
    "From this", "With them", "Without ",
  ]

  /// Whether a sentence cannot be understood without the one before it.
  static func speaksOfAnother(_ sentence: String) -> Bool {
    references.contains { sentence.hasPrefix($0) }
  }

  private func isPublic(_ statement: FigureTies.Statement) -> Bool {
    guard statement.figures.allSatisfy(release.shows) else { return false }
    let values = statement.figures.compactMap(release.printed)
    return NumbersInText.numerals(in: statement.text).allSatisfy { numeral in
      if statement.constants.contains(numeral) { return true }
      guard let number = NumbersInText.value(of: numeral) else { return false }
      return values.contains { Self.isSame(($0.mantissa, $0.decimals), number) }
    }
  }

  /// Whether two numbers are one but for their sign and the noughts at their end.
  static func isSame(_ one: (Int, Int), _ other: (Int, Int)) -> Bool {
    func plain(_ number: (Int, Int)) -> (UInt, Int) {
      var (mantissa, decimals) = (number.0.magnitude, number.1)
      while decimals > 0, mantissa % 10 == 0 {
        (mantissa, decimals) = (mantissa / 10, decimals - 1)
      }
      return (mantissa, decimals)
    }
    return plain(one) == plain(other)
  }

  /// A text cut after each full stop, question or exclamation mark that a capital or a digit follows.
  static func sentences(of text: String) -> [String] {
    var result: [String] = []
    var current = ""
    var words = text.split(separator: " ", omittingEmptySubsequences: true)[...]
    while let word = words.popFirst() {
      current += (current.isEmpty ? "" : " ") + word
      guard let last = word.last, ".?!".contains(last), let next = words.first?.first,
        next.isUppercase || next.isNumber
      else { continue }
      result.append(current)
      current = ""
    }
    return current.isEmpty ? result : result + [current]
  }
}

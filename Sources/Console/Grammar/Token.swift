/// A word of a command line, and where it stands.
struct Token: Equatable {
  /// The word, without quotation marks.
  let text: String

  /// The number of characters before it, from 0.
  let start: Int

  /// Whether it was written in quotation marks, so that it can be neither an option nor a keyword.
  let isQuoted: Bool

  /// Whether it begins with two hyphens, outside quotation marks.
  var isOption: Bool { text.hasPrefix("--") && !isQuoted }

  /// The word as the grammar compares it.
  var folded: String { text.lowercased() }
}

/// Splits a command line into words.
///
/// Lines are pasted from Word and Excel: no-break spaces part words like blanks, curly quotation
/// marks are quotation marks, and dashes of any length join words like hyphens.
enum Lexer {
  /// The words of a line; a `#` that begins a word begins a remark.
  ///
  /// - Throws: `GrammarError.openQuotation` when a quotation mark is never closed.
  static func tokens(of line: String) throws(GrammarError) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var start: Int?
    var quote: Character?
    var quoteStart = 0
    var isQuoted = false
    for (index, character) in line.enumerated() {
      if let closing = quote {
        if closing == Self.closing(character) || character == closing {
          quote = nil
        } else {
          word.append(character)
        }
      } else if let closing = Self.opening(character), start == nil || Self.awaitsValue(word) {
        quote = closing
        quoteStart = index
        isQuoted = isQuoted || start == nil
        start = start ?? index
      } else if character.isWhitespace {
        if let begun = start {
          tokens.append(Token(text: word, start: begun, isQuoted: isQuoted))
        }
        (word, start, isQuoted) = ("", nil, false)
      } else if character == "#", start == nil {
        return tokens
      } else {
        // Word makes one dash of the two hyphens before an option.
        let isLongDash = start == nil && (character == "\u{2013}" || character == "\u{2014}")
        word += isLongDash ? "--" : String(Self.plain(character))
        start = start ?? index
      }
    }
    guard quote == nil else { throw .openQuotation(column: quoteStart + 1) }
    if let begun = start { tokens.append(Token(text: word, start: begun, isQuoted: isQuoted)) }
    return tokens
  }

  /// Whether a value may follow at once: `--output="my paper.md"`.
  private static func awaitsValue(_ word: String) -> Bool {
    word.hasPrefix("--") && word.hasSuffix("=")
  }

  /// Whether a character opens or closes quoted text.
  static func isQuotationMark(_ character: Character) -> Bool { opening(character) != nil }

  /// The text by which a word is typed: in quotation marks where it would be read as another
  /// without them, or as several. Nil when there is no way to type it.
  ///
  /// - Parameter isWhole: whether the word ends here, so that the quotation marks are closed.
  static func typed(_ word: String, quoted: Bool, isWhole: Bool) -> String? {
    let reads = (try? tokens(of: word))?.map(\.text) == [word] && !word.hasPrefix("--")
    if reads, !quoted { return word }
    guard !word.contains(where: isQuotationMark), !word.contains(where: \.isNewline) else {
      return nil
    }
    return "\"\(word)" + (isWhole ? "\"" : "")
  }

  private static func opening(_ character: Character) -> Character? {
    switch character {
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}": "\""
    default: nil
    }
  }

  private static func closing(_ character: Character) -> Character? { opening(character) }

  private static func plain(_ character: Character) -> Character {
    switch character {
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
    case "\u{2018}", "\u{2019}": "'"
    default: character
    }
  }
}

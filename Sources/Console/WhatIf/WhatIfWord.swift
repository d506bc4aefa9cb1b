import LookedAfter

/// A word of a what-if, and where it stands in the line.
struct WhatIfWord: Equatable {
  /// The word in lower case, without the punctuation around it; as it is when it was quoted.
  let text: String

  /// The characters before it in the line, from 0.
  let start: Int

  /// Its characters.
  let length: Int

  /// Whether it was written in quotation marks.
  let isQuoted: Bool
}

/// A part of a what-if between commas, or beside an "and".
struct WhatIfClauseWords: Equatable {
  var words: [WhatIfWord]

  /// Whether an "and" and no comma joins it to the next.
  var isJoinedToNext = false
}

extension WhatIfClauseWords {
  private static let joining: Set<String> = ["and", "plus", "&"]

  /// Splits a sentence at commas, semicolons and "and".
  static func clauses(of tokens: [Token]) -> [WhatIfClauseWords] {
    var clauses: [WhatIfClauseWords] = []
    var words: [WhatIfWord] = []
    func close(joined: Bool) {
      if !words.isEmpty { clauses.append(WhatIfClauseWords(words: words, isJoinedToNext: joined)) }
      words = []
    }
    for token in tokens {
      if token.isQuoted {
        words.append(
          WhatIfWord(
            text: token.text, start: token.start, length: token.text.count + 2, isQuoted: true))
        continue
      }
      for piece in pieces(of: token) {
        if joining.contains(piece.word.text) {
          close(joined: true)
        } else if ["then", "also"].contains(piece.word.text) {
          close(joined: false)
        } else {
          if !piece.word.text.isEmpty { words.append(piece.word) }
          if piece.endsClause { close(joined: false) }
        }
      }
    }
    close(joined: false)
    return clauses
  }

  /// The words of a token: several where commas stand between them without a blank.
  private static func pieces(of token: Token) -> [(word: WhatIfWord, endsClause: Bool)] {
    let letters = Array(token.text)
    var pieces: [(word: WhatIfWord, endsClause: Bool)] = []
    var start = 0
    func add(upTo end: Int, endsClause: Bool) {
      var (from, to) = (start, end)
      while from < to, "([".contains(letters[from]) { from += 1 }
      while to > from, ")].?!:".contains(letters[to - 1]) { to -= 1 }
      let text = String(letters[from..<to]).lowercased()
      pieces.append(
        (
          WhatIfWord(text: text, start: token.start + from, length: to - from, isQuoted: false),
          endsClause
        ))
    }
    for index in letters.indices where ",;".contains(letters[index]) {
      // A comma between thousands stands within a number.
      let isWithin =
        letters[index] == "," && index > 0 && index + 1 < letters.count
        && letters[index - 1].isNumber && letters[index + 1].isNumber
      if isWithin { continue }
      add(upTo: index, endsClause: true)
      start = index + 1
    }
    if start < letters.count { add(upTo: letters.count, endsClause: false) }
    return pieces
  }
}

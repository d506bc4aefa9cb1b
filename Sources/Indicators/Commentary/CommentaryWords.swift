import LookedAfter

/// A word of a commentary as a reader of figures sees it.
struct CommentaryWord: Equatable {
  /// The word in lower case, or a mark of punctuation.
  let text: String

  /// The number that the word is, in figures or in letters; nil where it is none, or is a date, an
  /// age or the name of a section.
  var number: Int?

  /// Whether it is punctuation.
  let isMark: Bool

  /// The word without the ending of the plural: `orders` and `order` are one.
  var stem: String {
    switch text {
    case "children": "child"
    case "people": "person"
    default:
      text.count > 3 && text.last == "s" && !text.hasSuffix("ss") ? String(text.dropLast()) : text
    }
  }
}

/// A sentence of a commentary, in words.
struct CommentarySentence {
  private(set) var words: [CommentaryWord]

  /// The sentences of a text.
  ///
  /// A full stop before a small letter or a figure does not end one, for it may end an abbreviation
  /// such as `approx.`; it stays as a mark.
  static func sentences(of text: String) -> [CommentarySentence] {
    var sentences: [CommentarySentence] = []
    var words: [CommentaryWord] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(contentsOf: CommentarySentence.words(of: word)) }
      word = ""
    }
    func endSentence() {
      endWord()
      if !words.isEmpty { sentences.append(CommentarySentence(named: words)) }
      words = []
    }
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isInNumber = (word.last?.isNumber ?? false) && next.isNumber
      switch character {
      case ".", ",":
        if isInNumber {
          word.append(character)
          continue
        }
        let following = characters[(index + 1)...].first { !$0.isWhitespace }
        let goesOn = following.map { $0.isLowercase || $0.isNumber } ?? false
        if character == ".", !goesOn {
          endSentence()
        } else {
          endWord()
          words.append(CommentaryWord(text: String(character), isMark: true))
        }
      case "!", "?", ";", "\n": endSentence()
      case ":", "(", ")", "\u{2013}", "\u{2014}", "\u{2022}":
        endWord()
        words.append(CommentaryWord(text: String(character), isMark: true))
      default:
        if character.isWhitespace {
          endWord()
        } else if character.isLetter || character.isNumber || "-'\u{2019}%/+£".contains(character) {
          word += character.lowercased()
        } else {
          endWord()
        }
      }
    }
    endSentence()
    return sentences
  }

  /// The words of a piece without blanks: `long-term` is two, `twenty-one` a number, and
  /// `16-year-old` neither.
  private static func words(of piece: String) -> [CommentaryWord] {
    if let number = NumberWords.number(piece) {
      return [CommentaryWord(text: piece, number: number, isMark: false)]
    }
    guard !piece.contains(where: \.isNumber) else {
      return [CommentaryWord(text: piece, isMark: false)]
    }
    return piece.split(separator: "-").map {
      CommentaryWord(text: String($0), number: NumberWords.number(String($0)), isMark: false)
    }
  }

  /// Takes for names what is no count: `section 20`, `aged 16`, `12 November 2020`, `26 weeks`.
  private init(named found: [CommentaryWord]) {
    var words: [CommentaryWord] = []
    var rest = found[...]
    while var word = rest.popFirst() {
      if word.text == "section" || word.text == "s", let number = rest.first?.number {
        rest.removeFirst()
        words.append(CommentaryWord(text: "section\(number)", isMark: false))
        continue
      }
      if word.text.hasPrefix("s"), let number = Int(word.text.dropFirst()) {
        words.append(CommentaryWord(text: "section\(number)", isMark: false))
        continue
      }
      let before = words.last?.text ?? ""
      let after = rest.first?.text ?? ""
      let isName =
        Self.ageWords.contains(before) || Self.units.contains(after)
        || Self.isMonth(after) || Self.isMonth(before) && (word.number ?? 0) > 31
      if isName { word.number = nil }
      words.append(word)
    }
    self.words = words
  }

  private static let ageWords: Set = [
    "aged", "age", "turn", "turns", "turned", "turning", "reach", "reached", "under", "over",
    "paragraph", "page", "week", "day", "level", "stage", "phase", "quarter", "q",
  ]

  private static let units: Set = [
    "year", "years", "week", "weeks", "month", "months", "day", "days", "hour", "hours", "%",
    "percent", "percentage", "st", "nd", "rd", "th",
  ]

  /// Whether a word is the name of a month, or the three letters of one.
  static func isMonth(_ word: String) -> Bool { monthNumber(word) != nil }

  /// The number of the month that a word names, from 1.
  static func monthNumber(_ word: String) -> Int? {
    Month.names.firstIndex { name in
      word == name.lowercased() || word == name.prefix(3).lowercased()
        || word == "sept" && name == "September"
    }.map { $0 + 1 }
  }

  /// The words from a place up to the next mark.
  func clause(after place: Int) -> [CommentaryWord] {
    Array(words[(place + 1)...].prefix { !$0.isMark })
  }

  /// The words from the last mark up to a place.
  func clause(before place: Int) -> [CommentaryWord] {
    Array(words[..<place].reversed().prefix { !$0.isMark }.reversed())
  }
}

extension CommentaryWord {
  init(text: String, isMark: Bool) {
    self.init(text: text, number: nil, isMark: isMark)
  }
}

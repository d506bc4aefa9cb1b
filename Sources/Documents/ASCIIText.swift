/// Text for a terminal that shows ASCII only.
enum ASCIIText {
  /// The text in ASCII: signs by their usual stand-ins, letters without accents, the rest by number.
  ///
  /// Nothing is dropped without a trace but a picture that stands beside words.
  static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    let hasWords = text.contains { $0.isASCII && ($0.isLetter || $0.isNumber) }
    for character in text {
      if let ascii = stand(for: character, besideWords: hasWords) {
        result += ascii
      } else {
        for scalar in character.unicodeScalars where !isMark(scalar) {
          result += scalar.isASCII ? String(scalar) : letter(scalar) ?? number(scalar)
        }
      }
    }
    return PlainText.line(result)
  }

  private static func stand(for character: Character, besideWords: Bool) -> String? {
    if let sign = signs[character] { return sign }
    guard let scalar = character.unicodeScalars.first, scalar.properties.isEmojiPresentation else {
      return nil
    }
    return besideWords ? "" : scalar.properties.name.map { "(" + $0.lowercased() + ")" }
  }

  private static let signs: [Character: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2010}": "-",
    "\u{2011}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-", "\u{2026}": "...",
    "\u{2022}": "*", "\u{00B7}": "-", "\u{00D7}": "x", "\u{00A3}": "GBP ", "\u{20AC}": "EUR ",
    "\u{00A0}": " ", "\u{202F}": " ", "\u{2190}": "<-", "\u{2192}": "->", "\u{2264}": "<=",
    "\u{2265}": ">=", "\u{2248}": "~", "\u{00B1}": "+/-",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark || category == .format
  }

  /// `E` for `LATIN CAPITAL LETTER E WITH ACUTE`: Unicode's own names save a table.
  private static func letter(_ scalar: Unicode.Scalar) -> String? {
    guard let words = scalar.properties.name?.split(separator: " "), words.count >= 4,
      words[0] == "LATIN", words[2] == "LETTER", words.count == 4 || words[4] == "WITH"
    else { return nil }
    return words[1] == "CAPITAL" ? String(words[3]) : words[3].lowercased()
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
  }
}

/// Text for the ear: signs become words, and pictures go or are named.
enum SpokenText {
  /// The text without a sign that a screen reader skips or misreads.
  ///
  /// Readers leave out U+2212 and dashes at their usual settings, so that a fall would be heard as a
  /// rise: a sign before a figure is always a word, `minus 2` and `plus 3` alike.
  static func line(_ text: String) -> String {
    let text = PlainText.line(text)
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x2B }) { return text }
    var result = ""
    var pictures: [String] = []
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      if isPicture(character) {
        if let name = character.unicodeScalars.first?.properties.name {
          pictures.append(name.lowercased())
        }
      } else if character == "+", after.isNumber, !before.isNumber, !before.isLetter {
        result += "plus "
      } else if character == "\u{2013}", after.isNumber, before.isNumber {
        result += " to "
      } else if let word = words[character] {
        result += " " + word + " "
      } else {
        result.append(character)
      }
    }
    // A picture beside words repeats them; a picture alone has to be named.
    let spoken = tidy(result)
    return spoken.contains { $0.isLetter || $0.isNumber }
      ? spoken : tidy(pictures.joined(separator: ", ") + " " + spoken)
  }

  /// What a sign says; an empty word leaves the sign out.
  private static let words: [Character: String] = [
    "\u{2212}": "minus", "\u{00B1}": "plus or minus", "\u{2192}": "to", "\u{2190}": "from",
    "\u{2191}": "up", "\u{2193}": "down", "\u{2264}": "at most", "\u{2265}": "at least",
    "\u{2248}": "about", "\u{2260}": "not equal to", "\u{00D7}": "times", "\u{00F7}": "divided by",
    "\u{2713}": "yes", "\u{2714}": "yes", "\u{2717}": "no", "\u{2718}": "no",
    "\u{2022}": "", "\u{00B7}": "",
  ]

  /// Whether a character is an emoji, a box line or another drawing.
  private static func isPicture(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, scalar.value > 0x7F else { return false }
    switch scalar.value {
    case 0x2500...0x25FF, 0xFFFD: return true
    default:
      return words[character] == nil
        && (scalar.properties.isEmojiPresentation
          || (scalar.properties.isEmoji && scalar.value >= 0x2300))
    }
  }

  /// Single spaces, and none before a comma or a closing bracket.
  private static func tidy(_ text: String) -> String {
    var result = ""
    for word in text.split(separator: " ") {
      let clings = word.first.map { ",.;:)".contains($0) } ?? false
      if !result.isEmpty, !clings, result.last != "(" { result += " " }
      result += word
    }
    return result
  }
}

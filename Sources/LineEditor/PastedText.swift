/// Pasted text, made fit for one editable line.
enum PastedText {
  /// No more than this many characters are taken from one paste.
  static let limit = 100_000

  /// Line breaks (several on end count as one) and tabs become blanks, those around the text go,
  /// and other control characters (escape sequences begin with one) become blanks too. A pasted
  /// line break thus never runs anything.
  static func clean(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, isBreak(first) {
      rest.removeFirst()
    }
    while let last = rest.last, isBreak(last) {
      rest.removeLast()
    }
    var cleaned = ""
    var wasNewline = false
    for character in rest {
      // A Windows line break arrives as two, since the terminal makes one of each half.
      if character.isNewline, wasNewline { continue }
      wasNewline = character.isNewline
      cleaned.append(isControl(character) ? " " : character)
    }
    return cleaned
  }

  private static func isBreak(_ character: Character) -> Bool {
    character.isNewline || character == "\t"
  }

  private static func isControl(_ character: Character) -> Bool {
    if character.isNewline { return true }
    return character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

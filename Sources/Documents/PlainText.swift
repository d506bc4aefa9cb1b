/// Free text made harmless: one line, without a character that could drive a terminal.
///
/// Comments are typed by many hands and imported from files, so an escape sequence or a bidirectional
/// override may hide in one. Emoji survive: the joiner and the tags that build them are kept.
public enum PlainText {
  /// The text on one line, without control characters; runs of white space become one space.
  public static func line(_ text: String) -> String {
    if isClean(text) { return text }
    var result = String.UnicodeScalarView()
    var spacePending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        spacePending = true
      } else if !isHarmful(scalar) {
        if spacePending, !result.isEmpty { result.append(" ") }
        spacePending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a scalar separates words or lines; the no-break space does not.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether a scalar steers the reader's machine or is invisible, and so is left out.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // The soft hyphen: terminals disagree whether it takes a column.
    case 0xAD: true
    // Bidirectional marks, embeddings, overrides and isolates, and the invisible operators.
    case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  /// A quick look at the bytes: most text is ASCII words with single spaces.
  private static func isClean(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, !(byte == 0x20 && last == 0x20) else { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }
}

extension PlainText {
  /// A text of lines for a terminal: without anything that could drive it but its own colours.
  ///
  /// - Parameter keepsColour: whether sequences that set colour and weight may stay; of a text that
  ///   the program did not write itself not even those.
  public static func forTerminal(_ text: String, keepsColour: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 == 0x0A || (0x20..<0x7F).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n": result.append(scalar)
      case "\t": result.append(" ")
      case "\u{1B}" where keepsColour:
        guard let sequence = colour(rest) else { break }
        result.append(scalar)
        result.append(contentsOf: sequence)
        rest = rest.dropFirst(sequence.count)
      default: if !isHarmful(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// What follows an escape where it only sets colour or weight: `[1;31m`.
  private static func colour(_ rest: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
    guard rest.first == "[" else { return nil }
    let inside = rest.dropFirst().prefix { ("0"..."9").contains($0) || $0 == ";" }
    guard inside.count < 12, rest.dropFirst(inside.count + 1).first == "m" else { return nil }
    return rest.prefix(inside.count + 2)
  }
}

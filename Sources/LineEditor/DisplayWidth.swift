import CLineEditor

/// How many columns text takes on the terminal.
enum DisplayWidth {
  /// Columns of one character as the C library counts them, as libedit does. What it does not
  /// know (it knows only ASCII without a UTF-8 locale) counts as one.
  static func of(_ character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      let width = le_character_width(scalar.value)
      widest = max(widest, width < 0 ? 1 : Int(width))
    }
    return widest
  }

  /// Columns of a text on one row.
  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The text cut to a number of columns, with "…" as its last character if any of it went.
  static func fit(_ text: String, columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let width = of(character)
      guard used + width <= columns - 1 else { break }
      kept.append(character)
      used += width
    }
    return kept + "…"
  }

  /// How many rows further down the end of the line is than the cursor, when the prompt and the
  /// text run on from row to row of `columns`.
  static func rowsBelow(promptColumns: Int, before: String, after: String, columns: Int) -> Int {
    guard columns > 0 else { return 0 }
    let cursor = promptColumns + of(before)
    return (cursor + of(after)) / columns - cursor / columns
  }
}

/// Breaking text into lines that fit a width in terminal columns.
enum Wrapping {
  /// The lines of a text, at least one; a word wider than the width is broken, never cut off.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(2, width)
    if text.utf8.count <= width, !text.utf8.contains(where: { $0 >= 0x80 }) { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let columns = DisplayWidth.columns(word)
      if !line.isEmpty, used + 1 + columns <= width {
        line += " " + word
        used += 1 + columns
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var pieces = columns <= width ? [String(word)] : broken(word, width: width)
      line = pieces.removeLast()
      lines += pieces
      used = DisplayWidth.columns(line)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Lines whose first begins with a mark and whose others hang under the text after it.
  static func hanging(_ text: String, mark: String, indent: Int, width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return lines(text, width: width - indent).enumerated().map { index, line in
      (index == 0 ? mark : margin) + line
    }
  }

  /// The width of the widest word, which a column can't go below.
  static func widestWord(_ text: String) -> Int {
    text.split(separator: " ").reduce(0) { max($0, DisplayWidth.columns($1)) }
  }

  /// The least width at which a text takes two lines or one.
  static func twoLineWidth(_ text: String) -> Int {
    let words = text.split(separator: " ").map { DisplayWidth.columns($0) }
    let whole = words.reduce(max(0, words.count - 1), +)
    var best = whole
    var left = 0
    for word in words.dropLast() {
      left += word
      best = min(best, max(left, whole - left - 1))
      left += 1
    }
    return best
  }

  private static func broken(_ word: Substring, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let columns = DisplayWidth.columns(character)
      if used + columns > width {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += columns
    }
    return pieces + [piece]
  }
}

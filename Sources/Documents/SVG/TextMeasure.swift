/// How wide a text is likely to be in a sans-serif face such as Arial or Helvetica.
///
/// A browser lays text out itself; this only keeps labels from meeting. Widths are of Helvetica, in
/// thousandths of the size, with a little to spare for wider faces.
enum TextMeasure {
  /// The width of a text at a size, in the same unit.
  static func width(_ text: String, size: Double) -> Double {
    Double(text.unicodeScalars.reduce(0) { $0 + thousandths($1) }) / 1000 * size * 1.06
  }

  /// The lines of a text that keep to a width; a longer word stands alone.
  static func lines(_ text: String, size: Double, width limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || width(longer, size: size) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "'", "|", ".", ",", ":", ";", "!", "I", "f", "t", " ", "/": 278
    case "r", "(", ")", "[", "]", "-", "`": 333
    case "s", "c", "k", "v", "x", "y", "z", "J": 500
    case "T", "F", "Z": 611
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&": 667
    case "C", "D", "H", "N", "R", "U", "w": 722
    case "G", "O", "Q": 778
    case "m", "M": 833
    case "W", "%": 944
    case "+", "=", "<", ">", "\u{2212}": 584
    default:
      scalar.isASCII
        ? 556
        : scalar.properties.generalCategory == .nonspacingMark
          ? 0
          : DisplayWidth.columns(Character(scalar)) > 1 ? 1000 : 600
    }
  }
}

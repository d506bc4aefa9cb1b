/// What is read in a Word file.
public enum WordText {
  /// The paragraphs of the main part, one a line, with their styles.
  public static func words(of file: [UInt8]) -> String {
    // The parts are stored and not packed, so that they stand in the file as they are.
    let text = String(decoding: file, as: UTF8.self)
    guard let start = text.firstRange(of: "<w:body>"), let end = text.firstRange(of: "</w:body>")
    else { return "" }
    return text[start.upperBound..<end.lowerBound].split(separator: "</w:p>").compactMap {
      paragraph -> String? in
      let words = paragraph.matches(of: #/<w:t(?: [^>]*)?>([^<]*)</w:t>/#).map { String($0.1) }
        .joined()
      guard !words.isEmpty else { return nil }
      let style = paragraph.firstMatch(of: #/<w:pStyle w:val="([^"]*)"/#).map { String($0.1) } ?? ""
      return style + ": " + words
    }.joined(separator: "\n") + "\n"
  }
}

/// Reads a text file with the parts of a paper: each after its id on a line of its own, as
/// `[community-impact]`.
enum SlotFile {
  /// The parts with their texts, paragraphs parted by line ends; a part without a text is left out.
  static func read(_ text: String) -> [(id: String, text: String)] {
    var parts: [(id: String, lines: [String])] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if line.first == "[", let end = line.firstIndex(of: "]"),
        line[line.index(after: end)...].allSatisfy(\.isWhitespace)
      {
        parts.append((line[line.index(after: line.startIndex)..<end].lowercased(), []))
      } else if !parts.isEmpty {
        parts[parts.count - 1].lines.append(String(line))
      }
    }
    return parts.compactMap { part in
      // Lines of one paragraph belong together; an empty line parts paragraphs.
      let paragraphs = part.lines.split { $0.isEmpty }.map { $0.joined(separator: " ") }
      return paragraphs.isEmpty ? nil : (part.id, paragraphs.joined(separator: "\n"))
    }
  }
}

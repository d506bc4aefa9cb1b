/// Rules for what is kept as history, without any file.
enum HistoryLines {
  /// The line as it is kept, or nil when it is not: empty ones, and those that begin with a
  /// blank, by which a person keeps a line out. Line breaks become blanks.
  static func kept(_ line: String) -> String? {
    guard let first = line.first, !first.isWhitespace else { return nil }
    var cleaned = PastedText.clean(line)
    while cleaned.last?.isWhitespace == true {
      cleaned.removeLast()
    }
    return cleaned.isEmpty ? nil : cleaned
  }

  /// Each line once, where it was used last, and of those the newest `limit`; oldest first.
  static func unique(_ lines: [String], limit: Int) -> [String] {
    var seen: Set<String> = []
    var newestFirst: [String] = []
    for line in lines.reversed() where newestFirst.count < limit {
      if seen.insert(line).inserted {
        newestFirst.append(line)
      }
    }
    return newestFirst.reversed()
  }

  static func hasControl(_ line: String) -> Bool {
    line.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

/// The list under the line when Tab has a choice: one candidate a row, with its description.
enum CandidateList {
  private static let indent = 2
  private static let gap = 2
  /// A description with less room than this is left out.
  private static let leastDescription = 8

  /// The rows to print, each narrower than the terminal so that none wraps. Two rows of the
  /// terminal are kept for the line itself; what does not fit is counted in a last row.
  static func rows(_ candidates: [Completion.Candidate], columns: Int, rows: Int) -> [String] {
    let room = max(rows - 2, 2)
    if candidates.count > room, let names = names(candidates, columns: columns, room: room) {
      return names
    }
    var shown = candidates[...]
    if candidates.count > room {
      shown = candidates.prefix(room - 1)
    }
    let width = max(columns - 1, 1)
    let widths = shown.map { DisplayWidth.of($0.text) }
    // One very long name must not push every description out of sight.
    let nameColumns = widths.filter { $0 <= width * 3 / 5 }.max() ?? 0
    var result = shown.map { row($0, nameColumns: nameColumns, width: width) }
    if shown.count < candidates.count {
      let blanks = String(repeating: " ", count: indent)
      let more = "… and \(candidates.count - shown.count) more"
      result.append(DisplayWidth.fit(blanks + more, columns: width))
    }
    return result
  }

  private static func row(
    _ candidate: Completion.Candidate, nameColumns: Int, width: Int
  ) -> String {
    let name = String(repeating: " ", count: indent) + candidate.text
    let used = max(indent + nameColumns, DisplayWidth.of(name)) + gap
    guard !candidate.description.isEmpty, width - used >= leastDescription else {
      return DisplayWidth.fit(name, columns: width)
    }
    let padding = String(repeating: " ", count: used - DisplayWidth.of(name))
    return name + padding + DisplayWidth.fit(candidate.description, columns: width - used)
  }

  /// The names alone, in as many columns as fit: all of them are worth more than some with words.
  /// Nil where even so they do not fit.
  private static func names(
    _ candidates: [Completion.Candidate], columns: Int, room: Int
  ) -> [String]? {
    let widest = candidates.reduce(0) { max($0, DisplayWidth.of($1.text)) }
    let perRow = max(1, (columns - 1 - indent) / (widest + gap))
    let rows = (candidates.count + perRow - 1) / perRow
    guard rows <= room else { return nil }
    return (0..<rows).map { row in
      // Down each column first, as a list is read.
      let line = stride(from: row, to: candidates.count, by: rows).map { index -> String in
        let name = candidates[index].text
        let isLast = index + rows >= candidates.count
        let padding = isLast ? 0 : widest + gap - DisplayWidth.of(name)
        return name + String(repeating: " ", count: padding)
      }
      return String(repeating: " ", count: indent) + line.joined()
    }
  }
}

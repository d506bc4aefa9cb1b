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
}

import LookedAfter

/// Reads by how many children a number changed on the month before: `two fewer children than a
/// month earlier`.
struct ChangeClaims {
  let history: History
  let month: Month
  let cohort: Cohort

  /// What a claim of the change is of.
  static let measure: MeasureID = "change"

  /// The claim of a figure that is a change, less than zero for a fall; nil for any other.
  func claim(_ figure: StatedFigure) -> CommentaryClaim? {
    let introductions: Set = ["there", "are", "were", "that", "is", "this"]
    guard figure.before.allSatisfy({ introductions.contains($0.text) }) else { return nil }
    var words = figure.after.map(\.text)[...]
    let sign: Int
    switch words.popFirst() {
    case "fewer", "less": sign = -1
    case "more": sign = 1
    default: return nil
    }
    if words.first == "children" || words.first == "child" { words.removeFirst() }
    guard words.popFirst() == "than" else { return nil }
    let before = month.advanced(by: -1)
    let times = [
      "a month earlier", "a month ago", "a month before", "last month", "the month before",
      "the previous month", "in the previous month", "in \(before.name.lowercased())",
    ]
    guard times.contains(words.joined(separator: " ")) else { return nil }
    let changes = history.snapshots(for: month).flatMap { now in
      history.snapshots(for: before).compactMap { then -> Int? in
        guard let number = now[cohort.id]?.value, let earlier = then[cohort.id]?.value else {
          return nil
        }
        return number - earlier
      }
    }
    return changes.isEmpty
      ? nil
      : CommentaryClaim(
        stated: sign * figure.number, measure: Self.measure, recorded: changes)
  }
}

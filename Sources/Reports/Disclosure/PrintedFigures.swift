import Documents
import LookedAfter

/// The counts that a paper prints or rests on, found out by taking them away: without them it is
/// another paper.
struct PrintedFigures {
  private(set) var figures: [Observation] = []

  /// - Parameter write: the paper from a history; nil where none can be made.
  init(_ history: History, of document: Document, write: (History) -> Document?) {
    func tells(_ figures: [Observation]) -> Bool {
      write(history.replacing(figures.map { ($0, nil) })) != document
    }
    let periods = Dictionary(grouping: history.counts(), by: \.period)
      .sorted { "\($0.key)" < "\($1.key)" }.map(\.value)
    // What is printed of one period is most of what is printed of the next.
    var likely = Set<String>()
    for all in Self.telling(periods[...], tells) {
      let branches = Dictionary(grouping: all, by: Self.branch)
      let names = branches.keys.sorted().compactMap { branches[$0] }
      let isLikely = { (branch: [Observation]) in
        branch.first.map { likely.contains(Self.branch($0)) } ?? false
      }
      let found =
        names.filter { isLikely($0) && tells($0) }
        + Self.telling(names.filter { !isLikely($0) }[...], tells)
      likely = Set(found.flatMap { $0.prefix(1) }.map(Self.branch))
      figures += found.flatMap { Self.printed($0, tells) }
    }
  }

  /// Of periods or branches those without which it is another paper, found by halves: most of a long
  /// history is in none.
  private static func telling(
    _ parts: ArraySlice<[Observation]>, _ tells: ([Observation]) -> Bool
  ) -> [[Observation]] {
    guard !parts.isEmpty, tells(parts.flatMap { $0 }) else { return [] }
    guard parts.count > 1 else { return Array(parts) }
    let middle = parts.startIndex + parts.count / 2
    return telling(parts[..<middle], tells) + telling(parts[middle...], tells)
  }

  /// A branch without its lines where the paper has only what they come to, such as the children who
  /// left in a month of the year before.
  private static func printed(
    _ branch: [Observation], _ tells: ([Observation]) -> Bool
  ) -> [Observation] {
    let lines = branch.filter { $0.measure.rawValue.contains(".") }
    guard !lines.isEmpty, lines.count < branch.count, !tells(lines) else { return branch }
    return branch.filter { !$0.measure.rawValue.contains(".") }
  }

  /// What is printed together: a breakdown, or a cohort of one count by itself.
  private static func branch(_ observation: Observation) -> String {
    let name = observation.measure.rawValue
    return name.prefix { $0 != "." } + "|" + (observation.basis?.rawValue ?? "")
  }
}

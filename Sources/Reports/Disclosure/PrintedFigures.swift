import Documents
import LookedAfter

/// The counts that a paper prints or rests on, found out by taking them away: without them it is
/// another paper.
struct PrintedFigures {
  private(set) var figures: [Observation] = []

  /// - Parameter write: the paper from a history; nil where none can be made.
  init(_ history: History, of document: Document, write: (History) -> Document?) {
    let periods = Dictionary(grouping: history.counts(), by: \.period)
      .sorted { "\($0.key)" < "\($1.key)" }.map(\.value)
    for all in telling(periods[...], { changes(history, $0, document, write) }) {
      for (_, group) in Dictionary(grouping: all, by: { Self.branch($0) }).sorted(by: {
        $0.key < $1.key
      }) {
        if changes(history, group, document, write) { figures += group }
      }
    }
  }

  /// The periods without which it is another paper, found by halves: most of a long history is in none.
  private func telling(
    _ periods: ArraySlice<[Observation]>, _ changes: ([Observation]) -> Bool
  ) -> [[Observation]] {
    guard !periods.isEmpty, changes(periods.flatMap { $0 }) else { return [] }
    guard periods.count > 1 else { return Array(periods) }
    let middle = periods.startIndex + periods.count / 2
    return telling(periods[..<middle], changes) + telling(periods[middle...], changes)
  }

  private func changes(
    _ history: History, _ figures: [Observation], _ document: Document,
    _ write: (History) -> Document?
  ) -> Bool {
    write(history.replacing(figures.map { ($0, nil) })) != document
  }

  /// What is printed together: a breakdown, or a cohort of one count by itself.
  private static func branch(_ observation: Observation) -> String {
    let name = observation.measure.rawValue
    return name.prefix { $0 != "." } + "|" + (observation.basis?.rawValue ?? "")
  }
}

import Documents
import LookedAfter

/// The counts that a paper prints or rests on, found out by taking them away: without them it is
/// another paper.
struct PrintedFigures {
  private(set) var figures: [Observation] = []

  /// - Parameter write: the paper from a history; nil where none can be made.
  init(_ history: History, of document: Document, write: (History) -> Document?) {
    let periods = Dictionary(grouping: history.counts(), by: \.period)
    for (_, all) in periods.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      guard changes(history, all, document, write) else { continue }
      for (_, group) in Dictionary(grouping: all, by: { Self.branch($0) }).sorted(by: {
        $0.key < $1.key
      }) {
        if changes(history, group, document, write) { figures += group }
      }
    }
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

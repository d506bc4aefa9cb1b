/// Every measure that can be recorded: those of the catalogue file, and those that each cohort of
/// the scheme brings with it. The order is the order in which papers list them.
public struct MeasureCatalogue: Sendable, Equatable {
  /// The measures, in order.
  public let measures: [Measure]

  private let indexes: [MeasureID: Int]
  private let children: [String: [Measure]]

  /// Joins the measures of a scheme and of a catalogue file; the first of an id stands.
  public init(scheme: CohortScheme, measures listed: [Measure]) {
    var measures: [Measure] = []
    var indexes: [MeasureID: Int] = [:]
    for measure in scheme.rows.flatMap(Self.measures) + listed where indexes[measure.id] == nil {
      indexes[measure.id] = measures.count
      measures.append(measure)
    }
    self.measures = measures
    self.indexes = indexes
    children = Dictionary(grouping: measures) { String(Self.branch(of: $0.id)) }
  }

  /// The measure of an id; nil when nothing is recorded under it.
  public subscript(id: MeasureID) -> Measure? { indexes[id].map { measures[$0] } }

  /// The measures directly below a branch, in order: of `started`, `started.ico` and the rest.
  public func measures(below branch: MeasureID) -> [Measure] {
    children[branch.rawValue] ?? []
  }

  /// The id up to its last dot; blank when it has none.
  private static func branch(of id: MeasureID) -> Substring {
    id.rawValue.lastIndex(of: ".").map { id.rawValue[..<$0] } ?? ""
  }

  private static func measures(of cohort: Cohort) -> [Measure] {
    [
      Measure(id: cohort.id.count, name: cohort.name, phrase: "", kind: .stock, unit: "children"),
      Measure(
        id: cohort.id.assessing, name: "\(cohort.name), best interests still being assessed",
        phrase: "", kind: .stock, unit: "children"),
      Measure(
        id: cohort.id.progress, name: "Progress rating, \(cohort.name)", phrase: "",
        kind: .judgement, unit: "level"),
      Measure(
        id: cohort.id.comment, name: "Commentary, \(cohort.name)", phrase: "", kind: .text, unit: ""
      ),
    ]
  }
}

import Documents
import Indicators
import LookedAfter

/// Series of what is recorded, where there are no rows of children to ask.
extension SeriesAnswer {
  /// A figure of the recorded history: only the months that have one.
  ///
  /// A year of joiners or leavers is given where all its twelve months are recorded.
  ///
  /// - Throws: `ReportError.noSeries` when nothing is recorded.
  public static func document(
    _ measure: Measure, _ step: Step, from first: Month? = nil, to last: Month? = nil,
    of history: History
  ) throws(ReportError) -> Document {
    if let first, let last, first > last { throw .monthsOutOfOrder(first, last) }
    let figures = MonthlyFigures(of: measure.id, in: history)
    let isFlow = measure.kind == .flow
    var section = Section(heading: "")
    var points: [(CivilDate, Cell)] = []
    for month in figures.months where (first ?? month) <= month && month <= (last ?? month) {
      guard let figure = figures[month] else { continue }
      section.cite(figure.provenance)
      if step == .monthly {
        points.append((month.lastDay, .recorded(figure, measure.name, month.inWords)))
      } else if month.month == 3 {
        if !isFlow {
          points.append((month.lastDay, .recorded(figure, measure.name, month.inWords)))
        } else if let sum = sum(of: figures, upTo: month) {
          points.append((month.lastDay, .integer(sum)))
        }
      }
    }
    return try document(measure.name, points, step, isFlow: isFlow, section)
  }

  /// The children in no cohort, as the recorded snapshots leave them: a net figure.
  ///
  /// - Throws: `ReportError.noSeries` when nothing is recorded.
  public static func remainder(
    _ step: Step, from first: Month? = nil, to last: Month? = nil, of history: History
  ) throws(ReportError) -> Document {
    var section = Section(heading: "")
    var points: [(CivilDate, Cell)] = []
    for month in history.months where (first ?? month) <= month && month <= (last ?? month) {
      guard step == .monthly || month.month == 3, let snapshot = history.snapshot(for: month),
        let remainder = snapshot.netRemainder
      else { continue }
      section.cite(snapshot.total?.provenance)
      points.append((month.lastDay, .integer(remainder)))
    }
    return try document("Not in a cohort (net)", points, step, isFlow: false, section)
  }

  private static func document(
    _ name: String, _ points: [(CivilDate, Cell)], _ step: Step, isFlow: Bool, _ section: Section
  ) throws(ReportError) -> Document {
    guard !points.isEmpty else { throw .noSeries(Prose.lowercasedFirst(name)) }
    var section = section
    section.blocks.append(.table(table(points, name: name, step, isFlow: isFlow)))
    return Document(answer: section, title: name, asAt: points.last?.0)
  }

  private static func sum(of figures: MonthlyFigures, upTo month: Month) -> Int? {
    let numbers = (0..<12).compactMap { figures[month.advanced(by: -$0)]?.value.whole }
    return numbers.count == 12 ? numbers.reduce(0, +) : nil
  }
}

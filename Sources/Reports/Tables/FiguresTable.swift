import Documents
import LookedAfter

/// The recorded figures of one part of the update, a line each: what its sentences are made from.
enum FiguresTable {
  /// The figures below a branch in a period, in catalogue order.
  static func table(
    id: String, caption: String, measures branch: String, in period: Period, of history: History,
    and others: [(measure: MeasureID, period: Period)] = []
  ) -> Table {
    let below = history.catalogue.measures.filter { $0.id.rawValue.hasPrefix(branch + ".") }
      .map { ($0.id, period) }
    let rows = (below + others).compactMap { measure, period -> Row? in
      guard let known = history.catalogue[measure],
        let figure = history.observation(of: measure, in: period)?.quantity
      else { return nil }
      return Row([
        .text(measure.rawValue), .text(known.name),
        .recorded(figure, known.name, period.inWords), .text(known.unit),
      ])
    }
    return Table(
      id: id, caption: caption,
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "name", title: "Figure", kind: .rowHeader),
        Column(id: "number", title: "Number", kind: .number),
        Column(id: "unit", title: "Unit", kind: .label),
      ], rows: rows)
  }
}

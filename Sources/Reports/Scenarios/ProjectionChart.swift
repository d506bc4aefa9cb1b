import Documents
import LookedAfter
import Scenarios

/// The fan of a projection: what was recorded, and where it may go.
struct ProjectionChart {
  let tables: ProjectionTables
  /// What is said of it where it cannot be seen.
  let description: String
  /// Numbers drawn across: a goal.
  var references: [LineChart.Reference] = []

  /// The recorded months that are shown.
  private static let shown = 24

  var chart: Chart {
    let projection = tables.projection
    let recorded = self.recorded
    let first = recorded.first?.month ?? projection.start
    var paths = [path("base", "As things are", projection.base, from: first)]
    if let scenario = projection.scenario {
      paths.append(path("scenario", "With the change", scenario, from: first))
    }
    let name = tables.focus.flatMap { tables.history.scheme[$0]?.name } ?? "Looked after children"
    return Chart(
      id: "projection", title: "\(name), recorded and projected",
      subtitle: "By month, \(tables.history.authority.name)", description: description,
      source: source, tableID: "projection-by-month",
      kind: .fan(
        FanChart(
          name: "Recorded",
          recorded: recorded.map { month, number in
            LineChart.Point(
              id: "\(month)", label: label(month), position: first.distance(to: month),
              value: number.map(ExactNumber.init(_:)))
          }, paths: paths, bandNames: ["95% band", "80% band"], references: references)))
  }

  /// Where the recorded months are from, and that the others are worked out.
  private var source: String {
    let papers = recorded.compactMap { month, _ in
      tables.history.snapshotWithTotal(for: month)?.total?.provenance
    }
    return (Chart.source(papers).map { $0 + "; " } ?? "")
      + "the months to come are projected from what is recorded"
  }

  private var recorded: [(month: Month, number: Int?)] {
    let (history, start) = (tables.history, tables.projection.start)
    let months = (0..<Self.shown).reversed().map { start.advanced(by: -$0) }
    let numbers: [(month: Month, number: Int?)]
    if let focus = tables.focus {
      numbers = months.map { month in
        (month, history.snapshots(for: month).lazy.compactMap { $0[focus]?.value }.first)
      }
    } else if let flows = MonthlyFlows(history, upTo: start) {
      numbers = months.map { month in
        let place = flows.first.distance(to: month)
        return (month, flows.totals.indices.contains(place) ? flows.totals[place] : nil)
      }
    } else {
      numbers = []
    }
    return Array(numbers.drop { $0.number == nil })
  }

  private func path(
    _ id: String, _ name: String, _ months: [ProjectedMonth], from first: Month
  ) -> FanChart.Path {
    FanChart.Path(
      id: id, name: name,
      points: months.compactMap { month in
        guard let band = tables.band(month), let central = whole(band.mean) else { return nil }
        let bands = [(band.lower95, band.upper95), (band.lower80, band.upper80)].compactMap {
          ends -> FanChart.Band? in
          guard let lower = whole(ends.0), let upper = whole(ends.1) else { return nil }
          return FanChart.Band(lower: lower, upper: upper)
        }
        return FanChart.Point(
          id: "\(month.month)", label: label(month.month),
          position: first.distance(to: month.month), central: central, bands: bands)
      })
  }

  private func label(_ month: Month) -> String { "\(month.shortName) \(month.year)" }

  private func whole(_ number: Double) -> ExactNumber? {
    ExactNumber(rounding: number, decimals: 0)
  }
}

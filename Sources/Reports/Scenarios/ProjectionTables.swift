import Documents
import Indicators
import LookedAfter
import Scenarios

/// The tables of a projection: for machines every measure of every month, for people the months and
/// the cohorts at their end.
struct ProjectionTables {
  let projection: Projection
  let model: FlowModel
  let history: History
  /// The cohort that was asked for; nil for all children.
  let focus: CohortID?
  /// What was changed.
  let levers: [Lever]

  /// What a month says of one measure.
  private typealias Line = (measure: String, band: Band, decimals: Int)

  /// Every month and measure with their bands: children, the rate, and the month's cost in pounds.
  func projection(id: String, caption: String, months: [ProjectedMonth]) -> Table {
    machine(
      id, caption, months.map { month in (month.month, lines(month)) },
      isBase: projection.scenario != nil && id == "base")
  }

  /// What the levers change, by month and measure.
  func difference(_ months: [ProjectedDifference]) -> Table {
    machine(
      "difference", "What the change makes, month by month",
      months.map { month in
        var lines: [Line] = [("total", month.total, 4)]
        lines += month.cohorts.map { ($0.id.rawValue, $0.children, 4) }
        if let cost = month.cost { lines.append(("cost", cost, 2)) }
        if let cost = month.costSoFar { lines.append(("cost_so_far", cost, 2)) }
        return (month.month, lines)
      }, isDifference: true)
  }

  private func lines(_ month: ProjectedMonth) -> [Line] {
    var lines: [Line] = [("total", month.total, 4)]
    if model.compartments.count > 1 {
      lines += month.cohorts.map { ($0.id.rawValue, $0.children, 4) }
    }
    if let rate = month.rate { lines.append(("rate", rate, 4)) }
    if let cost = month.cost { lines.append(("cost", cost, 2)) }
    return lines
  }

  private func machine(
    _ id: String, _ caption: String, _ months: [(Month, [Line])], isBase: Bool = false,
    isDifference: Bool = false
  ) -> Table {
    let explanations = ProjectionExplanations(self, isBase: isBase)
    var table = Table(
      id: id, caption: caption,
      columns: [
        Column(id: "month", title: "Month", kind: .rowHeader),
        Column(id: "measure", title: "Measure", kind: .label),
        Column(id: "mean", title: "Mean", kind: .number),
        Column(id: "median", title: "Median", kind: .number),
        Column(id: "lower80", title: "80% from", kind: .number),
        Column(id: "upper80", title: "to", kind: .number),
        Column(id: "lower95", title: "95% from", kind: .number),
        Column(id: "upper95", title: "to", kind: .number),
      ],
      rows: months.flatMap { month, lines in
        lines.map { line in
          let band = line.band
          let explanation = explanations.figure(line.measure, in: month, isDifference: isDifference)
          return Row(
            [.text("\(month)"), .text(line.measure)]
              + [
                band.mean, band.median, band.lower80, band.upper80, band.lower95, band.upper95,
              ].map { Cell.real($0, decimals: line.decimals).explained(explanation) })
        }
      })
    table.isForMachines = true
    return table
  }

  // MARK: For people

  /// The months, in whole children.
  func byMonth() -> Table {
    let explanations = ProjectionExplanations(self)
    let measure = focus?.rawValue ?? "total"
    let differences = projection.difference
    var columns = [
      Column(id: "id", title: "Id", kind: .key),
      Column(id: "month", title: "Month", kind: .rowHeader),
      Column(id: "expected", title: "Expected", kind: .number),
      Column(id: "four_in_five", title: "Four times in five", kind: .label),
      Column(id: "nineteen_in_twenty", title: "Nineteen times in twenty", kind: .label),
    ]
    if differences != nil {
      columns.append(Column(id: "change", title: "Against no change", kind: .number))
    }
    let rows = projection.result.enumerated().compactMap { place, month -> Row? in
      guard let band = band(month) else { return nil }
      let explanation = explanations.figure(measure, in: month.month)
      var cells = [
        .text("\(month.month)"), .text("\(month.month.shortName) \(month.month.year)"),
        whole(band.mean).explained(explanation),
        range(band.lower80, band.upper80).explained(explanation),
        range(band.lower95, band.upper95).explained(explanation),
      ]
      if let differences, differences.indices.contains(place) {
        cells.append(
          .change(BandSentences.rounded(self.difference(differences[place]).mean)).explained(
            explanations.figure(measure, in: month.month, isDifference: true)))
      }
      return Row(cells)
    }
    let name = focus.map { LeverSentences(history).name($0) + ", m" } ?? "M"
    return Table(
      id: "projection-by-month", caption: "\(name)onth by month", columns: columns, rows: rows)
  }

  /// The cohorts at the end; nil where there is only one stock.
  func cohorts() -> Table? {
    guard model.compartments.count > 1, let last = projection.result.last else { return nil }
    let changes = projection.difference?.last
    let explanations = ProjectionExplanations(self)
    var columns = [
      Column(id: "id", title: "Id", kind: .key),
      Column(id: "cohort", title: "Cohort", kind: .rowHeader),
      Column(
        id: "now", title: "\(projection.start.shortName) \(projection.start.year)", kind: .number),
      Column(id: "expected", title: "\(last.month.shortName) \(last.month.year)", kind: .number),
      Column(id: "nineteen_in_twenty", title: "Nineteen times in twenty", kind: .label),
    ]
    if changes != nil {
      columns.append(Column(id: "change", title: "Against no change", kind: .number))
    }
    var rows = zip(model.compartments, last.cohorts).enumerated().map { place, pair in
      let (now, then) = pair
      let explanation = explanations.figure(now.id.rawValue, in: last.month)
      var cells = [
        .text(now.id.rawValue), .text(name(now.id)),
        .integer(now.opening).explained(explanations.opening(now.id)),
        whole(then.children.mean).explained(explanation),
        range(then.children.lower95, then.children.upper95).explained(explanation),
      ]
      if let changes, changes.cohorts.indices.contains(place) {
        cells.append(
          .change(BandSentences.rounded(changes.cohorts[place].children.mean)).explained(
            explanations.figure(now.id.rawValue, in: last.month, isDifference: true)))
      }
      return Row(cells)
    }
    let explanation = explanations.figure("total", in: last.month)
    var total = [
      .text("total"), .text("All children"),
      .integer(projection.opening).explained(explanations.opening(.total)),
      whole(last.total.mean).explained(explanation),
      range(last.total.lower95, last.total.upper95).explained(explanation),
    ]
    if let changes {
      total.append(
        .change(BandSentences.rounded(changes.total.mean)).explained(
          explanations.figure("total", in: last.month, isDifference: true)))
    }
    rows.append(Row(total, isTotal: true))
    return Table(
      id: "projection-cohorts", caption: "The cohorts, now and in \(last.month.inWords)",
      columns: columns, rows: rows)
  }

  /// The comparators at the end: how far from each, and how likely to be at or under it.
  func comparators() -> Table? {
    guard focus == nil, let last = projection.result.last, !last.goals.isEmpty else { return nil }
    let explanations = ProjectionExplanations(self)
    return Table(
      id: "projection-comparators",
      caption: "Beside others in \(last.month.inWords), at their latest rates",
      columns: [
        Column(id: "comparator", title: "Area or group", kind: .rowHeader),
        Column(id: "needed", title: "Children at its rate", kind: .number),
        Column(id: "gap", title: "Difference", kind: .number),
        Column(id: "range", title: "Nineteen times in twenty", kind: .label),
        Column(id: "chance", title: "At or under it", kind: .number),
      ],
      rows: last.goals.map { goal in
        Row([
          .text(Prose.sentence(goal.name).dropLast().description),
          .integer(goal.needed).explained(explanations.needed(goal)),
          .change(BandSentences.rounded(goal.gap.mean)).explained(
            explanations.gap(goal, in: last.month)),
          range(goal.gap.lower95, goal.gap.upper95).explained(
            explanations.gap(goal, in: last.month)),
          .real(goal.chance, decimals: 4, display: BandSentences.share(goal.chance)).explained(
            explanations.chance(goal, in: last.month)),
        ])
      })
  }

  // MARK: Parts

  /// The band of what was asked for.
  func band(_ month: ProjectedMonth) -> Band? {
    guard let focus else { return month.total }
    return month.cohorts.first { $0.id == focus }?.children
  }

  func difference(_ month: ProjectedDifference) -> Band {
    focus.flatMap { id in month.cohorts.first { $0.id == id }?.children } ?? month.total
  }

  private func name(_ id: CohortID) -> String {
    id == FlowModel.remainder ? "In no cohort (net)" : history.scheme[id]?.name ?? id.rawValue
  }

  private func whole(_ number: Double) -> Cell {
    .real(number, decimals: 4, display: Prose.decimal(number, 0))
  }

  private func range(_ low: Double, _ high: Double) -> Cell {
    .text("\(Prose.decimal(low, 0)) to \(Prose.decimal(high, 0))")
  }
}

import Documents
import Indicators
import LookedAfter

/// The child status table: each cohort over several months, with the direction of travel against
/// the month before, the manager's rating and the commentary.
struct ChildStatusTable {
  let history: History
  let month: Month
  let months: [Month]
  /// Whether the table is the paper's own: with the commentary, the words of the direction, full
  /// names and the children still being assessed. Without, it fits a screen.
  let withCommentary: Bool

  /// The fixed baseline, then the newest recorded months.
  ///
  /// - Parameter recent: how many months to show beside the baseline.
  init(_ history: History, month: Month, recent: Int, withCommentary: Bool) {
    self.history = history
    self.month = month
    self.withCommentary = withCommentary
    var months = history.monthsWithCohorts(upTo: month, atMost: recent)
    if months.last != month { months = Array((months + [month]).suffix(recent)) }
    if let baseline = history.baseline, baseline < month, !months.contains(baseline),
      history.snapshot(for: baseline) != nil
    {
      months.insert(baseline, at: 0)
    }
    self.months = months.sorted()
  }

  var table: Table {
    var columns =
      [
        Column(id: "cohort", title: "Id", kind: .key),
        Column(id: "name", title: "Cohort", kind: .rowHeader),
      ]
      + months.map { Column(id: "\($0)", title: "\($0.shortName) \($0.year)", kind: .number) }
      + [
        Column(id: "change", title: "Change", kind: .number),
        Column(
          id: "direction", title: "Direction of travel", kind: withCommentary ? .label : .key),
        Column(id: "rating", title: "Progress", kind: withCommentary ? .label : .key),
      ]
    if !withCommentary {
      columns += [
        Column(id: "since_baseline", title: "Since \(sinceWhen)", kind: .number),
        Column(id: "on_year", title: "On the year", kind: .number),
      ]
    }
    if withCommentary {
      columns.append(Column(id: "commentary", title: "Commentary", kind: .prose))
    }
    let rows = history.scheme.rows.map(row) + [remainderRow]
    return Table(id: "cohorts", caption: caption, columns: columns, rows: rows)
  }

  /// Where the figures come from.
  var provenance: [Provenance] {
    months.compactMap { history.snapshot(for: $0) }.flatMap { snapshot in
      history.scheme.rows.compactMap { snapshot[$0.id]?.provenance }
    }
  }

  private var caption: String {
    let before = history.monthBefore(month).map { "; change against \($0.inWords)" } ?? ""
    return "Number of children by cohort, \(history.authority.name)\(before)"
  }

  private func row(of cohort: Cohort) -> Row {
    let movement = Movement(
      of: cohort.id, from: history.monthBefore(month).flatMap(history.snapshot),
      to: history.snapshot(for: month))
    let name = withCommentary ? cohort.name : cohort.shortName
    var cells: [Cell] = [.text(cohort.id.rawValue), Cell(.text(cohort.name), display: name)]
    cells += months.map { number(of: cohort, in: $0) }
    cells.append(
      Cell.change(movement?.change).explained(
        change(of: cohort, since: history.monthBefore(month))))
    cells.append(movement.map { .text($0.direction.rawValue) } ?? .missing)
    cells.append(rating(of: cohort))
    if !withCommentary {
      let movement = CohortMovement(of: cohort.id, in: history, upTo: month)
      cells += [
        Cell.change(movement.sinceBaseline).explained(
          change(of: cohort, since: history.baseline)),
        Cell.change(movement.onTheYear).explained(
          change(of: cohort, since: month.advanced(by: -12))),
      ]
    }
    if withCommentary {
      let text = CommentaryText(history: history, month: month).text(of: cohort)
      cells.append(text.isEmpty ? .missing : .text(text))
    }
    return Row(cells, isTotal: cohort.id == .total)
  }

  private func number(of cohort: Cohort, in month: Month) -> Cell {
    guard let snapshot = history.snapshot(for: month), let number = snapshot[cohort.id] else {
      return cohort.id == .total ? totalOfAnotherBasis(in: month) : .missing
    }
    var cell = Cell.integer(number.value).explained(
      Explanation(
        recorded: Prose.figures(number.value), number.provenance, as: cohort.name,
        of: snapshot.label))
    if withCommentary, let assessing = snapshot.counts[cohort.id]?.assessing?.value {
      cell.remark = "assessing best interests for \(assessing)"
      cell.remarkNumber = assessing
    }
    return cell
  }

  private var sinceWhen: String {
    history.baseline.map { "\($0.shortName) \($0.year)" } ?? "baseline"
  }

  /// How a change was made.
  private func change(of cohort: Cohort, since earlier: Month?) -> Explanation? {
    guard let earlier, let before = history.snapshot(for: earlier)?[cohort.id],
      let now = history.snapshot(for: month)?[cohort.id]
    else { return nil }
    return Explanation(
      "change of \(Prose.lowercasedFirst(cohort.name))", formula: "change = now - before",
      inputs: [
        .init(month.inWords, Prose.figures(now.value), recorded: now.provenance),
        .init(earlier.inWords, Prose.figures(before.value), recorded: before.provenance),
      ],
      results: [.init("change", Prose.signed(now.value - before.value))])
  }

  /// The total of a month whose cohorts were counted on another basis, with its own basis.
  private func totalOfAnotherBasis(in month: Month) -> Cell {
    guard let snapshot = history.snapshotWithTotal(for: month), let total = snapshot.total else {
      return .missing
    }
    var cell = Cell.integer(total.value).explained(
      Explanation(
        recorded: Prose.figures(total.value), total.provenance, as: "All looked after children",
        of: snapshot.label))
    cell.remark = snapshot.basis?.name ?? "no stated basis"
    return cell
  }

  private func rating(of cohort: Cohort) -> Cell {
    guard let level = history.progress(of: cohort.id, in: month)?.level else { return .missing }
    return Cell(
      .number(mantissa: level.rawValue, decimals: 0),
      display: "\(level.symbol) \(level.shortName)")
  }

  /// Children in no cohort less children in several: shown, never spread over the rows.
  private var remainderRow: Row {
    let remainders = months.map { history.snapshot(for: $0)?.netRemainder }
    let before = history.monthBefore(month).flatMap { history.snapshot(for: $0)?.netRemainder }
    let now = history.snapshot(for: month)?.netRemainder
    let change = now.flatMap { now in before.map { now - $0 } }
    var cells: [Cell] = [.text("net_remainder"), .text("Not in a cohort (net)")]
    cells += remainders.map(Cell.integer)
    cells.append(.change(change))
    cells += [.notApplicable, .notApplicable]
    if !withCommentary { cells += [.notApplicable, .notApplicable] }
    if withCommentary {
      let text =
        "Children in no row, less children counted in more than one row. It is shown as it is and"
        + " belongs to no cohort."
      cells.append(now == nil ? .missing : .text(text))
    }
    return Row(cells, isTotal: true)
  }
}

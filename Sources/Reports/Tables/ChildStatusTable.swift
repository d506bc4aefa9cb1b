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
  /// Whether the cohorts are counted in the month; if not, only all children have a row.
  let hasCohorts: Bool

  /// The fixed baseline, then the newest recorded months.
  ///
  /// - Parameter recent: how many months to show beside the baseline.
  init(_ history: History, month: Month, recent: Int, withCommentary: Bool) {
    self.history = history
    self.month = month
    self.withCommentary = withCommentary
    hasCohorts = !(history.snapshot(for: month)?.counts.isEmpty ?? true)
    // A month without cohorts stands beside the months before it that have a total.
    var months =
      hasCohorts || withCommentary
      ? history.monthsWithCohorts(upTo: month, atMost: recent)
      : Array(history.months.filter { $0 <= month }.suffix(recent))
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
    let shown = history.scheme.rows.filter { hasCohorts || withCommentary || $0.id == .total }
    let rows = shown.map(row) + (hasCohorts || withCommentary ? [remainderRow] : [])
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
    cells.append(change(of: cohort, since: history.monthBefore(month)))
    cells.append(movement.map { .text($0.direction.rawValue) } ?? .missing)
    cells.append(rating(of: cohort))
    if !withCommentary {
      cells += [
        change(of: cohort, since: history.baseline),
        change(of: cohort, since: month.advanced(by: -12)),
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
    var cell = Cell.recorded(number, cohort.name, snapshot.label)
    if withCommentary, let assessing = snapshot.counts[cohort.id]?.assessing?.value {
      cell.remark = "assessing best interests for \(assessing)"
      cell.remarkNumber = assessing
    }
    return cell
  }

  private var sinceWhen: String {
    history.baseline.map { "\($0.shortName) \($0.year)" } ?? "baseline"
  }

  /// The change since an earlier month; missing where either is not recorded.
  private func change(of cohort: Cohort, since earlier: Month?) -> Cell {
    guard let earlier, earlier < month else { return .missing }
    return .change(
      of: cohort.name,
      from: (earlier.inWords, history.snapshot(for: earlier)?[cohort.id]),
      to: (month.inWords, history.snapshot(for: month)?[cohort.id]))
  }

  /// The total of a month whose cohorts were counted on another basis, with its own basis.
  private func totalOfAnotherBasis(in month: Month) -> Cell {
    guard let snapshot = history.snapshotWithTotal(for: month), let total = snapshot.total else {
      return .missing
    }
    var cell = Cell.recorded(total, "All looked after children", snapshot.label)
    cell.remark = snapshot.basis?.name ?? "no stated basis"
    return cell
  }

  private func rating(of cohort: Cohort) -> Cell {
    guard let rating = history.progress(of: cohort.id, in: month) else { return .missing }
    return Cell(
      .number(mantissa: rating.level.rawValue, decimals: 0),
      display: "\(rating.mark.symbol) \(rating.mark.shortName)"
    ).explained(Explanation(rating, of: cohort, month))
  }

  /// Children in no cohort less children in several: shown, never spread over the rows.
  private var remainderRow: Row {
    let now = history.snapshot(for: month)?.netRemainder
    var cells: [Cell] = [.text("net_remainder"), .text("Not in a cohort (net)")]
    cells += months.map { history.snapshot(for: $0)?.remainderCell(history.scheme) ?? .missing }
    cells.append(
      .changeOfRemainder(
        from: history.monthBefore(month).flatMap { history.snapshot(for: $0) },
        to: history.snapshot(for: month)))
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

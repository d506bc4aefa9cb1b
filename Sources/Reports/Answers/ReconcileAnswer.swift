import Documents
import Indicators
import LookedAfter

/// What adds up in a month and what does not.
public enum ReconcileAnswer {
  /// Every sum of the month with its difference, then a note on each check that does not hold.
  ///
  /// - Throws: `ReportError.noSnapshot`.
  public static func document(_ history: History, month: Month) throws(ReportError) -> Document {
    guard !history.isEmpty else { throw .emptyHistory }
    guard let snapshot = history.snapshot(for: month) else {
      throw .noSnapshot(month, known: history.months)
    }
    let checks = MonthChecks(of: history, in: month).all
    let table = ReconciliationTable.table(checks, history, month: month)
    var section = Section(heading: "")
    if !table.rows.isEmpty { section.blocks.append(.table(table)) }
    if let comparison = ReturnsComparisonTable.table(history, month: month) {
      section.blocks.append(.table(comparison))
    }
    if let bridge = BridgeTable.table(history, month: month) {
      section.blocks.append(.table(bridge))
    }
    if let (table, findings) = PrintedRatesTable.table(history, month: month) {
      section.blocks.append(.table(table))
      if !findings.isEmpty { section.blocks.append(.list(findings)) }
    }
    section.blocks += Section.checks(history, month).blocks
    section.cite(snapshot.total?.provenance)
    return Document(
      answer: section, title: "Reconciliation, \(month.inWords)",
      asAt: snapshot.asAt)
  }
}

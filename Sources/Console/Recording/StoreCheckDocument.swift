import Documents
import HistoryStore
import Indicators
import LookedAfter

/// What `check` finds in a store and in the figures of each month.
enum StoreCheckDocument {
  /// The faults of the store, then how many checks fail in each month.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`.
  static func reply(_ session: Session) throws -> Reply {
    guard let store = session.store else { throw ConsoleError.nothingToSave }
    let faults = try store.check()
    var reply = Reply(document: document(faults, session.history))
    reply.isStoreUnsound = !faults.isEmpty
    return reply
  }

  private static func document(_ faults: [HistoryStore.Fault], _ history: History) -> Document {
    var blocks: [Block] = faults.map {
      .note(Note(code: "store", severity: .error, text: "\($0)"))
    }
    if faults.isEmpty {
      blocks.append(
        .paragraph("The file is sound, and nothing in it was changed behind the program's back."))
    }
    let rows = history.months.map { month in
      let failed = MonthChecks(of: history, in: month).failed
      return Row([
        .text("\(month)"), .text(month.inWords),
        .integer(failed.count { $0.severity == .error }),
        .integer(failed.count { $0.severity == .warning }),
        .integer(failed.count { $0.severity == .prompt }),
      ])
    }
    let table = Table(
      id: "checks", caption: "Checks of the figures that do not hold; reconcile MONTH lists them",
      columns: [
        Column(id: "month", title: "Id", kind: .key),
        Column(id: "name", title: "Month", kind: .rowHeader),
        Column(id: "errors", title: "Errors", kind: .number),
        Column(id: "warnings", title: "Warnings", kind: .number),
        Column(id: "prompts", title: "Ratings to look at", kind: .number),
      ], rows: rows)
    if !rows.isEmpty { blocks.append(.table(table)) }
    return Document(title: "Check", blocks: blocks)
  }
}

import Comparators
import Documents
import HistoryFiles
import LookedAfter
import Reports
import SSDA903

/// The monthly update as a Word file, from a folder of 903 returns.
func wordFile(fromReturns folder: String, of name: String, month: Month) throws -> [UInt8] {
  let returns = try JoinedReturns(path: folder)

  let council = try AuthorityDirectory.shipped().find(name)
  let beginning = try HistoryFolder.beginning(for: council)

  let caseload = try Caseload(returns, scheme: beginning.scheme)
  let figures = caseload.observations(
    through: month.lastDay, recordedAt: "2025-07-01T09:00:00Z")
  let history = beginning.history.adding(figures)
}

import Comparators
import Documents
import HistoryFiles
import LookedAfter
import Reports
import SSDA903

/// The monthly update as a Word file, from a folder of 903 returns.
func wordFile(fromReturns folder: String, of name: String, month: Month) throws -> [UInt8] {
  let returns = try JoinedReturns(path: folder)
}

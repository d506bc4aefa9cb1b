import Comparators
import CSV
import Console
import FileAccess
import HistoryFiles
import HistoryStore
import SSDA903
import ShippedData

/// What the program's end tells a script.
enum ExitStatus: Int32 {
  /// Everything was done.
  case done = 0
  /// A command failed.
  case failed = 1
  /// The command line or a command was not understood.
  case usage = 2
  /// The data was refused.
  case data = 3
  /// The store could not be opened or written.
  case store = 4

  /// The status for an error.
  init(of error: any Error) {
    switch error {
    case is GrammarError, is AuthorityError: self = .usage
    case is CSVError, is ShippedDataError, is ReturnError: self = .data
    case is SampleError: self = .usage
    case is InitError: self = .usage
    case HistoryStoreError.unknownAuthority: self = .usage
    case is HistoryStoreError: self = .store
    case let error as ScriptError: self = ExitStatus(of: error.underlying)
    default: self = .failed
    }
  }
}

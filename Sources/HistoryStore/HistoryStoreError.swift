import CSV
import GRDB
import Glibc
import LookedAfter

/// Why a history's file could not be opened, read or written.
public enum HistoryStoreError: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file is not a database, or is damaged beyond opening.
  case notADatabase(path: String)
  /// The file is a database of some other program.
  case notAHistory(path: String)
  /// A newer version of the program wrote the file.
  case newerVersion(path: String)
  /// Another program holds the file; who, where that is known.
  case busy(path: String, holder: String?)
  /// A history was to be saved as a file that is there already.
  case exists(path: String)
  /// A history could not be saved as a file, for the reason that the system gives.
  case cannotWrite(path: String, reason: String)
  /// The system does not let the file be opened.
  case cannotOpen(path: String)
  /// The file may be read and not written.
  case readOnly(path: String)
  /// A copy that was to be relied on is not sound.
  case unsound(path: String, fault: String)
  /// A paper is not the one that was published; the whole sentence.
  case changedPaper(String)
  /// A backup holds other authorities than the history that it was to replace.
  case otherAuthority(path: String, holds: [String], wanted: String)
  /// The file holds no authority yet.
  case empty(path: String)
  /// The store holds no such authority, or several; those that it holds.
  case unknownAuthority(String, known: [String])
  /// The store holds the authority already.
  case authorityExists(String, path: String)
  /// A list of the name was frozen already, on the day given.
  case listExists(String, day: CivilDate)
  /// The cohorts or a figure in the file cannot be read.
  case unreadable(path: String, reason: String)
  /// Anything else that the database says.
  case database(path: String, reason: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no history at \(path); to make one, type: lac init --store \(path) --authority"
        + " \"NAME OF YOUR COUNCIL\""
    case .notADatabase(let path):
      "The file \(path) is not a lac history, or it is damaged; it was left as it is."
    case .notAHistory(let path):
      "The file \(path) is a database of another program, not a lac history; it was left as it is."
    case .newerVersion(let path):
      "The history \(path) was written by a newer version of lac; update lac to open it. It was left"
        + " as it is."
    case .busy(let path, let holder):
      "The history \(path) is in use by \(holder ?? "another program"); try again when that is"
        + " finished."
    case .exists(let path):
      "There is already a file \(path), and a history never replaces one; choose another name."
    case .cannotWrite(let path, let reason):
      "The history \(path) cannot be made: \(reason). Nothing was changed."
    case .cannotOpen(let path):
      "The history \(path) cannot be opened; check that it is a file and that you may read and write"
        + " it and its folder."
    case .readOnly(let path):
      "The history \(path) may be read but not written; to record in it, you need permission to write"
        + " the file and its folder. Nothing was changed."
    case .unsound(let path, let fault): "\(path) cannot be relied on. \(fault) Nothing was changed."
    case .changedPaper(let sentence): sentence
    case .otherAuthority(let path, let holds, let wanted):
      "\(path) is a history of \(Self.few(holds)), and this one is of \(wanted); open it by itself with:"
        + " lac --store \(path). Nothing was changed."
    case .empty(let path): "The history \(path) holds no authority."
    case .unknownAuthority(let text, let known):
      "\"\(text)\" is not one authority of this store; \(Self.choices(text, known))"
    case .authorityExists(let name, let path):
      "The history \(path) holds \(name) already; open it with --authority \"\(name)\"."
    case .listExists(let name, let day):
      "The list \"\(name)\" was frozen on \(day.inWords) already; give another name, or undo it."
    case .unreadable(let path, let reason): "The history \(path) cannot be read: \(reason)"
    case .database(let path, let reason):
      "The history \(path) could not be used: \(reason). Nothing was changed."
    }
  }

  /// Those that may have been meant: all of a few, of many the nearest.
  private static func choices(_ text: String, _ known: [String]) -> String {
    if known.count <= 5 { return "it could be: \(known.joined(separator: "; "))." }
    let near = Nearest.names(to: text, among: known)
    if !near.isEmpty { return "did you mean \(near.joined(separator: " or "))?" }
    return "it could be any of \(known.count); type more of its name, or authority for all of them."
  }

  /// A few names, and how many more.
  private static func few(_ names: [String]) -> String {
    let first = names.prefix(3).joined(separator: "; ")
    return names.count > 3 ? "\(first) and \(names.count - 3) more" : first
  }

  /// The same for an error that came of writing: a file that can be read may still not be written.
  init(writing error: any Error, path: String) {
    let code = (error as? DatabaseError)?.resultCode
    let isReadable = access(path, R_OK) == 0
    if isReadable, code == .SQLITE_READONLY || code == .SQLITE_CANTOPEN || code == .SQLITE_PERM {
      self = .readOnly(path: path)
    } else {
      self.init(error, path: path)
    }
  }

  /// Puts an error of the database into our words.
  init(_ error: any Error, path: String) {
    switch error {
    case HistoryStoreError.empty: self = .empty(path: path)
    case HistoryStoreError.unreadable(_, let reason): self = .unreadable(path: path, reason: reason)
    case let own as HistoryStoreError: self = own
    case let unread as CSVError: self = .unreadable(path: path, reason: "\(unread)")
    default: self.init(database: error, path: path)
    }
  }

  private init(database error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = .database(path: path, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .busy(path: path, holder: LockHolder(ofStoreAt: path).holder)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY: self = .cannotOpen(path: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase(path: path)
    case .SQLITE_FULL: self = .database(path: path, reason: "the disk is full")
    default: self = .database(path: path, reason: error.message ?? "error \(error.resultCode)")
    }
  }
}

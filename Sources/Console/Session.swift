import Documents
import HistoryStore
import LookedAfter

/// What the prompt remembers from one command to the next.
struct Session {
  /// The history that is asked.
  let history: History

  /// Where it is kept.
  let store: HistoryStore?

  /// The month in view: what a command means that names none.
  var month: Month?

  /// The form of answers.
  var format: OutputFormat

  /// The month asked for, or the month in view.
  ///
  /// - Throws: `ReportError.emptyHistory` when there is none.
  func month(_ asked: Month?) throws -> Month {
    guard let month = asked ?? month else { throw ConsoleError.nothingRecorded }
    return month
  }
}

/// Why a command could not be carried out, where no other part of the program says so.
public enum ConsoleError: Error, Equatable, CustomStringConvertible {
  /// The history holds no month.
  case nothingRecorded
  /// There is no history in this session that could be saved.
  case nothingToSave

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .nothingRecorded:
      "Nothing is recorded yet, so there is no month to show; start lac without --no-store for the"
        + " sample history."
    case .nothingToSave: "There is no history to save; start lac without --no-store."
    }
  }
}

/// What comes of a command.
public struct Reply: Sendable {
  /// The answer, if the command gives one.
  public var document: Document?

  /// The form asked for with this command; nil for the session's.
  public var format: OutputFormat?

  /// One sentence about what was done, for standard error.
  public var message: String?

  /// Whether the person wants to leave.
  public var quits = false

  /// Makes a reply.
  init(document: Document? = nil, message: String? = nil, quits: Bool = false) {
    self.document = document
    self.message = message
    self.quits = quits
  }
}

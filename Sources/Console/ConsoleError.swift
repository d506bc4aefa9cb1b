import LookedAfter

/// Why a command could not be carried out, where no other part of the program says so.
public enum ConsoleError: Error, Equatable, CustomStringConvertible {
  /// The history holds no month.
  case nothingRecorded
  /// There is no history in this session that could be saved.
  case nothingToSave
  /// The session looks at what was known on an earlier day.
  case lookingBack(CivilDate)
  /// A figure that cannot be recorded, and why.
  case refused(String)
  /// There is nothing to undo or to do again.
  case nothingToReverse(String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .nothingRecorded:
      "Nothing is recorded yet, so there is no month to show; type record to enter the first month,"
        + " or import history with a file of figures."
    case .nothingToSave: "There is no history to save; start lac without --no-store."
    case .lookingBack(let day):
      "You are looking at what was known on \(day.inWords), so nothing can be recorded; type: as"
        + " known now"
    case .refused(let reason): reason
    case .nothingToReverse(let what): "There is nothing to \(what)."
    }
  }
}

/// Why files cannot be read as an SSDA903 return.
public enum ReturnError: Error, Equatable, CustomStringConvertible {
  /// A file or folder cannot be read, for the reason given in a sentence.
  case unreadable(String)
  /// A file is not what its name or its place claims.
  case notWhatItClaims(file: String, reason: String)
  /// There is no file with the episodes.
  case noEpisodes(path: String, seen: [String])
  /// Later returns cannot be joined with the rows that are kept, for the reason given.
  case cannotBeJoined(String)
  /// It was asked to stop.
  case stopped
  /// The cohort scheme names a code that no year's list has.
  case unknownCode(cohort: String, column: String, code: String)
  /// The cohort scheme has more cohorts than can be told apart.
  case tooManyCohorts(Int)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .unreadable(let sentence): sentence
    case .cannotBeJoined(let reason):
      "The returns cannot be joined with the rows that are kept: \(reason)."
    case .stopped: "Stopped; nothing was read."
    case .notWhatItClaims(let file, let reason): "\(file): \(reason)."
    case .noEpisodes(let path, let seen):
      "There are no episodes in \(path); the return has them in a file with the columns CHILD,"
        + " DECOM, RNE, LS, CIN, PLACE, DEC and REC"
        + (seen.isEmpty ? "." : ", and what is there is \(seen.joined(separator: ", ")).")
    case .tooManyCohorts(let count):
      "The cohort scheme has \(count) cohorts; 64 is the most that the return can be divided into."
    case .unknownCode(let cohort, let column, let code):
      "The cohort \(cohort) of the scheme names \"\(code)\" in \(column), which is not a code of the"
        + " return."
    }
  }
}

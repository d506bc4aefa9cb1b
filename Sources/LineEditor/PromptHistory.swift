/// The history of this session, and its file if one is kept.
///
/// Nothing that is wrong with the file ends the session: the lines stay in memory and `problem`
/// says what happened.
struct PromptHistory {
  /// What adding a line did to `lines`.
  enum Change: Equatable {
    case none
    case appended
    /// An older line went, so that a copy of `lines` has to be made anew.
    case rearranged
  }

  /// Oldest first, each once.
  private(set) var lines: [String] = []
  /// One sentence about the first thing that went wrong with the file.
  private(set) var problem: String?

  private let limit: Int
  /// Nil when no file is kept, or it turned out to be unusable.
  private var file: HistoryFile?
  /// How many lines the file has, as far as this session knows.
  private var linesInFile = 0

  init(path: String?, limit: Int) {
    self.limit = max(limit, 0)
    guard let path, limit > 0 else { return }
    let file = HistoryFile(path: path)
    do throws(HistoryFileError) {
      let contents = try file.load()
      self.file = file
      lines = HistoryLines.unique(contents.lines, limit: self.limit)
      linesInFile = contents.lines.count
      if contents.damaged > 0 {
        problem =
          "The history file \(path) has \(contents.damaged) damaged "
          + (contents.damaged == 1 ? "line, which is left out." : "lines, which are left out.")
      }
      try trimIfLong()
    } catch {
      report(error, path: path)
    }
  }

  /// Adds a line, in the file as well, if it is one to keep.
  mutating func add(_ line: String) -> Change {
    guard limit > 0, let line = HistoryLines.kept(line), line != lines.last else { return .none }
    var change = Change.appended
    if let older = lines.lastIndex(of: line) {
      lines.remove(at: older)
      change = .rearranged
    }
    lines.append(line)
    if lines.count > limit {
      lines.removeFirst(lines.count - limit)
      change = .rearranged
    }
    if let file {
      do throws(HistoryFileError) {
        try file.append(line)
        linesInFile += 1
        try trimIfLong()
      } catch {
        report(error, path: file.path)
      }
    }
    return change
  }

  /// The file may grow to half as much again before it is written anew.
  private mutating func trimIfLong() throws(HistoryFileError) {
    guard let file, linesInFile > limit + max(limit / 2, 20) else { return }
    try file.trim(limit: limit)
    linesInFile = limit
  }

  private mutating func report(_ error: HistoryFileError, path: String) {
    file = nil
    if problem == nil {
      problem =
        "The history file \(path) cannot be used (\(error.reason)), so this session's history is "
        + "not kept."
    }
  }
}

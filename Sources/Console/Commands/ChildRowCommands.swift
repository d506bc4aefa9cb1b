import Documents
import HistoryStore
import LookedAfter
import Pseudonyms
import Reports
import SSDA903

/// The commands about single children: who they are, and how their rows go.
enum ChildRowCommands {
  static let all: [Command] = [forget, retain]

  /// The children of a cohort, after `children in`.
  static func children(
    _ phrase: inout Phrase, _ arguments: Arguments, _ session: inout Session
  ) throws -> Reply {
    try refusePaper(arguments, session)
    let cohort = try phrase.cohort()
    let month = phrase.isAtEnd ? nil : try phrase.month()
    try phrase.finish()
    let loaded = try session.requireReturns()
    return Reply(
      document: try ChildrenAnswer.document(
        in: cohort, month: session.month(month, in: loaded), of: loaded.caseload,
        key: try session.pseudonymKey()))
  }

  /// The form in which an answer is written.
  static func form(_ arguments: Arguments, _ session: Session) -> OutputFormat {
    let output = arguments.output
    return output.format ?? output.file.flatMap { OutputFormat(fileEnding: FilePath.ending($0)) }
      ?? session.format
  }

  /// Refuses to write single children in a form of a paper.
  ///
  /// - Throws: `ConsoleError.refused`.
  static func refusePaper(_ arguments: Arguments, _ session: Session) throws(ConsoleError) {
    let form = form(arguments, session)
    guard [.csv, .json, .text].contains(form) else {
      throw .refused(
        "Single children belong into no paper, so they are not written as \(form.rawValue); for your"
          + " own eyes there are .csv, .json and .txt.")
    }
    let ending = arguments.output.file.map { FilePath.ending($0).lowercased() } ?? ""
    guard ending.isEmpty || [.csv, .json, .text].contains(OutputFormat(fileEnding: ending)) else {
      throw .refused(
        "Single children belong into no paper, so they are not written to a file that ends in"
          + " .\(ending); for your own eyes there are .csv, .json and .txt.")
    }
  }

  private static let forget = Command(
    "forget", group: .keep,
    summary: "remove what tells who a child is; the counts of each month stay",
    parameters: [.text("CHILD")], asksReturns: true,
    examples: [
      ("forget K-0123456789abcd", "a pseudonym, that of a case, or the id as the return has it"),
      ("forget everyone", "the rows of all children"),
    ],
    details: [
      "No byte of the rows stays in the file. The log says that a child was forgotten and not which.",
      "The child's cases go on without a name, as forgotten-1, so that every count stays: pseudonym,"
        + " month of birth, day of coming into care, family, remarks and the lines of the log go. The log"
        + " is sealed anew and says so.",
      "A child who was forgotten stays out when the returns, or a file of cases, are imported again. For"
        + " that a number is kept from which neither the child nor the pseudonym can be worked out"
        + " without the secret of this history; forget everyone removes that of the returns as well.",
      "To forget cannot be undone, and undo does not reach behind it.",
      "The recorded figures stay, and so do the counts that were worked out from the rows: series,"
        + " breakdowns, stability, durations and the moves of each month (transitions, the bridge of"
        + " decompose). A projection is then worked out from the counts, for the children can no longer"
        + " be followed. After"
        + " forget everyone there are no breakdowns, stability, durations, movements of children, nor"
        + " the series total-with-respite, children-starting and children-ceasing.",
      "Backups that were made before still hold the rows, and the returns' own files are not touched.",
    ],
    run: { arguments, session in
      let typed = arguments.text ?? ""
      if typed.lowercased() == "everyone" { return try forgetEveryone(&session) }
      return try ForgetChild(typed: typed, session: &session).ask(&session)
    })

  /// Also of an import that was taken back, whose rows wait for it to be done again.
  private static func forgetEveryone(_ session: inout Session) throws -> Reply {
    let store = try session.requireStore()
    return try session.confirm(
      "The rows of all children are removed for good; the recorded counts of each month stay, and what"
        + " is worked out from rows, such as breakdowns and durations, goes."
    ) { session in
      try store.rewriteChildRows(nil, entry: session.entry(because: nil))
      session.drop903()
      let cases =
        session.history.cases.cases.isEmpty
        ? "" : " Cases stay; to take the child from one, type: forget and its id"
      return Reply(
        message: "Forgotten. Backups that were made before still hold the rows.\(cases)")
    }
  }

  private static let retain = Command(
    "retain", group: .keep, summary: "remove the rows of children whose care ended long ago",
    parameters: [.number, .keyword("years")], asksReturns: true,
    examples: [
      ("retain 6 years", "children who left care more than six years ago go; counts stay")
    ],
    details: [
      "The years are counted back from today, or where that is not known from the last return."
    ],
    run: { arguments, session in
      guard let years = arguments.number?.whole, (0...120).contains(years) else {
        throw ConsoleError.refused("Say for how many whole years, as in: retain 6 years")
      }
      let (stored, store) = try session.storedReturns()
      let today = session.recorder.today ?? stored.returns.coverage?.upperBound
      guard let today,
        let first = CivilDate(
          today.month.advanced(by: -12 * years),
          day: min(today.day, today.month.advanced(by: -12 * years).numberOfDays))
      else { throw ConsoleError.nothingRecorded }
      guard
        let (rest, removed) = try stored.retaining(
          from: first, keeping: session.figuresToKeep(of: stored))
      else {
        return Reply(message: "No child left care for good before \(first.inWords).")
      }
      let whom = removed == 1 ? "one child" : "\(removed) children"
      return try session.confirm(
        "The rows of \(whom) who left care for good by \(first.inWords) are removed; the counts of each"
          + " month stay."
      ) { session in
        try session.rewrite(rest, in: store, saying: session.line)
        return Reply(
          message: "Removed the rows of \(whom). Backups that were made before still hold them.")
      }
    })
}

extension Session {
  /// The rows that the store keeps.
  ///
  /// - Throws: `ConsoleError.refused` when it keeps none.
  func storedReturns() throws -> (StoredReturns, HistoryStore) {
    let store = try requireStore()
    guard let bytes = try store.childRows() else {
      throw ConsoleError.refused(
        "This history keeps no rows of children: they are kept in a file only, by import 903.")
    }
    return (try StoredReturns(bytes: bytes), store)
  }

  /// What is counted from the rows before some are removed.
  ///
  /// - Throws: `ReturnError` when a rule of the scheme names a code that there is none of.
  func figuresToKeep(of stored: StoredReturns) throws -> KeptFigures {
    KeptFigures(
      try LoadedReturns(stored.returns, plans: stored.plans, for: history, line: line).caseload)
  }

  /// Keeps what is left of the rows, and nothing else in memory.
  mutating func rewrite(
    _ rest: StoredReturns, in store: HistoryStore, saying command: String
  ) throws {
    let isEmpty = rest.returns.childCount == 0
    try store.rewriteChildRows(
      isEmpty ? nil : rest.bytes,
      entry: HistoryStore.Entry(
        recordedAt: recorder.now(), recordedBy: recorder.name, command: command))
    drop903()
  }
}

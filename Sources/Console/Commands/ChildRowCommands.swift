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
    guard ![.docx, .html, .markdown].contains(form) else {
      throw .refused(
        "Single children belong into no paper, so they are not written as \(form.rawValue); for your"
          + " own eyes there are .csv, .json and .txt.")
    }
  }

  private static let forget = Command(
    "forget", group: .keep, summary: "remove the rows of a child; the counts of each month stay",
    parameters: [.text("CHILD")], asksReturns: true,
    examples: [
      ("forget K-0123456789abcd", "a pseudonym, or the id as the return has it"),
      ("forget everyone", "the rows of all children"),
    ],
    details: [
      "No byte of the rows stays in the file. The log says that a child was forgotten and not which.",
      "A child who was forgotten stays out when the returns are imported again. For that a number is"
        + " kept from which neither the child nor the pseudonym can be worked out; forget everyone"
        + " removes it as well.",
      "The recorded figures stay. What is worked out from rows each time leaves the child out and says"
        + " so; after forget everyone there are no breakdowns, stability, durations, movements of"
        + " children, nor the series total-with-respite, children-starting and children-ceasing.",
      "Backups that were made before still hold the rows, and the returns' own files are not touched.",
    ],
    run: { arguments, session in
      let typed = arguments.text ?? ""
      if typed.lowercased() == "everyone" { return try forgetEveryone(&session) }
      let (stored, store) = try session.storedReturns()
      let child =
        try Pseudonym(written: typed)
        ?? Pseudonym(
          of: typed, authority: session.authorityOfPseudonyms(), key: try session.pseudonymKey())
      guard let rest = try stored.forgetting(child) else {
        throw ConsoleError.refused(
          "There is no such child among the rows that this history keeps; write the pseudonym or the"
            + " id as it is.")
      }
      return try session.confirm(
        "The rows of one child are removed for good; the counts of each month stay."
      ) { session in
        try session.rewrite(rest, in: store, saying: "forget (one child)")
        let cases = session.history.cases.cases.count { $0.child == child.description }
        let others = cases > 0 ? " The child's cases under this pseudonym stay as they are." : ""
        return Reply(
          message: "Forgotten. Backups that were made before still hold the rows.\(others)")
      }
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
      return Reply(
        message: "Forgotten. Backups that were made before still hold the rows.")
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
      guard let (rest, removed) = try stored.retaining(from: first) else {
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
  fileprivate func storedReturns() throws -> (StoredReturns, HistoryStore) {
    let store = try requireStore()
    guard let bytes = try store.childRows() else {
      throw ConsoleError.refused(
        "This history keeps no rows of children: they are kept in a file only, by import 903.")
    }
    return (try StoredReturns(bytes: bytes), store)
  }

  /// Keeps what is left of the rows, and nothing else in memory.
  fileprivate mutating func rewrite(
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

import CSV
import FileAccess
import HistoryFiles
import HistoryStore
import LookedAfter
import Pseudonyms

/// The commands that move cases in and out, and replace ids.
enum CaseFileCommands {
  static let all: [Command] = [
    Command(
      "import-cases", group: .keep, summary: "record the cases of a CSV file, all or nothing",
      parameters: [.file, .phrase("[key [FILE]] [pseudonym confirmed]")], clauses: [.because],
      examples: [
        ("import cases cases.csv", "first what is new, what changes, what is taken back"),
        (
          "import cases extract.csv key",
          "ids are replaced by keyed hashes, under the secret of this history"
        ),
        (
          "import cases extract.csv key pseudonyms.key",
          "under a key of its own; one that is not there yet is made"
        ),
      ],
      details: [
        "A line for each thing that happened, in the order of time. The first line names the columns:"
          + " case, route, stage and date, and any of month, reason, note, cohort, born, entered and"
          + " family. Each case is given whole: a move that is recorded and not in the file is taken"
          + " back.",
        "A child who was forgotten stays out, under the same id or the same pseudonym.",
        "The same id under the same key gives the same pseudonym, and the file cannot be turned back"
          + " without the key. Keep the key apart from the history, and keep it: without it no later"
          + " extract fits.",
        "Without a file, key means the secret that is kept beside the history, under which import 903"
          + " makes its pseudonyms: a child has the same pseudonym in the returns and in the cases.",
      ],
      run: { arguments, session in try importCases(arguments, &session) }),
    Command(
      "export-cases", group: .keep, summary: "write every case to a CSV file",
      parameters: [.file],
      examples: [("export cases cases.csv", "in the form that import cases reads")],
      run: { arguments, session in
        let path = FilePath.expanded(arguments.file ?? "")
        let text = CaseFile.text(of: session.history.cases.cases)
        try WholeFile.write(
          Array(text.utf8), to: path, replacing: arguments.output.replaces, mode: 0o600)
        return Reply(message: "Wrote \(path) (\(text.utf8.count) bytes).")
      }),
    Command(
      "pseudonym", group: .look, summary: "the pseudonym of an id under a key",
      parameters: [.phrase("ID [key FILE]")],
      examples: [
        ("pseudonym 4012345", "under the secret of this history, as import 903 makes it"),
        ("pseudonym 4012345 key pseudonyms.key", "to find a child of an extract"),
      ],
      run: { arguments, session in
        let words = arguments.words
        guard words.count == 1 || words.count == 3 && words[1].folded == "key" else {
          throw GrammarError.missing(
            "an id, and behind key the file of a key", command: "pseudonym",
            example: "pseudonym 4012345 key pseudonyms.key")
        }
        let key =
          words.count == 3
          ? try PseudonymKey(path: FilePath.expanded(words[2].text)) : try session.pseudonymKey()
        return Reply(
          message: key.pseudonym(
            of: words[0].text, authority: try session.authorityOfPseudonyms()))
      }),
  ]

  private static func importCases(
    _ arguments: Arguments, _ session: inout Session
  ) throws -> Reply {
    let store = try session.requireStore()
    let path = FilePath.expanded(arguments.file ?? "")
    let options = try ImportOptions(arguments.words)
    let bytes = try WholeFile.read(path)
    let key = try options.key.map { try existingKey(at: $0.map(FilePath.expanded), &session) }
    let authority = try key.map { _ in try session.authorityOfPseudonyms() } ?? ""
    let all = try CaseFile.read(
      bytes: bytes, file: path, routes: session.caseRoutes(), scheme: session.history.scheme,
      catalogue: session.history.catalogue, today: session.today,
      pseudonym: key.map { key in { key.key.pseudonym(of: $0, authority: authority) } } ?? { $0 })
    let (cases, forgotten) = try session.withoutForgotten(all)
    let doubt = key == nil ? PseudonymDoubt.sentence(on: ids(of: cases)) : nil
    if let doubt, !session.asksFirst, !options.isConfirmed {
      throw ConsoleError.refused(
        "\(doubt) Nothing was recorded. To replace them by keyed hashes, add: key FILE, or key alone for the secret of this history; where they are"
          + " pseudonyms all the same, add: pseudonym confirmed")
    }
    let deed: (inout Session) throws -> Reply = { session in
      // Before anything is recorded under it: a key that cannot be kept must not be used.
      if let key, key.isNew { try key.key.write(to: key.path) }
      let recording = try session.record(cases, because: arguments.reason)
      return Reply(
        message: CaseImportMessage(recording: recording, forgotten: forgotten).recorded)
    }
    guard session.asksFirst else {
      var reply = try deed(&session)
      if let key, key.isNew {
        reply.message = [keySentence(key.path), reply.message].compactMap { $0 }
          .joined(separator: "\n")
      }
      return reply
    }
    let preview = CaseImportMessage(
      recording: try store.preview(cases), forgotten: forgotten)
    guard !preview.recording.changes.isEmpty else { return Reply(message: preview.preview) }
    let lines = [
      doubt.map { "\($0) To replace them by keyed hashes, answer no and add: key FILE" },
      key.flatMap { $0.isNew ? keySentence($0.path) : nil }, preview.preview,
    ]
    return try session.confirm(lines.compactMap { $0 }.joined(separator: "\n"), deed)
  }

  private static func keySentence(_ path: String) -> String {
    "A new key is kept as \(path), for you alone; keep it apart from the history, and do not lose it."
  }

  /// The ids that stand in cases, each once.
  private static func ids(of cases: [Case]) -> [String] {
    Set(cases.map(\.child)).union(cases.compactMap(\.facts.family)).sorted()
  }

  /// The key of a file, or without one the secret of the history.
  private static func existingKey(
    at path: String?, _ session: inout Session
  ) throws -> (key: PseudonymKey, path: String, isNew: Bool) {
    guard let path else { return (try session.pseudonymKey(), "", false) }
    if WholeFile.exists(path) { return (try PseudonymKey(path: path), path, false) }
    var random = SystemRandomNumberGenerator()
    return (PseudonymKey(using: &random), path, true)
  }
}

/// What stands after the name of a file of cases.
private struct ImportOptions {
  /// The file of the key; nil inside where the secret of the history is meant.
  private(set) var key: String??
  private(set) var isConfirmed = false

  init(_ words: [Token]) throws {
    var words = words[...]
    while let word = words.popFirst() {
      switch (word.folded, words.first) {
      case ("key", let file?) where file.folded != "pseudonym":
        key = .some(file.text)
        words = words.dropFirst()
      case ("key", _): key = .some(nil)
      case ("pseudonym", let answer?) where answer.folded == "confirmed":
        isConfirmed = true
        words = words.dropFirst()
      default:
        throw GrammarError.unexpected(
          word.text, command: "import cases", example: "import cases cases.csv key pseudonyms.key")
      }
    }
  }
}

/// Says what an import of cases would do, or did.
struct CaseImportMessage {
  let recording: CaseRecording
  /// How many cases of the file are of children who were forgotten.
  var forgotten = 0

  private var counts: String {
    let out =
      forgotten == 0
      ? ""
      : " \(forgotten == 1 ? "One case stays" : "\(forgotten) cases stay") out, of a child who was"
        + " forgotten."
    return "\(recording.numberOfNew) new, \(recording.numberOfCorrections) changed,"
      + " \(recording.unchanged) the same.\(out)"
  }

  /// What it would do.
  var preview: String {
    guard !recording.changes.isEmpty else { return counts + " Nothing changes." }
    let back = recording.numberTakenBack
    var lines = [counts]
    if back > 0 {
      lines.append(
        "\(back) recorded \(back == 1 ? "move is" : "moves are") not in the file and would be taken"
          + " back.")
    }
    lines += recording.changes.prefix(6).map { change in
      let now = change.after?.moves.last.map { "\($0.stage.typed) on \($0.date)" } ?? "taken back"
      let before = change.before?.moves.last.map { ", was \($0.stage.typed) on \($0.date)" } ?? ""
      return "\(change.key.child), \(change.key.route.typed): \(now)\(before)."
    }
    if recording.changes.count > 6 {
      lines.append("… and \(recording.changes.count - 6) more cases.")
    }
    return lines.joined(separator: "\n")
  }

  /// What it did.
  var recorded: String {
    guard !recording.changes.isEmpty else { return preview }
    return "\(counts)\nRecorded \(recording.changes.count) cases"
      + " (\(recording.numberOfMoves) moves). Type undo to take them back."
  }
}

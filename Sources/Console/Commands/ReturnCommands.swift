import FileAccess
import LookedAfter
import Reports
import SSDA903

/// The commands that take the statutory return (SSDA903) in, and say how good it is.
enum ReturnCommands {
  static let all: [Command] = [importReturns, importPlans, check, quality]

  private static let importReturns = recording(
    "import-903", form: "FOLDER [plans FILE] [parts]", asksReturns: true,
    summary: "work the monthly history out from the 903 returns of a folder",
    examples: [
      ("import 903 returns", "a folder with the files of one return or of many, or a zip"),
      ("import 903 returns plans plans.csv", "with local plans, which the return knows nothing of"),
      ("import 903 returns parts", "one return split over files that have no child in common"),
    ],
    details: [
      "Tables are known by their columns, whatever the files are called: Episodes is needed, Header"
        + " for ages and UASC for that cohort. Of several returns the later one counts; what was"
        + " repaired on the way is listed by quality.",
      "Two headers of one year with hardly a child in common look like the returns of two authorities,"
        + " and are refused; parts says that they are one return's.",
      "The plan file has the columns CHILD, PLAN (SGO, REUNIFY, LTFOST …), START and END, and may have"
        + " STAGE.",
      "What is worked out stands beside what was recorded, under the basis \"903 return, month end\";"
        + " reconcile compares the two. Importing the same folder twice changes nothing.",
      "A new return alone is joined with the children's rows of the years before, which the history"
        + " keeps in a file: the result is that of all returns read together. One of a year that is"
        + " there already takes its place.",
      "Children's ids become pseudonyms under a secret kept beside the store, and of the day of birth"
        + " only the month is kept; names, pupil numbers and postcodes are never stored. A history in"
        + " memory keeps no rows of children.",
    ]
  ) { phrase, arguments, session in
    let folder = phrase.word()
    guard !folder.isEmpty else { throw phrase.missing("the name of a folder") }
    var plans: String?
    var isInParts = false
    while !phrase.isAtEnd {
      if phrase.take("parts") || phrase.take(all: ["in", "parts"]) {
        isInParts = true
      } else if let file = try planFile(&phrase) {
        plans = file
      } else {
        try phrase.finish()
      }
    }
    var loaded = try session.read903(folder, plans: plans)
    if let mixture = loaded.returns.mixture, !isInParts {
      throw ConsoleError.refused(
        "\(mixture.description) Import each authority's by itself, or write the authority into a column"
          + " LA; if they are the parts of one return, add: parts")
    }
    guard session.store?.path != nil || session.asksFirst else {
      session.hold(loaded)
      return Reply(message: ReturnsMessage(loaded: loaded, session: session).summary)
    }
    let store = try session.requireStore()
    guard !loaded.isOfOthers || store.path == nil else {
      throw ConsoleError.refused(
        "The files hold \(loaded.returns.authorities.count) authorities, and none of them is"
          + " \(session.history.authority.name); open an empty history with lac --no-store to look at"
          + " all of them.")
    }
    if store.path != nil { try refuseOthers(loaded, session) }
    let kept = store.path == nil ? nil : try store.childRows()
    if let kept { loaded = try session.joined(loaded, with: kept) }
    var message = ReturnsMessage(loaded: loaded, session: session)
    if let kept {
      message.rows = try session.rows(of: loaded, in: store)
      message.changesRows = message.rows?.bytes != kept
    }
    let preview = try store.preview(loaded.observations(session.recorder))
    guard !preview.changes.isEmpty || message.changesRows else {
      return Reply(message: "\(message.preview(preview))\nThe history stays as it is.")
    }
    let reason = arguments.reason
    return try session.confirm(message.preview(preview)) { [loaded] session in
      let recording = try session.keep(loaded, because: reason)
      return Reply(
        message: recording.changes.isEmpty
          ? "The figures stay as they are; the children's rows were renewed."
          : RecordingMessage.recorded(recording))
    }
  }

  /// Refuses returns that say they are another authority's.
  private static func refuseOthers(_ loaded: LoadedReturns, _ session: Session) throws {
    guard let stranger = loaded.stranger(to: session.history) else { return }
    throw ConsoleError.refused(
      "The column LA says that these returns are of \(stranger), and this history is of"
        + " \(session.history.authority.name); open a history of \(stranger), or lac --no-store to"
        + " look at them.")
  }

  private static let check = Command(
    "check-903", group: .keep, summary: "check the 903 returns of a folder without importing them",
    parameters: [.phrase("FOLDER [plans FILE] [errors FILE]")], asksReturns: true,
    wordOptions: ["--errors"],
    examples: [
      ("check 903 returns", "every rule that is broken, with its number"),
      ("check 903 returns --errors found.csv", "every row, for those who mend it"),
    ],
    details: [
      "The numbers are those of the Department's validation rules. In the file children have"
        + " pseudonyms; file and line lead to the row.",
      "Not checked are the rules on what is not read: what two returns say of postcodes and of places"
        + " worked out from them (503F to 503J), and the tables other than Episodes, Header and UASC.",
    ],
    run: { arguments, session in
      var phrase = session.phrase(arguments, of: "check 903", example: "check 903 returns")
      let folder = phrase.word()
      guard !folder.isEmpty else { throw phrase.missing("the name of a folder") }
      var plans: String?
      var errors: String?
      while !phrase.isAtEnd {
        if phrase.take("errors") {
          errors = phrase.word()
        } else if let file = try planFile(&phrase) {
          plans = file
        } else {
          try phrase.finish()
        }
      }
      if errors?.isEmpty == true { throw phrase.missing("the name of a file after errors") }
      let path = errors.map(FilePath.expanded)
      if let path, !arguments.output.replaces, WholeFile.exists(path) {
        throw FileError.exists(path: path)
      }
      let loaded = try session.read903(folder, plans: plans)
      var reply = Reply(
        document: QualityAnswer.document(
          loaded.returns, and: loaded.planFindings, plans: loaded.plans))
      if let path {
        let text = loaded.returns.findingsFile(
          key: try session.pseudonymKey(), and: loaded.planFindings)
        try WholeFile.write(
          Array(text.utf8), to: path, replacing: arguments.output.replaces, mode: 0o600)
        reply.message = "Wrote \(path) (\(text.utf8.count) bytes)."
      }
      return reply
    })

  private static let quality = Command(
    "quality", group: .look, summary: "what the import of the 903 returns found and repaired",
    parameters: [.optionalText("RULE")], asksReturns: true,
    examples: [
      ("quality", "every rule that was broken, and what was done"),
      ("quality 501", "the rows of one rule: child, file, line"),
    ],
    run: { arguments, session in
      let loaded = try session.requireReturns()
      guard let wanted = arguments.text?.lowercased() else {
        return Reply(
          document: QualityAnswer.document(
            loaded.returns, and: loaded.planFindings, plans: loaded.plans))
      }
      let rules = ImportRule.allCases.filter { $0.id.lowercased() == wanted }
      guard !rules.isEmpty else {
        throw GrammarError.unknownRule(
          wanted, nearest: Nearest.names(to: wanted, among: ImportRule.allCases.map(\.id)))
      }
      let key = try session.pseudonymKey()
      // A page has the first of them; a program or a file has no use for a part.
      let isPage =
        arguments.output.file == nil && ChildRowCommands.form(arguments, session) == .text
      let limit = isPage ? QualityAnswer.listed : .max
      let found = rules.flatMap { loaded.returns.findings(key: key, rule: $0, limit: limit) }
      let plans = loaded.planFindings.filter { rules.contains($0.rule) }
      let count = loaded.returns.findingCounts.reduce(plans.count) { sum, line in
        sum + (rules.contains(line.rule) ? line.count : 0)
      }
      return Reply(
        document: QualityAnswer.document(
          Array((found + plans).prefix(limit)), rule: rules[0].id, count: count))
    })

  /// The file after "plans"; nil without one.
  private static func planFile(_ phrase: inout Phrase) throws(GrammarError) -> String? {
    guard phrase.take("plans") else { return nil }
    let file = phrase.word()
    guard !file.isEmpty else { throw phrase.missing("the name of a file after plans") }
    return file
  }
}

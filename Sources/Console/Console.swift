import Documents
import FileAccess
import HistoryStore
import LookedAfter

/// The prompt without a terminal: a line comes in, a document goes out.
public final class Console {
  private var session: Session

  /// The table of commands.
  public let commands: [Command] = CommandTable.commands

  /// Starts a session on a history.
  ///
  /// - Parameters:
  ///   - history: the history that is asked.
  ///   - store: where it is kept, for the commands that keep; nil when there is none.
  ///   - recorder: who records, and when.
  ///   - shippedMeasures: the measures of this version of the program.
  ///   - format: the form of answers at the start.
  public init(
    history: History, store: HistoryStore?, recorder: Recorder, shippedMeasures: [Measure] = [],
    format: OutputFormat = .text
  ) {
    session = Session(
      history: history, store: store, recorder: recorder, shippedMeasures: shippedMeasures,
      format: format)
  }

  /// The month in view.
  public var month: Month? { session.month }

  /// Whether the next line answers a question, and is no command to be remembered.
  public var isAsking: Bool { session.dialog != nil || session.pending != nil }

  /// Answers everything as it was known on a day.
  ///
  /// - Throws: `HistoryStoreError`.
  public func lookBack(to day: CivilDate) throws { try session.readAnew(asKnownOn: day) }

  /// The form of answers that say nothing else.
  public var format: OutputFormat { session.format }

  /// What stands before the place to type: `October 2020> `.
  public var prompt: String {
    if let dialog = session.dialog { return dialog.prompt }
    let month = session.month.map { " \($0.shortName) \($0.year)" } ?? ""
    let known = session.knownOn.map { " as known on \($0)" } ?? ""
    return "lac\(month)\(known)> "
  }

  /// Carries out a line; nil for a blank one or a remark.
  ///
  /// An answer that is asked for as a file is written here; what comes back is then only a message.
  ///
  /// - Throws: `GrammarError` when the line is not understood, `ReportError`, `ConsoleError`,
  ///   `FileError` or `HistoryStoreError` when it cannot be carried out. Nothing is changed then.
  public func respond(to line: String) throws -> Reply? {
    if session.dialog != nil { return try session.answerDialog(line) }
    if let reply = try answer(line) { return reply }
    guard let (command, arguments) = try parser.parse(line) else { return nil }
    session.line = line
    let output = arguments.output
    // Before the command has done anything, so that nothing is done by halves.
    if let path = output.file.map(FilePath.expanded) {
      if WholeFolder.isMeant(by: path) {
        try FolderOutput.check(path, format: output.format)
      } else if output.format == nil {
        try OutputEnding.check(path)
      }
      if !output.replaces, !WholeFolder.isMeant(by: path), WholeFile.exists(path) {
        throw FileError.exists(path: path)
      }
    }
    if !command.asksReturns, command.group != .shell { try session.recordOwedHistory() }
    session.line = line
    var reply = try session.carryOut(command, arguments)
    if command.group != .shell, reply.document?.properties == DocumentProperties() {
      reply.document?.properties = DocumentProperties(session.history, nil)
    }
    if command.isExplainable, let document = reply.document { session.lastAnswer = document }
    reply.format = output.format
    guard let file = output.file else { return reply }
    let path = FilePath.expanded(file)
    guard reply.document != nil || reply.exact != nil || reply.paper != nil else {
      reply.message = [reply.message, OutputEnding.nothing(for: path)].compactMap { $0 }
        .joined(separator: "\n")
      return reply
    }
    if WholeFolder.isMeant(by: path), reply.exact == nil, reply.paper == nil,
      let document = reply.document
    {
      let wrote = try FolderOutput.write(
        document, to: path, replacing: output.replaces, isPrivate: session.store?.path != nil)
      return written(reply, wrote)
    }
    let format = output.format ?? OutputFormat(fileEnding: FilePath.ending(path)) ?? session.format
    let answer = reply.exact ?? reply.paper ?? reply.document?.rendered(as: format, isFile: true)
    let bytes = answer?.bytes ?? []
    if reply.exact == nil, reply.paper == nil, let document = reply.document,
      let untold = OutputEnding.untold(document, in: format)
    {
      reply.message = [reply.message, untold].compactMap { $0 }.joined(separator: "\n")
    }
    // What comes from a store that only its owner may read is for that owner to hand on.
    try WholeFile.write(
      bytes, to: path, replacing: output.replaces,
      mode: session.store?.path == nil ? 0o644 : 0o600)
    return written(reply, "Wrote \(path) (\(bytes.count) bytes).")
  }

  /// What is told once an answer is in its file.
  private func written(_ reply: Reply, _ wrote: String) -> Reply {
    var written = Reply(message: [reply.message, wrote].compactMap { $0 }.joined(separator: "\n"))
    written.isStoreUnsound = reply.isStoreUnsound
    return written
  }

  /// Is told how many bytes of how many of the 903 returns have been read, from any thread.
  public var progress: (@Sendable (Int, Int) -> Void)? {
    get { session.progress }
    set { session.progress = newValue }
  }

  /// Loads 903 returns into a history in memory, as `import 903` does; their months are recorded when
  /// a command first needs them.
  ///
  /// - Throws: `ReturnError`.
  public func load903(folder: String, plans: String? = nil) throws {
    session.line = "import 903 \(folder)" + (plans.map { " plans \($0)" } ?? "")
    session.hold(try session.read903(folder, plans: plans))
    session.line = ""
  }

  /// Loads the cases that come with a sample, and freezes its lists, into a history in memory.
  ///
  /// Their ids become pseudonyms under a secret that everybody knows, since nobody in it is real: so
  /// they are the same each time, and the same as those of the sample's 903 returns.
  ///
  /// - Throws: `ShippedDataError`, `CSVError` or `HistoryStoreError`.
  public func loadCases(ofSample name: String) throws {
    try session.loadCases(ofSample: name)
  }

  /// The line as the prompt may remember it: not a line that names a child.
  public func remembered(_ line: String) -> String {
    guard
      let (command, _) = try? parser.command(
        at: Lexer.tokens(of: line), named: Lexer.tokens(of: line).first?.text ?? "")
    else { return line }
    return command.name == "forget" ? "forget" : line
  }

  /// The form of papers that the program was started for; nil where that was not said.
  public var paperFormat: OutputFormat? {
    get { session.paperFormat }
    set { session.paperFormat = newValue }
  }

  /// Whether papers are for the public where a line does not say so; nil for each paper's own way.
  public var isPublic: Bool? {
    get { session.isPublic }
    set { session.isPublic = newValue }
  }

  /// How a run that takes long is stopped and shown.
  public var longRun: LongRun {
    get { session.longRun }
    set { session.longRun = newValue }
  }

  /// Whether a person is at the prompt, to be asked before much is recorded.
  public var asksFirst: Bool {
    get { session.asksFirst }
    set { session.asksFirst = newValue }
  }

  /// Takes a line as the answer to a question, if one was asked; any other line drops the question.
  private func answer(_ line: String) throws -> Reply? {
    guard let pending = session.pending else { return nil }
    session.pending = nil
    switch line.lowercased().filter({ !$0.isWhitespace }) {
    case "yes", "y":
      session.line = pending.line
      return try pending.deed(&session)
    case "no", "n", "": return Reply(message: "Nothing was recorded.")
    case _ where (try? parser.parse(line)) == nil:
      // A slip of the pen is no answer: what was asked about stays.
      session.pending = pending
      return Reply(
        message: "\"\(line)\" is neither yes nor a command; type yes to record this, or no to leave"
          + " it.")
    default: return nil
    }
  }

  /// What could stand at the end of a line that is being typed.
  public func completions(for textBeforeCursor: String) -> Completions {
    guard session.dialog == nil else { return Completions(replacing: 0, candidates: []) }
    // Months and numbers are offered as they would be answered with.
    try? session.recordOwedHistory()
    let session = session
    return Completer(
      parser: parser, history: session.history,
      authorities: { (try? session.comparators().authorities.authorities) ?? [] },
      lastAnswer: session.lastAnswer?.namesOfFigures ?? ([], []),
      parts: {
        ((try? session.template(of: .briefing).slots) ?? []).map { ($0.id, $0.name) }
      },
      questions: {
        ((try? Session.standingQuestions().questions) ?? []).map { ($0.id, $0.question) }
      }
    ).completions(for: textBeforeCursor)
  }

  private var parser: CommandParser {
    CommandParser(
      commands: commands,
      months: MonthReader(known: session.knownMonths, current: session.month),
      cohorts: CohortReader(scheme: session.history.scheme),
      measures: MeasureReader(
        catalogue: session.history.catalogue,
        cohorts: CohortReader(scheme: session.history.scheme)),
      days: DayReader(today: session.recorder.today))
  }
}

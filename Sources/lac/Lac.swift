import ArgumentParser
import Console
import Documents
import FileAccess
import Glibc
import HistoryFiles
import LookedAfter

/// The program: reads its arguments, then runs commands or opens the prompt.
///
/// `main` is synchronous: an asynchronous one leaves the main thread on Linux, and signals no longer
/// reach the prompt.
@main
struct Lac: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lac",
    abstract: "A tracker for reducing the number of looked after children.",
    usage: """
      lac [--store <file> | --no-store | --sample <name>] [-c <command> ... | -f <file>] [--format <format>]
          [--output <file> [--force]] [--public | --internal] [--as-known-on <day>] [--plain] [--no-init]
      lac init --store <file> --authority <name>
      """,
    discussion: """
      Without arguments lac opens a prompt on a sample history. Commands are plain \
      words, the same at the prompt, after -c and in a file: try: lac -c help

      A history of your own begins with init: try: lac init --help
      """,
    version: "lac 0.1.0", subcommands: [Init.self])

  @Option(help: ArgumentHelp("The file of your own history.", valueName: "file"))
  var store: String?

  @Option(
    help: ArgumentHelp("Which authority of a store that holds several.", valueName: "name"))
  var authority: String?

  @Flag(help: "An empty history in memory, for one-off questions and scripts.")
  var noStore = false

  @Option(
    help: ArgumentHelp(
      "Which of the samples that come with the program; a name that is none of them lists them.",
      valueName: "name"))
  var sample: String?

  @Option(
    name: .short, parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a command and leave; may be given several times.", valueName: "command")
  )
  var c: [String] = []

  @Option(
    name: .short, help: ArgumentHelp("Run the commands of a file and leave.", valueName: "file"))
  var f: String?

  @Option(
    help: ArgumentHelp(
      "Write answers as text, markdown, html, docx, csv, zip or json.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp("Write the answers to a file, which must not be there.", valueName: "file"))
  var output: String?

  @Flag(help: "With --output: replace the file if it is there.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Answer as it was known on a day, such as 2020-11-02.", valueName: "day"))
  var asKnownOn: String?

  @Flag(
    name: .customLong("public"),
    help: "Papers are for the public: nothing in them lets a child be recognised.")
  var isForPublic = false

  @Flag(
    name: .customLong("internal"),
    help: "Papers are for the service, with every figure, the briefing too.")
  var isInternal = false

  @Flag(help: "For a screen reader: no redrawing, no lines of boxes (or set ACCESSIBLE=1).")
  var plain = false

  @Flag(help: "Do not read ~/.editrc.")
  var noInit = false

  static func main() {
    do {
      var command = try parseAsRoot(Array(CommandLine.arguments.dropFirst()))
      switch command {
      case let lac as Lac: Glibc.exit(lac.start().rawValue)
      case let initialisation as Init: Glibc.exit(initialisation.start().rawValue)
      default: try command.run()
      }
    } catch  where exitCode(for: error) == .success {
      try? StandardStreams.write(fullMessage(for: error) + "\n")
      Glibc.exit(ExitStatus.done.rawValue)
    } catch {
      if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
        word != "init"
      {
        let line = CommandLine.arguments.dropFirst().joined(separator: " ")
        StandardStreams.report("To run a command and leave, write: lac -c '\(line)'")
      }
      StandardStreams.report(fullMessage(for: error))
      Glibc.exit(ExitStatus.usage.rawValue)
    }
  }

  func validate() throws {
    if store != nil, noStore {
      throw ValidationError("--store and --no-store cannot both be given; leave one out.")
    }
    if sample != nil, store != nil || noStore {
      throw ValidationError("--sample goes with neither --store nor --no-store; leave one out.")
    }
    if isForPublic, isInternal {
      throw ValidationError("--public and --internal cannot both be given; leave one out.")
    }
    if !c.isEmpty, f != nil {
      throw ValidationError("-c and -f cannot both be given; leave one out.")
    }
    if let asKnownOn, CivilDate(iso: asKnownOn) == nil {
      throw ValidationError("\"\(asKnownOn)\" is not a day; write it as 2020-11-02.")
    }
    if let format, OutputFormat(named: format) == nil {
      let known = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("There is no format \"\(format)\"; the formats are \(known).")
    }
  }

  /// Opens the history and does what was asked.
  private func start() -> ExitStatus {
    do {
      if let output, WholeFolder.isMeant(by: output) {
        try FolderOutput.check(output, format: format.flatMap(OutputFormat.init(named:)))
      } else if format == nil, let output {
        try OutputEnding.check(output)
      }
      let answers = try AnswerWriter(
        file: output, replacesFile: force, isPlain: plain || StandardStreams.wantsPlain,
        isPrivate: store != nil)
      let opened = try OpenedHistory.open(
        storePath: store, authority: authority, isEmpty: noStore, sample: sample)
      let console = Console(
        history: opened.history, store: opened.store, recorder: OpenedHistory.recorder,
        shippedMeasures: try HistoryFolder.shippedMeasures(),
        format: chosenFormat ?? .text)
      console.paperFormat = chosenFormat
      console.progress = ProgressLine.reporter(isPlain: answers.isForScreenReader)
      console.isPublic = isForPublic ? true : isInternal ? false : nil
      if let returns = opened.returns {
        try console.load903(folder: returns.folder, plans: returns.plans)
      }
      if let sample = opened.sample { try console.loadCases(ofSample: sample) }
      if let day = asKnownOn.flatMap(CivilDate.init(iso:)) { try console.lookBack(to: day) }
      if let lines = try ScriptSource.lines(commands: c, file: f) {
        let bar = ProgressBar(isPlain: answers.isForScreenReader)
        defer { bar.end() }
        console.longRun = LongRun(progress: { bar.show($0) })
        return try Script(console: console, answers: answers).run(lines)
      }
      return Shell(
        console: console, answers: answers, banner: opened.banner, readsInitFile: !noInit
      ).run()
    } catch {
      StandardStreams.report("\(error)")
      return ExitStatus(of: error)
    }
  }

  /// The format asked for, or the one that the ending of the output file names.
  private var chosenFormat: OutputFormat? {
    if let format { return OutputFormat(named: format) }
    if let output, WholeFolder.isMeant(by: output) { return .csv }
    guard let dot = output?.lastIndex(of: "."), let output else { return nil }
    return OutputFormat(fileEnding: String(output[output.index(after: dot)...]))
  }
}

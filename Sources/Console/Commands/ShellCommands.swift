import LookedAfter
import Reports

/// The commands about the prompt itself.
enum ShellCommands {
  static let all: [Command] = [
    Command(
      "month", group: .shell, summary: "choose the month in view", parameters: [.month],
      examples: [("month september", "from now on, commands without a month mean September")],
      run: { arguments, session in
        guard let month = arguments.month else { throw ConsoleError.nothingRecorded }
        guard session.history.snapshot(for: month) != nil else {
          throw session.history.isEmpty
            ? ReportError.emptyHistory
            : ReportError.noSnapshot(month, known: session.history.months)
        }
        session.month = month
        return Reply(message: "The month in view is \(month.inWords).")
      }),
    Command(
      "authority", group: .shell, summary: "the authority in view, or another one of the store",
      parameters: [.optionalText("NAME")],
      examples: [("authority", "which one, and which others the store holds")],
      run: { arguments, session in
        if let name = arguments.text {
          try session.turn(to: name)
          return Reply(message: "The authority in view is \(session.history.authority.name).")
        }
        let others =
          try session.store?.authorities().map(\.name)
          .filter { $0 != session.history.authority.name } ?? []
        // By semicolons: an authority's own name may hold a comma.
        let also =
          others.isEmpty
          ? "" : " The store holds \(others.count) more: \(others.joined(separator: "; "))."
        return Reply(message: "The authority in view is \(session.history.authority.name).\(also)")
      }),
    Command(
      "format", group: .shell, summary: "choose the form of answers", parameters: [.format],
      examples: [("format markdown", "answers as Markdown"), ("format text", "back to text")],
      run: { arguments, session in
        guard let format = arguments.format else { return Reply() }
        session.format = format
        return Reply(message: "Answers are written as \(format.rawValue).")
      }),
    Command(
      "help", aliases: ["?"], group: .shell,
      summary: "all commands, one of them, or the whole manual",
      parameters: [.optionalCommand], wordOptions: ["--all"],
      examples: [
        ("help", "all commands"), ("help compare", "one command, examples first"),
        ("help all", "every command with its examples: the manual"),
        ("help --all --format markdown", "the manual as Markdown"),
        ("help all --output manual.html", "the manual as a page to print"),
        ("help pdf", "how to make a PDF that a screen reader can follow"),
        ("help word", "what can be changed in a paper in Word"),
        ("help formats", "the forms of files"),
      ],
      run: { arguments, _ in
        if arguments.command == HelpDocuments.all {
          return Reply(document: HelpDocuments.manual(CommandTable.commands))
        }
        if let topic = arguments.command.flatMap(HelpTopics.page) { return Reply(document: topic) }
        let command = CommandTable.commands.first { $0.name == arguments.command }
        return Reply(
          document: command.map(HelpDocuments.page)
            ?? HelpDocuments.overview(CommandTable.commands))
      }),
    Command(
      "examples", group: .shell, summary: "lines to try", examples: [("examples", "this list")],
      run: { _, _ in Reply(document: HelpDocuments.examples(CommandTable.commands)) }),
    Command(
      "quit", aliases: ["exit", "q"], group: .shell, summary: "leave",
      examples: [("quit", "leave; so does Ctrl-D")],
      run: { _, _ in Reply(quits: true) }),
  ]
}

import Reports

/// The commands that write papers.
enum WriteCommands {
  static let all: [Command] = [
    Command(
      "update", group: .write, summary: "write the monthly Looked after Children reduction update",
      parameters: [.month],
      examples: [
        ("update oct 2020", "read the update of October 2020"),
        (
          "update oct 2020 --format markdown --output october.md",
          "write it to a file, to send or to turn into Word"
        ),
        ("update latest --output october.json", "for another program, with the form by the ending"),
      ],
      details: [
        "The last section of the paper lists the figures that do not add up.",
        "A file that is there already is replaced only with --force.",
      ],
      run: { arguments, session in
        Reply(
          document: try MonthlyUpdate.document(
            session.history, month: session.month(arguments.month)))
      })
  ]
}

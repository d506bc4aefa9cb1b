import LookedAfter

/// The commands that record and correct figures, a line each.
enum RecordingCommands {
  static let all: [Command] = [
    Command(
      "set", group: .keep, summary: "record or correct one figure",
      parameters: [.measure, .number, .optionalMonth],
      clauses: [.asAt, .basis, .source, .because, .note, .assessing],
      examples: [
        ("set ico 36 nov 2020", "the number in a cohort"),
        (
          "set total 334 as at 30 nov 2020 basis month-end source \"scorecard\"",
          "a total with its day, basis and source"
        ),
        (
          "set uasc 3 oct 2020 because \"one was counted late\"",
          "correct a figure, with the reason"
        ),
      ],
      details: [
        "Nothing is overwritten: a correction is another revision, and undo takes it back.",
        "A month that is left out is the month of the day after \"as at\", or else the month in view.",
      ],
      run: { arguments, session in
        let draft = Draft(session: session, arguments: arguments)
        return try session.reply(to: draft.figure(), because: arguments.reason)
      }),
    flow("joined", branch: "started", example: "joined 9 nov 2020 section20 4 ico 5"),
    flow("left", branch: "ceased", example: "left 12 nov 2020 turned-18 3 sgo 5 discharged 4"),
    Command(
      "plan", group: .keep, summary: "record the applications planned for a month to come",
      parameters: [.counts("planned")], clauses: [.forMonth, .source, .because, .note],
      examples: [
        ("plan sgo 5 discharge 4 for nov 2020", "in the report of the month in view")
      ],
      run: { arguments, session in
        let draft = Draft(session: session, arguments: arguments)
        return try session.reply(to: draft.plan(), because: arguments.reason)
      }),
    Command(
      "comment", group: .keep, summary: "write the commentary on a cohort",
      parameters: [.measure, .optionalMonth, .text("TEXT")], clauses: [.source, .because],
      examples: [
        ("comment ico \"New proceedings were started.\"", "for the month in view"),
        (
          "comment sgo \"{pipeline.sgo.open} applications are under way.\"",
          "the figure is filled in when the paper is written"
        ),
      ],
      details: [
        "{16 = pipeline.sgo.open} writes 16 and checks it against the record.",
        "{bridge.ico} writes what moved the number of a cohort in the month, as decompose ico has it.",
      ],
      run: { arguments, session in
        let draft = Draft(session: session, arguments: arguments)
        return try session.reply(to: draft.comment(), because: arguments.reason)
      }),
    Command(
      "progress", group: .keep, summary: "rate the progress of a cohort, 1 (on track) to 5",
      parameters: [.measure, .number, .optionalMonth], clauses: [.because],
      examples: [
        ("progress ico 3 because \"as many began as ended\"", "a judgement, with its reason")
      ],
      run: { arguments, session in
        let draft = Draft(session: session, arguments: arguments)
        return try session.reply(to: draft.rating(), because: arguments.reason)
      }),
  ]

  private static func flow(_ name: String, branch: MeasureID, example: String) -> Command {
    Command(
      name, group: .keep,
      summary: branch == "started"
        ? "record who became looked after, by legal status" : "record who left care, by reason",
      parameters: [.number, .optionalMonth, .counts(branch)],
      clauses: [.source, .because, .note],
      examples: [(example, "the total first; the reasons have to make it up")],
      run: { arguments, session in
        let draft = Draft(session: session, arguments: arguments)
        return try session.reply(to: draft.flow(branch), because: arguments.reason)
      })
  }
}

extension Session {
  /// Records figures and says what became of them.
  fileprivate mutating func reply(
    to observations: [Observation], because reason: String?
  ) throws -> Reply {
    let recording = try record(observations, because: reason)
    return Reply(message: RecordingMessage(session: self, recording: recording).text)
  }
}

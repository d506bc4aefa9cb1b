import Documents
import HistoryStore
import LookedAfter

/// The commands that look at and take back what was recorded.
enum HistoryCommands {
  static let all: [Command] = [
    Command(
      "history", aliases: ["revisions"], group: .keep,
      summary: "every revision of a figure: who, when, old, new and why",
      parameters: [.measure, .optionalMonth],
      examples: [
        ("history ico oct 2020", "the revisions of one figure"),
        ("history total", "of every month"),
      ],
      run: { arguments, session in
        guard let measure = arguments.measure else { return Reply() }
        return Reply(
          document: try RevisionsDocument.document(
            measure, month: arguments.month, session: session))
      }),
    Command(
      "log", group: .keep, summary: "the audit trail: every command that recorded something",
      parameters: [.optionalText("WORDS")],
      examples: [
        ("log", "who did what, when and why"),
        ("log ico", "only lines that hold the words: a person, a day, a command, a reason"),
        ("log --format json --output log.json", "for another program"),
      ],
      run: { arguments, session in
        Reply(document: try RevisionsDocument.log(session, holding: arguments.text))
      }),
    reversal(.undo, summary: "take back the last command that recorded something"),
    reversal(.redo, summary: "do again what was taken back"),
    Command(
      "as-known-on", group: .keep, summary: "answer everything as it was known on a day",
      parameters: [.day],
      examples: [("as known on 2 nov 2020", "as of that day; back with: as known now")],
      run: { arguments, session in
        guard let day = arguments.day else { return Reply() }
        try session.readAnew(asKnownOn: day)
        return Reply(
          message: "Answers are as known on \(day.inWords); type as known now to come back.")
      }),
    Command(
      "as-known-now", group: .keep, summary: "answer everything as it is known now",
      examples: [("as known now", "back from an earlier day")],
      run: { _, session in
        try session.readAnew()
        return Reply(message: "Answers are as known now.")
      }),
    Command(
      "measures", group: .keep, summary: "everything that can be recorded",
      examples: [("measures", "ids and names")],
      run: { _, session in
        Reply(document: RevisionsDocument.measures(session.history.catalogue))
      }),
  ]

  private static func reversal(_ reversal: Reversal, summary: String) -> Command {
    Command(
      reversal.rawValue, group: .keep, summary: summary, clauses: [.because],
      examples: [
        (reversal.rawValue, "whole commands, also of an earlier run; the log keeps everything")
      ],
      details: ["A command that changes a month which was published asks for the reason."],
      run: { arguments, session in
        let done = try session.reverse(reversal, because: arguments.reason)
        let verb = reversal == .undo ? "Taken back" : "Done again"
        let message = RecordingMessage(session: session, recording: done.recording).figures
        return Reply(
          message: "\(verb): \(done.line.entry.command) (recorded by \(done.line.entry.recordedBy),"
            + " \(TimeInWords.of(done.line.entry.recordedAt)))."
            + (message.isEmpty ? "" : "\n\(message)"))
      })
  }
}

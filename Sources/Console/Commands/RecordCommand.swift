import LookedAfter

/// The command that walks through a month.
enum RecordCommand {
  static let command = Command(
    "record", group: .keep, summary: "enter a month, question by question",
    parameters: [.month],
    examples: [("record nov 2020", "back, skip and leave at any time; nothing is lost")],
    details: [
      "An unfinished entry is kept and offered next time. Before anything is recorded, what changes"
        + " and what does not add up is shown."
    ],
    run: { arguments, session in
      let store = try session.requireStore()
      let month = try session.month(arguments.month)
      let dialog = RecordDialog(
        history: session.history, month: month, draft: try store.draft(of: month),
        recordedAt: session.recorder.now())
      session.dialog = dialog
      return Reply(message: dialog.greeting)
    })
}

extension Session {
  /// Gives a line to the dialog that is under way.
  ///
  /// - Throws: what the dialog or the store throws; the question then stays.
  mutating func answerDialog(_ line: String) throws -> Reply {
    guard var dialog, let store else { return Reply() }
    let outcome = try dialog.take(line)
    switch outcome {
    case .goesOn(let message):
      self.dialog = dialog
      try store.saveDraft(dialog.draft, of: dialog.month, by: recorder.name, at: recorder.now())
      return Reply(message: message)
    case .ends(let message):
      self.dialog = nil
      return Reply(message: message)
    case .records(let observations):
      self.line = "record \(dialog.month.inWords.lowercased())"
      let recording = try record(observations, because: nil)
      try store.saveDraft(nil, of: dialog.month, by: recorder.name, at: recorder.now())
      self.dialog = nil
      month = dialog.month
      return Reply(message: RecordingMessage(session: self, recording: recording).text)
    }
  }
}

import HistoryStore
import LookedAfter

/// The command that walks through a month.
enum RecordCommand {
  static let command = Command(
    "record", group: .keep, summary: "enter a month, question by question",
    parameters: [.month], clauses: [.because],
    examples: [("record nov 2020", "back, skip and leave at any time; nothing is lost")],
    details: [
      "An unfinished entry is kept and offered next time. Before anything is recorded, what changes"
        + " and what does not add up is shown.",
      "A month that was published asks for the reason, at the end or here with because.",
    ],
    run: { arguments, session in
      let store = try session.requireStore()
      let month = try session.month(arguments.month)
      if let problem = PlausibleDates(today: session.recorder.today).problem(with: month) {
        throw ConsoleError.refused(problem)
      }
      let dialog = RecordDialog(
        history: session.history, month: month, draft: try store.draft(of: month),
        recordedAt: session.recorder.now(), because: arguments.reason)
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
    var reply = Reply()
    switch outcome {
    case .goesOn(let message):
      try keep(dialog, in: store)
      reply.message = message
    case .reviews(let document):
      try keep(dialog, in: store)
      reply.document = document
    case .ends(let message, let keepsDraft):
      self.dialog = nil
      if !keepsDraft {
        try store.saveDraft(nil, of: dialog.month, by: recorder.name, at: recorder.now())
      }
      reply.message = message
    case .records(let observations, let reason):
      if reason == nil, let month = try publishedMonth(correctedBy: observations) {
        dialog.askForReason()
        try keep(dialog, in: store)
        reply.message =
          "The update of \(month.inWords) was published, so a correction needs its reason."
        return reply
      }
      self.line = "record \(dialog.month.inWords.lowercased())"
      let recording = try record(observations, because: reason)
      try store.saveDraft(nil, of: dialog.month, by: recorder.name, at: recorder.now())
      self.dialog = nil
      month = dialog.month
      reply.message = RecordingMessage(session: self, recording: recording).text
    }
    return reply
  }

  /// Keeps the answers so far; before the first there is nothing to keep.
  private mutating func keep(_ dialog: RecordDialog, in store: HistoryStore) throws {
    self.dialog = dialog
    guard dialog.answers.hasFigures else { return }
    try store.saveDraft(dialog.draft, of: dialog.month, by: recorder.name, at: recorder.now())
  }
}

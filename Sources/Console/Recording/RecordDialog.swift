import CSV
import HistoryStore
import Indicators
import LookedAfter
import Reports

/// The walk through a month: it asks, takes answers, goes back, and at the end shows what would be
/// recorded and which checks would fail. A walk that is left is kept as a draft.
struct RecordDialog {
  /// What the dialog waits for.
  private enum Stage {
    case offer(HistoryStore.SavedDraft)
    case question
    case confirmation
  }

  /// What a line led to.
  enum Outcome {
    /// The dialog goes on; what to tell before the next question.
    case goesOn(String?)
    /// The dialog is over; what to tell.
    case ends(String)
    /// The dialog is over and these figures are to be recorded.
    case records([Observation])
  }

  private(set) var answers: RecordAnswers
  private var position = 0
  private var stage: Stage

  /// Starts on a month; a draft that is there is offered first.
  init(history: History, month: Month, draft: HistoryStore.SavedDraft?, recordedAt: String) {
    answers = RecordAnswers(
      history: history, month: month, steps: RecordSteps(history: history, month: month).all,
      recordedAt: recordedAt)
    stage = draft.map(Stage.offer) ?? .question
  }

  /// The month.
  var month: Month { answers.month }

  /// What is said when the dialog starts.
  var greeting: String {
    if case .offer(let draft) = stage {
      return "There is an unfinished entry for \(month.inWords), of \(draft.savedAt.prefix(10)) by"
        + " \(draft.savedBy)."
    }
    return "\(month.inWords), question by question. Enter takes the figure in square brackets, or"
      + " passes a question without one. skip passes it, back goes back, next goes to the next"
      + " section, leave keeps what you have for later.\n\(step?.section ?? "")"
  }

  /// The question, as the prompt shows it.
  var prompt: String {
    switch stage {
    case .offer: return "Go on with it? yes, or new to begin again> "
    case .confirmation: return "Record this? yes, back or leave> "
    case .question:
      guard let step else { return "> " }
      let usual = step.usual.map { " [\($0)]" } ?? ""
      let remainder =
        isCohort(step) ? answers.remainder.map { ", \($0) not in a cohort yet" } ?? "" : ""
      return "\(step.title)\(usual)\(remainder)> "
    }
  }

  /// The answers as they are kept for later.
  var draft: String {
    var writer = CSVWriter()
    for step in answers.steps.prefix(position) {
      writer.append([
        step.id, answers.answers[step.id] ?? "", answers.answers[step.id] == nil ? "skip" : "",
      ])
    }
    return writer.text
  }

  /// Takes a line.
  ///
  /// - Throws: `GrammarError` or `ConsoleError` for an answer that does not fit; the question stays.
  mutating func take(_ line: String) throws -> Outcome {
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch stage {
    case .offer(let draft): return offer(text.lowercased(), draft)
    case .confirmation: return try confirm(text.lowercased())
    case .question: return try answer(text)
    }
  }

  private mutating func offer(_ text: String, _ draft: HistoryStore.SavedDraft) -> Outcome {
    stage = .question
    guard text != "new" else { return .goesOn(greeting) }
    resume(draft.content)
    return .goesOn("\(greeting)")
  }

  private mutating func resume(_ content: String) {
    var parser = CSVParser(bytes: Array(content.utf8), file: "draft")
    while let fields = (try? parser.next())?.fields, fields.count == 3 {
      guard let step, step.id == fields[0] else { break }
      if fields[2].isEmpty { try? answers.take(fields[1], for: step) }
      position += 1
    }
  }

  private mutating func answer(_ text: String) throws -> Outcome {
    guard let step else { return try review() }
    switch text.lowercased() {
    case "?", "help": return .goesOn(greeting)
    case "back":
      position = max(0, position - 1)
      if let step = self.step { answers.answers[step.id] = nil }
      return .goesOn(nil)
    case "leave", "quit":
      return .ends(
        "Kept for later; nothing is recorded yet. Go on with: record \(month.inWords.lowercased())")
    case "next":
      let section = step.section
      while let step = self.step, step.section == section { position += 1 }
    case "skip", "-":
      answers.answers[step.id] = nil
      position += 1
    case "":
      if let usual = step.usual { try answers.take(usual, for: step) }
      position += 1
    default:
      try answers.take(text, for: step)
      position += 1
    }
    guard let next = self.step else { return try review() }
    return .goesOn(next.section == step.section ? nil : next.section)
  }

  /// Shows what would be recorded and which checks would fail, and asks.
  private mutating func review() throws -> Outcome {
    stage = .confirmation
    let observations = try answers.observations()
    guard !observations.isEmpty else {
      return .ends("Nothing was answered, so nothing is recorded.")
    }
    let history = answers.history
    let lines = observations.map { observation -> String in
      let name = history.catalogue[observation.measure]?.name ?? observation.measure.rawValue
      let before = history.observations(of: observation.measure).first { $0.key == observation.key }
      let was = before?.value.map { $0 == observation.value ? " (as it is)" : " (was \($0))" } ?? ""
      let detail = observation.detail.isEmpty ? "" : " for \(observation.detail)"
      return "\(name)\(detail): \(observation.value?.description ?? "")\(was)"
    }
    let findings = Findings.of(history.trying(observations), month: month)
    return .goesOn(
      (["To be recorded for \(month.inWords):"] + lines
        + (findings.isEmpty ? ["Every check holds."] : ["What does not add up:"] + findings))
        .joined(separator: "\n"))
  }

  private mutating func confirm(_ text: String) throws -> Outcome {
    switch text {
    case "yes", "y": return .records(try answers.observations())
    case "back":
      stage = .question
      position = max(0, answers.steps.count - 1)
      return .goesOn(nil)
    case "leave", "no", "n":
      return .ends(
        "Kept for later; nothing is recorded yet. Go on with: record \(month.inWords.lowercased())")
    default:
      return .goesOn("Type yes to record, back to change an answer, leave to keep it for later.")
    }
  }

  private var step: RecordStep? {
    answers.steps.indices.contains(position) ? answers.steps[position] : nil
  }

  private func isCohort(_ step: RecordStep) -> Bool {
    answers.history.scheme.cohorts.contains { $0.id.rawValue == step.id }
  }
}

extension History {
  /// The history as it would be with some figures more.
  fileprivate func trying(_ observations: [Observation]) -> History {
    let newest = observations.map { observation in
      Observation(
        measure: observation.measure, period: observation.period, basis: observation.basis,
        asAt: observation.asAt, detail: observation.detail, value: observation.value,
        text: observation.text,
        provenance: Provenance(
          source: nil, recordedAt: observation.provenance.recordedAt, revision: Int.max))
    }
    return adding(newest)
  }
}

import CSV
import Documents
import HistoryStore
import LookedAfter

/// The walk through a month: it asks, takes answers, goes back, and at the end shows what would be
/// recorded and which checks would fail. A walk that is left is kept as a draft.
struct RecordDialog {
  /// What the dialog waits for.
  private enum Stage {
    case offer(HistoryStore.SavedDraft)
    case question
    case confirmation
    case reason
  }

  /// What a line led to.
  enum Outcome {
    /// The dialog goes on; what to tell before the next question.
    case goesOn(String?)
    /// The dialog asks whether to record what this shows.
    case reviews(Document)
    /// The dialog is over; what to tell, and whether the answers are kept for later.
    case ends(String, keepsDraft: Bool)
    /// The dialog is over and these figures are to be recorded.
    case records([Observation], because: String?)
  }

  private(set) var answers: RecordAnswers
  private var position = 0
  private var stage: Stage
  private var reason: String?

  /// Starts on a month; a draft that is there is offered first.
  ///
  /// - Parameter reason: why the month is corrected, where that was said already.
  init(
    history: History, month: Month, draft: HistoryStore.SavedDraft?, recordedAt: String,
    because reason: String? = nil
  ) {
    answers = RecordAnswers(
      history: history, month: month, steps: RecordSteps(history: history, month: month).all,
      recordedAt: recordedAt)
    stage = draft.map(Stage.offer) ?? .question
    self.reason = reason
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
    case .offer: return "Go on with it? yes, new to begin again, or leave> "
    case .confirmation: return "Record this? yes, back or leave> "
    case .reason: return "Why is it corrected? A reason, back or leave> "
    case .question:
      guard let step else { return "> " }
      let passed = answers.passed.contains(step.id) ? " [skip]" : ""
      let usual = answers.usual(of: step).map { " [\($0)]" } ?? passed
      let remainder =
        isCohort(step)
        ? answers.remainder(at: step).map { ", \($0) not in a cohort yet" } ?? "" : ""
      return "\(step.title)\(usual)\(remainder)> "
    }
  }

  /// The answers as they are kept for later: the question, the answer, and `skip` where it was
  /// passed over or `later` where it stands behind the question that was left.
  var draft: String {
    var writer = CSVWriter()
    for (index, step) in answers.steps.enumerated() {
      if let answer = answers.answers[step.id] {
        writer.append([step.id, answer, index < position ? "" : "later"])
      } else if index < position || answers.passed.contains(step.id) {
        writer.append([step.id, "", index < position ? "skip" : "later"])
      }
    }
    return writer.text
  }

  /// Has the dialog ask why a month that was published is corrected.
  mutating func askForReason() { stage = .reason }

  /// Takes a line.
  ///
  /// - Throws: `GrammarError` or `ConsoleError` for an answer that does not fit; the question stays.
  mutating func take(_ line: String) throws -> Outcome {
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch stage {
    case .offer(let draft): return try offer(text.lowercased(), draft)
    case .confirmation: return try confirm(text)
    case .reason: return try explain(text)
    case .question: return try answer(text)
    }
  }

  private mutating func offer(
    _ text: String, _ draft: HistoryStore.SavedDraft
  ) throws -> Outcome {
    switch text {
    case "new": stage = .question
    case "yes", "y", "":
      stage = .question
      resume(draft.content)
      if step == nil { return try review() }
    case "leave", "quit", "no", "n":
      return .ends(
        "It stays as it is. Go on with: record \(month.inWords.lowercased())", keepsDraft: true)
    default: return .goesOn("Type yes to go on with the entry, new to begin again, or leave.")
    }
    return .goesOn(greeting)
  }

  private mutating func resume(_ content: String) {
    let places = Dictionary(
      answers.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var parser = CSVParser(bytes: Array(content.utf8), file: "draft")
    while let fields = (try? parser.next())?.fields, fields.count == 3 {
      guard let place = places[fields[0]] else { continue }
      let step = answers.steps[place]
      if fields[1].isEmpty { answers.pass(step) } else { try? answers.take(fields[1], for: step) }
      if fields[2] != "later" { position = max(position, place + 1) }
    }
  }

  private mutating func answer(_ text: String) throws -> Outcome {
    guard let step else { return try review() }
    switch text.lowercased() {
    case "?", "help": return .goesOn(greeting)
    case "back":
      position = max(0, position - 1)
      return .goesOn(nil)
    case "leave", "quit": return leave
    case "next":
      while let here = self.step, here.section == step.section {
        if answers.answers[here.id] == nil { answers.pass(here) }
        position += 1
      }
    case "skip", "-":
      answers.pass(step)
      position += 1
    case "":
      if let usual = answers.usual(of: step) {
        try answers.take(usual, for: step)
      } else {
        answers.pass(step)
      }
      position += 1
    default:
      try answers.take(text, for: step)
      position += 1
    }
    guard let next = self.step else { return try review() }
    return .goesOn(next.section == step.section ? nil : next.section)
  }

  /// What is said to one who leaves; an entry without an answer is not kept.
  private var leave: Outcome {
    guard answers.hasFigures else {
      return .ends("Nothing was answered, so nothing is kept.", keepsDraft: false)
    }
    return .ends(
      "Kept for later; nothing is recorded yet. Go on with: record \(month.inWords.lowercased())",
      keepsDraft: true)
  }

  /// Shows what would be recorded and which checks would fail, and asks.
  private mutating func review() throws -> Outcome {
    let observations = try answers.observations()
    guard !observations.isEmpty else {
      return .ends("Nothing was answered, so nothing is recorded.", keepsDraft: false)
    }
    stage = .confirmation
    return .reviews(
      RecordReview(history: answers.history, month: month, observations: observations).document)
  }

  private mutating func confirm(_ text: String) throws -> Outcome {
    var words = text.split(separator: " ", maxSplits: 1).map(String.init)[...]
    switch words.popFirst()?.lowercased() {
    case "yes", "y":
      guard let rest = words.first else {
        return .records(try answers.observations(), because: reason)
      }
      return try explain(rest)
    case "back":
      stage = .question
      position = max(0, answers.steps.count - 1)
      return .goesOn(nil)
    case "leave", "quit", "no", "n": return leave
    default:
      return .goesOn("Type yes to record, back to change an answer, leave to keep it for later.")
    }
  }

  /// Takes a reason, with or without the word because and quotation marks.
  private mutating func explain(_ text: String) throws -> Outcome {
    switch text.lowercased() {
    case "back":
      stage = .question
      position = max(0, answers.steps.count - 1)
      return .goesOn(nil)
    case "leave", "quit": return leave
    default: break
    }
    var words = try Lexer.tokens(of: text).map(\.text)[...]
    if words.first?.lowercased() == "because" { words.removeFirst() }
    guard !words.isEmpty else {
      return .goesOn("Type in a few words why the figures change, such as: late return")
    }
    reason = words.joined(separator: " ")
    return .records(try answers.observations(), because: reason)
  }

  private var step: RecordStep? {
    answers.steps.indices.contains(position) ? answers.steps[position] : nil
  }

  private func isCohort(_ step: RecordStep) -> Bool {
    answers.history.scheme.cohorts.contains { $0.id.rawValue == step.id }
  }
}

import CSV
import LookedAfter

/// A question that committees and managers ask again and again, and what answers it.
public struct StandingQuestion: Equatable, Sendable {
  /// A short id, unique in the list.
  public let id: String
  /// The question, in our own words.
  public let question: String
  /// The meanings and words that it has, its own wording among them.
  public let words: Set<String>
  /// What has to be asked for it to be meant: of each set, one.
  let must: [Set<String>]
  /// Other ways in which it is asked, as words in order.
  let phrases: [[String]]
  /// What answers it: the ids of answers, or of measures.
  public let answers: [String]
  /// Who asked it first.
  public let source: String
  /// What has to be kept in mind with every answer to it; empty for nothing.
  public let note: String
  /// Why no record of this kind answers it, and what would be needed; nil where one may.
  public let reason: String?

  /// The answer of a question that is known and cannot be answered from counts of children.
  static let notHeld = "not-held"

  /// Reads a row of the list.
  ///
  /// - Throws: `CSVError` with the place of what is missing.
  init(
    _ record: CSVRecord, of table: CSVTable, meanings: QuestionMeanings
  ) throws(CSVError) {
    id = try table.required("id", of: record)
    question = try table.required("question", of: record)
    let wording = try table.required("words", of: record)
    let also = table.value("also", of: record)?.split(separator: ";").map(String.init) ?? []
    words = Set((also + [wording, question]).flatMap { meanings.meanings(of: $0) })
      .subtracting([QuestionMeanings.none])
    must = try table.required("must", of: record).split(separator: " ").map {
      Set($0.split(separator: "|").map(String.init))
    }
    phrases = ([question] + also).map(QuestionMeanings.words)
    answers = try table.required("answer", of: record).split(separator: " ").map(String.init)
    source = try table.required("source", of: record)
    note = table.value("note", of: record) ?? ""
    guard answers == [Self.notHeld] else {
      reason = nil
      return
    }
    reason =
      "This cannot be answered from the record: \(try table.required("why", of: record)); it would need"
      + " \(try table.required("needed", of: record))"
  }

  /// Whether words in order, each in all its readings, are one of the wordings of the question.
  func isAsked(by typed: [Set<String>]) -> Bool {
    phrases.contains { phrase in
      phrase.count == typed.count && zip(phrase, typed).allSatisfy { $1.contains($0) }
    }
  }

  /// Whether everything was asked that has to be.
  func isPossible(for asked: [Set<String>]) -> Bool {
    must.allSatisfy { one in asked.contains { !$0.isDisjoint(with: one) } }
  }
}

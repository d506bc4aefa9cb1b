import CSV

/// A question that committees and managers ask again and again, and what answers it.
public struct StandingQuestion: Equatable, Sendable {
  /// A short id, unique in the list.
  public let id: String
  /// The question, in our own words.
  public let question: String
  /// The words by which it is found.
  public let words: Set<String>
  /// What answers it: the id of an answer, or of a measure.
  public let answer: String
  /// Who asked it first.
  public let source: String

  /// Reads the list: the columns `id`, `question`, `words`, `answer`, `asked` and `source`.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  /// - Throws: `CSVError` with the place of what cannot be taken.
  public static func read(bytes: [UInt8], file: String) throws(CSVError) -> [StandingQuestion] {
    let table = try CSVTable(
      bytes: bytes, file: file, required: ["id", "question", "words", "answer", "asked", "source"],
      known: [])
    var questions: [StandingQuestion] = []
    for record in table.records {
      let question = try table.required("question", of: record)
      let words = try table.required("words", of: record)
      questions.append(
        StandingQuestion(
          id: try table.required("id", of: record), question: question,
          words: Set(Self.words(of: words + " " + question)),
          answer: try table.required("answer", of: record),
          source: try table.required("source", of: record)))
    }
    return questions
  }

  /// The question that is meant by some words: the one that shares the most of them; nil when none
  /// shares more than the others, or fewer than half of the telling ones are shared.
  public static func meant(
    by text: String, among questions: [StandingQuestion]
  ) -> StandingQuestion? {
    if let exact = questions.first(where: { $0.id == text.lowercased() }) { return exact }
    // A word that few questions have tells more than one that all have.
    let asked = Set(words(of: text)).subtracting(filler)
    guard !asked.isEmpty else { return nil }
    var weights: [String: Double] = [:]
    for word in asked {
      let count = questions.count { $0.words.contains(word) }
      weights[word] = count == 0 ? 0 : 1 / Double(count)
    }
    let known = asked.count { (weights[$0] ?? 0) > 0 }
    guard known * 2 >= asked.count else { return nil }
    let scores = questions.map { question in
      question.words.intersection(asked).sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
    }
    guard let best = scores.max(), best > 0 else { return nil }
    let found = questions.indices.filter { abs(scores[$0] - best) < 1e-9 }
    return found.count == 1 ? found.first.map { questions[$0] } : nil
  }

  /// Words that every question has.
  private static let filler: Set<String> = [
    "a", "an", "and", "are", "at", "be", "by", "do", "does", "for", "have", "how", "in", "is", "it",
    "many", "of", "on", "or", "the", "their", "there", "to", "was", "we", "were", "what", "who",
    "children", "child", "much", "our", "so", "far", "now", "still", "with",
  ]

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

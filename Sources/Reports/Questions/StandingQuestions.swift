import CSV
import LookedAfter

/// The standing questions, and how one is found in what somebody asks.
public struct StandingQuestions: Sendable {
  /// Every question, in the order of the list.
  public let questions: [StandingQuestion]
  private let meanings: QuestionMeanings
  private let vocabulary: Set<String>

  /// Reads the list: the columns `id`, `question`, `must`, `words`, `answer`, `asked` and `source`,
  /// and for some questions `also`, other ways to ask parted by semicolons, a `note` for every
  /// answer, `why` there is none and what would be `needed`.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  ///   - meanings: which words mean the same.
  /// - Throws: `CSVError` with the place of what cannot be taken.
  public init(bytes: [UInt8], file: String, meanings: QuestionMeanings) throws(CSVError) {
    let table = try CSVTable(
      bytes: bytes, file: file,
      required: ["id", "question", "must", "words", "answer", "asked", "source"],
      known: ["also", "note", "why", "needed"])
    var questions: [StandingQuestion] = []
    for record in table.records {
      questions.append(try StandingQuestion(record, of: table, meanings: meanings))
    }
    self.questions = questions
    self.meanings = meanings
    vocabulary = meanings.vocabulary.union(
      questions.flatMap { $0.words.union($0.phrases.joined()) })
  }

  /// What was meant by some words.
  public enum Meaning: Equatable, Sendable {
    /// One question, beyond doubt.
    case question(StandingQuestion)
    /// Not clear: the nearest questions, at most three, and none where no word is known.
    case unclear([StandingQuestion])
  }

  /// The question that is meant by some words, small slips of the keyboard forgiven.
  ///
  /// An id, and a question in one of its own wordings, is meant beyond doubt. Other words mean the
  /// question whose necessary meanings they all have and that shares the most telling ones, if it
  /// shares nearly all that were typed and no other comes near. A meaning that few questions have
  /// tells more than one that many have. A month or a year that a question does not name asks for
  /// another day than the month in view, and is not answered by guess.
  public func meaning(of text: String) -> Meaning {
    let id = text.lowercased()
    if let exact = questions.first(where: { $0.id == id }) { return .question(exact) }
    let typed = QuestionMeanings.words(of: text).map {
      QuestionMeanings.readings(of: $0, among: vocabulary)
    }
    if let exact = questions.first(where: { $0.isAsked(by: typed) }) { return .question(exact) }
    let asked = Array(
      Set(meanings.meanings(of: typed).filter { !$0.contains(QuestionMeanings.none) }))
    let scored = ranked(asked)
    let possible = scored.filter { $0.question.isPossible(for: asked) }
    guard let best = possible.first else { return .unclear(scored.prefix(3).map(\.question)) }
    let next = possible.dropFirst().first?.score ?? 0
    let isWhole = best.shared * 4 >= asked.count * 3
    let isOfAnotherTime = asked.contains {
      $0.contains(where: Self.isTime) && $0.isDisjoint(with: best.question.words)
    }
    if isWhole, !isOfAnotherTime, best.score > next * 1.15 { return .question(best.question) }
    return .unclear(
      (possible + scored.filter { !$0.question.isPossible(for: asked) }).prefix(3).map(\.question))
  }

  /// The questions that share a meaning with what was asked, the most telling ones first.
  private func ranked(
    _ asked: [Set<String>]
  ) -> [(question: StandingQuestion, score: Double, shared: Int)] {
    let weights = Dictionary(
      asked.joined().map { word in
        (word, 1 / Double(max(1, questions.count { $0.words.contains(word) })))
      }
    ) { first, _ in first }
    return questions.map { question -> (question: StandingQuestion, score: Double, shared: Int) in
      let shared = asked.compactMap { readings in
        readings.filter(question.words.contains).compactMap { weights[$0] }.max()
      }.sorted()
      return (question, shared.reduce(0, +), shared.count)
    }.filter { $0.score > 0 }.enumerated().sorted {
      ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset)
    }.map(\.element)
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec",
  ]

  /// Whether a word is the name of a month, or a year.
  static func isTime(_ word: String) -> Bool {
    months.contains(word) || word.count == 4 && Int(word).map { 1900..<2100 ~= $0 } ?? false
  }
}

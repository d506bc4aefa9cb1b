import CSV
import LookedAfter

/// A question that committees and managers ask again and again, and what answers it.
public struct StandingQuestion: Equatable, Sendable {
  /// A short id, unique in the list.
  public let id: String
  /// The question, in our own words.
  public let question: String
  /// The words by which it is found.
  public let words: Set<String>
  /// Other ways in which it is asked, as words in order.
  let phrases: [[String]]
  /// What answers it: the id of an answer, or of a measure.
  public let answer: String
  /// Who asked it first.
  public let source: String
  /// Why no record of this kind answers it; nil where one may.
  public let reason: String?

  /// The answer of a question that is known and cannot be answered from counts of children.
  static let notHeld = "not-held"

  /// Reads the list: the columns `id`, `question`, `words`, `answer`, `asked` and `source`, and for
  /// some questions `also`, other ways to ask parted by semicolons, and `why` there is no answer.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  /// - Throws: `CSVError` with the place of what cannot be taken.
  public static func read(bytes: [UInt8], file: String) throws(CSVError) -> [StandingQuestion] {
    let table = try CSVTable(
      bytes: bytes, file: file, required: ["id", "question", "words", "answer", "asked", "source"],
      known: ["also", "why"])
    var questions: [StandingQuestion] = []
    for record in table.records {
      let question = try table.required("question", of: record)
      let words = try table.required("words", of: record)
      let also = table.value("also", of: record)?.split(separator: ";").map(String.init) ?? []
      let answer = try table.required("answer", of: record)
      questions.append(
        StandingQuestion(
          id: try table.required("id", of: record), question: question,
          words: Set(QuestionWords.all(of: words + " " + question)),
          phrases: ([question] + also).map(QuestionWords.all), answer: answer,
          source: try table.required("source", of: record),
          reason: answer == notHeld ? try table.required("why", of: record) : nil))
    }
    return questions
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
  /// question that shares the most telling ones, if it shares nearly all that were typed and no other
  /// question comes near. A word that few questions have tells more than one that many have.
  public static func meaning(
    of text: String, among questions: [StandingQuestion]
  ) -> Meaning {
    let id = text.lowercased()
    if let exact = questions.first(where: { $0.id == id }) { return .question(exact) }
    let vocabulary = Set(questions.flatMap { $0.words.union($0.phrases.joined()) })
    let typed = QuestionWords.all(of: text).map {
      QuestionWords.readings(of: $0, among: vocabulary)
    }
    if let exact = questions.first(where: { $0.isAsked(by: typed) }) { return .question(exact) }
    let asked = Set(typed.filter { !$0.contains(where: QuestionWords.filler.contains) })
    let weights = Dictionary(
      asked.joined().map { word in (word, questions.count { $0.words.contains(word) }) }
    ) { first, _ in first }
    let scored = questions.map {
      question -> (question: StandingQuestion, score: Double, shared: Int) in
      let shared = asked.compactMap { word in
        word.filter(question.words.contains).map { 1 / Double(max(1, weights[$0] ?? 1)) }.max()
      }.sorted()
      return (question, shared.reduce(0, +), shared.count)
    }.filter { $0.score > 0 }.enumerated().sorted {
      ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset)
    }.map(\.element)
    guard let best = scored.first else { return .unclear([]) }
    let next = scored.dropFirst().first?.score ?? 0
    let isWhole = best.shared * 4 >= asked.count * 3
    if isWhole, best.score > next * 1.15 { return .question(best.question) }
    return .unclear(scored.prefix(3).map(\.question))
  }
}

extension StandingQuestion {
  /// Whether words in order, each in all its readings, are one of the wordings of the question.
  fileprivate func isAsked(by typed: [[String]]) -> Bool {
    phrases.contains { phrase in
      phrase.count == typed.count && zip(phrase, typed).allSatisfy { $1.contains($0) }
    }
  }
}

/// The words of questions.
enum QuestionWords {
  /// Words that every question has.
  static let filler: Set<String> = [
    "a", "an", "and", "are", "at", "be", "by", "can", "did", "do", "does", "for", "have", "how",
    "i", "in", "is", "it", "many", "me", "of", "on", "or", "please", "show", "tell", "the", "their",
    "there", "to", "was", "we", "were", "what", "who", "child", "children", "much", "our", "so",
    "far", "now", "still", "with",
  ]

  /// The words of a text in order: lower case, a plural as its singular.
  static func all(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { singular(String($0)) }
  }

  /// A word or, where nobody uses it, the words that are a slip away from it.
  static func readings(of word: String, among vocabulary: Set<String>) -> [String] {
    guard word.count >= 4, !vocabulary.contains(word), !filler.contains(word) else { return [word] }
    let near = Nearest.names(
      to: word, among: vocabulary.filter { $0.count >= 4 }.sorted(), within: word.count < 7 ? 1 : 2)
    return near.isEmpty ? [word] : near
  }

  private static func singular(_ word: String) -> String {
    word.count > 3 && word.hasSuffix("s") && !filler.contains(word) && !word.hasSuffix("ss")
      ? String(word.dropLast()) : word
  }
}

import CSV
import LookedAfter

/// What the words of questions mean: a table of the words and phrases that mean the same.
public struct QuestionMeanings: Sendable {
  /// The meaning of words that every question may have.
  static let none = "none"

  /// Phrases by their first word, the longest first.
  private var phrases: [String: [(words: [String], meaning: String)]] = [:]
  /// Every word that has a meaning.
  private(set) var vocabulary: Set<String> = []

  /// Reads the table: the columns `meaning` and `words`, the words and phrases parted by semicolons.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  /// - Throws: `CSVError` with the place of what cannot be taken.
  public init(bytes: [UInt8], file: String) throws(CSVError) {
    let table = try CSVTable(
      bytes: bytes, file: file, required: ["meaning", "words"], known: [])
    for record in table.records {
      let meaning = try table.required("meaning", of: record)
      for phrase in try table.required("words", of: record).split(separator: ";") {
        let words = Self.words(of: String(phrase))
        guard let first = words.first else { continue }
        phrases[first, default: []].append((words, meaning))
        vocabulary.formUnion(words)
      }
    }
    for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// The words of a text in order: lower case, a plural as its singular.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { singular(String($0)) }
  }

  /// The meanings of a text in order; a word that has none stands for itself.
  func meanings(of text: String) -> [String] {
    meanings(of: Self.words(of: text).map { [$0] }).flatMap { $0 }
  }

  /// The meanings of words in order, each word in all its readings; the longest phrase counts.
  func meanings(of words: [Set<String>]) -> [Set<String>] {
    var meanings: [Set<String>] = []
    var place = 0
    while place < words.count {
      let found = words[place].flatMap { phrases[$0] ?? [] }.filter { phrase, _ in
        place + phrase.count <= words.count
          && phrase.indices.allSatisfy { words[place + $0].contains(phrase[$0]) }
      }
      let length = found.map(\.words.count).max() ?? 1
      let longest = found.filter { $0.words.count == length }.map(\.meaning)
      meanings.append(longest.isEmpty ? words[place] : Set(longest))
      place += length
    }
    return meanings
  }

  /// A word or, where nobody uses it, the words that are a slip away from it.
  static func readings(of word: String, among vocabulary: Set<String>) -> Set<String> {
    guard word.count >= 4, !vocabulary.contains(word), word.contains(where: \.isLetter),
      !StandingQuestions.isTime(word)
    else { return [word] }
    let near = Nearest.names(
      to: word, among: vocabulary.filter { $0.count >= 4 }.sorted(), within: word.count < 7 ? 1 : 2)
    return near.isEmpty ? [word] : Set(near)
  }

  private static func singular(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
      word != "this", word != "does"
    else { return word }
    return String(word.dropLast())
  }
}

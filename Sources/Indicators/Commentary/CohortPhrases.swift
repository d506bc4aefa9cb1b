import LookedAfter

/// The words by which a commentary names a cohort, from the scheme's names.
enum CohortPhrases {
  /// Words that a phrase may have between its own.
  static let small: Set = ["a", "an", "the", "to", "of", "on", "in", "with", "under", "for", "by"]

  /// The stems of each name: of the full name, of the short one, and of an id that is an
  /// abbreviation. A name of one ordinary word is left out, for it means other things as well.
  static func of(_ cohort: Cohort) -> [[String]] {
    let names = [cohort.name.prefix { $0 != "(" }, cohort.shortName[...]].map(String.init)
    var phrases = names.filter { !$0.contains(",") }.compactMap { name -> [String]? in
      let words = CommentarySentence.sentences(of: name).flatMap(\.words)
        .filter { !$0.isMark && !small.contains($0.text) }.map(\.stem)
      let isAbbreviation = words.count == 1 && name.allSatisfy { $0.isUppercase }
      let isSection = words.count == 1 && words[0].contains(where: \.isNumber)
      return words.count > 1 || isAbbreviation || isSection ? words : nil
    }
    if cohort.id.rawValue.count <= 4 { phrases.append([cohort.id.rawValue]) }
    return phrases.sorted { $0.count > $1.count }
  }

  /// Takes a phrase off the words, small words between its own passed over.
  static func take(_ phrase: [String], from words: inout ArraySlice<CommentaryWord>) -> Bool {
    var rest = words
    for (place, wanted) in phrase.enumerated() {
      while place > 0, let word = rest.first, small.contains(word.text) { rest.removeFirst() }
      guard rest.popFirst()?.stem == wanted else { return false }
    }
    words = rest
    return true
  }
}

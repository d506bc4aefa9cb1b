/// The part at the beginning that several texts share.
enum CommonPrefix {
  /// The longest beginning that all texts share, compared by `Character`.
  static func exact(_ texts: [String]) -> String {
    shared(texts) { $0 }
  }

  /// The same without regard to capital letters, written as in the first text.
  static func ignoringCase(_ texts: [String]) -> String {
    shared(texts) { Character(caseless: $0) }
  }

  /// What to put in the place of `typed` when the candidates are `texts`: never shorter than
  /// what was typed, and `typed` itself when they agree on nothing further.
  static func extending(_ typed: String, _ texts: [String]) -> String {
    let exact = exact(texts)
    if exact.count >= typed.count, isBeginning(typed, of: exact) { return exact }
    let caseless = ignoringCase(texts)
    return caseless.count > typed.count && isBeginning(typed, of: caseless) ? caseless : typed
  }

  private static func isBeginning(_ typed: String, of text: String) -> Bool {
    typed.count == ignoringCase([text, typed]).count
  }

  private static func shared(
    _ texts: [String], comparing key: (Character) -> Character
  ) -> String {
    guard let first = texts.first else { return "" }
    var prefix = first[...]
    for text in texts.dropFirst() {
      let length = zip(prefix, text).prefix { key($0) == key($1) }.count
      prefix = prefix.prefix(length)
    }
    return String(prefix)
  }
}

extension Character {
  /// The small letter of this one, where that is a single character.
  fileprivate init(caseless character: Character) {
    let small = character.lowercased()
    self = small.count == 1 ? small.first ?? character : character
  }
}

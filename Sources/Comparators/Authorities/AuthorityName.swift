/// The names of authorities as people write them, brought to a form in which they can be compared.
enum AuthorityName {
  /// Words that stand after the name of a place: `Shropshire Council`.
  private static let endings: Set<String> = [
    "council", "county", "city", "borough", "metropolitan", "district", "unitary", "authority",
    "corporation",
  ]

  /// Words that stand before the name of a place: `London Borough of Camden`.
  private static let beginnings: Set<String> = [
    "the", "royal", "london", "metropolitan", "borough", "city", "county", "council", "district",
    "of",
  ]

  /// Whether a word says what an authority is, not where.
  static func isCommon(_ word: Substring) -> Bool {
    endings.contains(String(word)) || beginnings.contains(String(word))
  }

  /// A name in small letters, with single blanks and without punctuation: `St. Helens` and
  /// `Stoke-on-Trent` become `st helens` and `stoke on trent`; `&` is `and`.
  static func key(_ name: String) -> String {
    var text = ""
    for character in name.lowercased() {
      if character == "&" {
        text += " and "
      } else if character.isLetter || character.isNumber {
        text.append(character)
      } else if character != ".", character != "'", character != "’" {
        text.append(" ")
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// What a person may mean: the text as it is, without what follows the place, and without what
  /// stands before it. None when there is no letter or digit in it.
  static func forms(of text: String) -> [String] {
    let words = key(text).split(separator: " ").map(String.init)
    let withoutEnding = Array(
      words.reversed().drop { endings.contains($0) }.reversed())
    let place = withoutEnding.drop { beginnings.contains($0) }
    let forms = [words, withoutEnding, Array(place)].map { $0.joined(separator: " ") }
    return forms.reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  /// Whether a part stands at the beginning of a word of a name.
  static func hasWord(_ name: String, _ part: String) -> Bool {
    " \(name)".contains(" \(part)")
  }

  /// Whether a part stands anywhere in a name.
  static func contains(_ name: String, _ part: String) -> Bool { name.contains(part) }
}

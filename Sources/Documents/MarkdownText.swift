/// Text escaped for Markdown, as CommonMark, GitHub and pandoc read it, and only where they would
/// read a mark: `65.00`, `−2` and `+3` stay as they are.
enum MarkdownText {
  /// Text inside a line: in a table cell, or after a mark of our own.
  static func inline(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      if isMark(character, before, after)
        || (character == "&" && startsEntity(characters[(index + 1)...]))
      {
        result.append("\\")
      }
      result.append(character)
    }
    return result
  }

  /// Text that begins a block, where a list, a heading or a caption might start as well.
  static func block(_ text: String) -> String {
    let escaped = inline(text)
    guard let first = escaped.first else { return escaped }
    let rest = escaped.dropFirst()
    let endsWord = rest.first == nil || rest.first == " "
    if "#>:=".contains(first) || ("+-".contains(first) && (endsWord || rest.first == first)) {
      return "\\" + escaped
    }
    if escaped.lowercased().hasPrefix("table:") {
      return escaped.prefix(5) + "\\" + escaped.dropFirst(5)
    }
    // A numbered example in pandoc.
    if escaped.hasPrefix("(@") { return "\\" + escaped }
    return enumerator(escaped) ?? escaped
  }

  /// A heading: a number sign at its end would be taken for a closing one.
  static func heading(_ text: String) -> String {
    let escaped = inline(text)
    return escaped.last == "#" ? escaped.dropLast() + "\\#" : escaped
  }

  private static func isMark(_ character: Character, _ before: Character, _ after: Character)
    -> Bool
  {
    switch character {
    // `$` is mathematics, `^` and `~` raise and lower, `{` gives attributes in pandoc.
    case "\\", "`", "*", "|", "<", "[", "$", "^", "~", "{": true
    // Between letters an underscore is only itself.
    case "_": !(isWord(before) && isWord(after))
    // A citation in pandoc.
    case "@": !isWord(before) && (isWord(after) || after == "_" || after == "{")
    // Two hyphens become a dash in pandoc.
    case "-": before == "-" || after == "-"
    default: false
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// Whether an ampersand would be read as `&amp;` or `&#42;` together with what follows it.
  private static func startsEntity(_ rest: ArraySlice<Character>) -> Bool {
    let name = rest.prefix(40).prefix { isWord($0) || $0 == "#" }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// `1. `, `(a) ` or `iv) ` with its point or bracket escaped; nil when no list would begin.
  private static func enumerator(_ text: String) -> String? {
    let isBracketed = text.first == "("
    let label = text.dropFirst(isBracketed ? 1 : 0).prefix { $0.isASCII && isWord($0) }
    let tail = text.dropFirst(label.count + (isBracketed ? 1 : 0))
    guard let mark = tail.first, mark == ")" || (mark == "." && !isBracketed),
      tail.dropFirst().first == nil || tail.dropFirst().first == " "
    else { return nil }
    let isNumber = !label.isEmpty && label.allSatisfy(\.isNumber) && label.count <= 9
    let isRoman = !label.isEmpty && label.lowercased().allSatisfy { "ivxlcdm".contains($0) }
    guard isNumber || isRoman || label.count == 1 else { return nil }
    return isBracketed ? "\\" + text : label + "\\" + tail
  }
}

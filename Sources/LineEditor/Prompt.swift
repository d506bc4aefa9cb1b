/// A prompt made ready for libedit, which must be told which bytes take up no room.
struct Prompt: Equatable {
  /// The prompt with byte 1 before and after each run of escape sequences.
  let marked: String
  /// The columns it takes.
  let columns: Int
  /// The prompt without escape sequences.
  let plain: String

  private static let marker = "\u{01}"

  /// Takes bold and colour sequences (`ESC [ … m`) from `text`, or drops them when `colour` is
  /// false. Other control characters are always dropped.
  init(_ text: String, colour: Bool) {
    var pieces: [(escape: Bool, text: String)] = []
    func add(_ text: String, escape: Bool) {
      // libedit joins a sequence to the character after it, so two runs may never touch.
      if let last = pieces.indices.last, pieces[last].escape == escape {
        pieces[last].text += text
      } else if !text.isEmpty {
        pieces.append((escape, text))
      }
    }
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if let length = Prompt.styleLength(rest) {
        if colour {
          add(String(rest.prefix(length)), escape: true)
        }
        rest = rest.dropFirst(length)
        continue
      }
      if scalar.properties.generalCategory != .control {
        add(String(scalar), escape: false)
      }
      rest = rest.dropFirst()
    }
    // libedit loses a sequence at the very end, which is as a rule the one that ends the colour.
    if pieces.last?.escape == true {
      add(" ", escape: false)
    }
    plain = pieces.filter { !$0.escape }.map(\.text).joined()
    columns = DisplayWidth.of(plain)
    marked = pieces.map { $0.escape ? Prompt.marker + $0.text + Prompt.marker : $0.text }.joined()
  }

  /// The length of the style sequence that `text` begins with, if it does.
  private static func styleLength(_ text: Substring.UnicodeScalarView) -> Int? {
    guard text.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
    let body = text.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
    guard text.dropFirst(2 + body.count).first == "m" else { return nil }
    return 3 + body.count
  }
}

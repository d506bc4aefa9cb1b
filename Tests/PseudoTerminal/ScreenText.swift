/// Terminal output as text, for tests that look for words rather than layout.
public enum ScreenText {
  /// The text without escape sequences, carriage returns and bells. A cursor that moves back
  /// leaves what was written before: this is a record, not a picture of the screen.
  public static func plain(_ bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x1B: skipSequence(&rest)
      case 0x0A, 0x20...: kept.append(byte)
      default: break
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// How many of the bytes it takes, at the least, for `text` to be whole among them. It has to be
  /// there.
  static func length(of bytes: [UInt8], upToEndOf text: String) -> Int {
    var shortest = 0
    var longest = bytes.count
    while shortest < longest {
      let middle = (shortest + longest) / 2
      if plain(Array(bytes[..<middle])).contains(text) {
        longest = middle
      } else {
        shortest = middle + 1
      }
    }
    return longest
  }

  /// Skips what follows ESC: `[ … letter`, `] … bell`, or a single character with the blanks,
  /// brackets and the like that belong to it.
  private static func skipSequence(_ rest: inout ArraySlice<UInt8>) {
    switch rest.first {
    case UInt8(ascii: "["):
      rest = rest.dropFirst().drop { !(0x40...0x7E).contains($0) }.dropFirst()
    case UInt8(ascii: "]"):
      rest = rest.drop { $0 != 0x07 && $0 != 0x1B }.dropFirst()
    default:
      rest = rest.drop { (0x20...0x2F).contains($0) }.dropFirst()
    }
  }
}

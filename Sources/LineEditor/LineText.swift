/// The line as libedit hands it out: UTF-8 bytes with the cursor as a byte offset.
struct LineText: Equatable {
  /// The text to the left of the cursor.
  var before: String
  /// The text under the cursor and to its right.
  var after: String

  init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  /// Splits the bytes at the cursor. An offset that is outside the line counts as its nearest
  /// end; one within a character as that character's beginning.
  init(bytes: [UInt8], cursor: Int) {
    var place = min(max(cursor, 0), bytes.count)
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 {
      place -= 1
    }
    before = String(decoding: bytes[..<place], as: UTF8.self)
    after = String(decoding: bytes[place...], as: UTF8.self)
  }

  /// How many of libedit's characters (code points) the last few of Swift's, before the cursor,
  /// are made of: "e" with a combining accent is one here and two there.
  func codePoints(inLast count: Int) -> Int {
    before.suffix(max(count, 0)).unicodeScalars.count
  }
}

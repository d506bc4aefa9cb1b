/// Finds a code by its bytes, packed into one word: a table small enough to stay at hand while
/// millions of rows are read.
struct CodeTable<Code: StatutoryCode>: Sendable {
  /// What a lookup gives for bytes that are no code.
  static var unknown: UInt8 { 255 }

  private let words: [UInt64]
  private let values: [UInt8]

  init() {
    var words = [UInt64](repeating: .max, count: 256)
    var values = [UInt8](repeating: Self.unknown, count: 256)
    func put(_ word: UInt64, _ value: UInt8) {
      var slot = Self.slot(word)
      while words[slot] != .max { slot = (slot + 1) & 255 }
      words[slot] = word
      values[slot] = value
    }
    put(0, 0)
    for (index, text) in Code.texts.enumerated().dropFirst(2) {
      put(Self.pack(text), UInt8(index))
    }
    self.words = words
    self.values = values
  }

  /// The raw value of the code; `unknown` when there is none.
  @inline(__always)
  func value(of word: UInt64) -> UInt8 {
    words.withUnsafeBufferPointer { words in
      var slot = Self.slot(word)
      while true {
        if words[slot] == word { return values.withUnsafeBufferPointer { $0[slot] } }
        if words[slot] == .max { return Self.unknown }
        slot = (slot &+ 1) & 255
      }
    }
  }

  /// The first eight bytes of a text, the first one lowest.
  static func pack(_ text: String) -> UInt64 {
    text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  private static func slot(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }
}

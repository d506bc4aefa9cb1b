/// Finds the lines of a key in a file that is sorted by its first field.
enum SortedLines {
  /// Where the lines stand whose first field is `key`: from the first byte of the first to behind
  /// the last; empty when there is none. The header line is passed over.
  static func range(of key: String, in bytes: [UInt8]) -> Range<Int> {
    let key = Array(key.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var low = end(ofLineAt: 0, in: bytes)
      var high = bytes.count
      while low < high {
        let middle = start(ofLineAt: low + (high - low) / 2, from: low, in: bytes)
        if isFirstField(at: middle, before: key, in: bytes) {
          low = end(ofLineAt: middle, in: bytes)
        } else {
          high = middle
        }
      }
      var end = low
      while end < bytes.count, isFirstField(at: end, equalTo: key, in: bytes) {
        end = self.end(ofLineAt: end, in: bytes)
      }
      return low..<end
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func start(ofLineAt position: Int, from low: Int, in bytes: Bytes) -> Int {
    var start = position
    while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private static func end(ofLineAt position: Int, in bytes: Bytes) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, bytes.count)
  }

  private static func firstField(at start: Int, in bytes: Bytes) -> Slice<Bytes> {
    var end = start
    while end < bytes.count, !isEndOfField(bytes[end]) { end += 1 }
    return bytes[start..<end]
  }

  private static func isEndOfField(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte)
  }

  private static func isFirstField(at start: Int, before key: [UInt8], in bytes: Bytes) -> Bool {
    firstField(at: start, in: bytes).lexicographicallyPrecedes(key)
  }

  private static func isFirstField(at start: Int, equalTo key: [UInt8], in bytes: Bytes) -> Bool {
    firstField(at: start, in: bytes).elementsEqual(key)
  }
}

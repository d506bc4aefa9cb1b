/// Reads XML as far as a return needs it: elements and their text, one after another.
///
/// Attributes, comments, processing instructions and a document type are passed over; no entity but
/// the five of XML itself and characters by number is expanded, and nothing is ever fetched.
struct XMLScanner {
  enum Event {
    case start(name: Range<Int>)
    case text(Range<Int>)
    case end
    case finished
  }

  /// How deep elements may stand in one another.
  static let deepest = 32

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  private(set) var line = 1
  private(set) var depth = 0
  private var closesAtOnce = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// The next event; nil when the text is not well formed.
  mutating func next() -> Event? {
    if closesAtOnce {
      closesAtOnce = false
      depth -= 1
      return .end
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { step() }
        return .text(start..<position)
      }
      if has("<!--") {
        guard skip(to: "-->") else { return nil }
      } else if has("<![CDATA[") {
        position += 9
        let start = position
        guard skip(to: "]]>") else { return nil }
        return .text(start..<(position - 3))
      } else if has("<?") {
        guard skip(to: "?>") else { return nil }
      } else if has("<!") {
        // A document type: its own declarations stand in square brackets.
        var isInside = false
        while position < bytes.count {
          let byte = bytes[position]
          if byte == UInt8(ascii: "[") { isInside = true }
          if byte == UInt8(ascii: "]") { isInside = false }
          step()
          if byte == UInt8(ascii: ">"), !isInside { break }
        }
      } else if has("</") {
        guard depth > 0, skip(to: ">") else { return nil }
        depth -= 1
        return .end
      } else {
        return startTag()
      }
    }
    return depth == 0 ? .finished : nil
  }

  private mutating func startTag() -> Event? {
    position += 1
    let start = position
    while position < bytes.count, !isNameEnd(bytes[position]) { position += 1 }
    let name = start..<position
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      step()
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        closesAtOnce = bytes[position - 2] == UInt8(ascii: "/")
        depth += 1
        guard !name.isEmpty, depth <= Self.deepest else { return nil }
        return .start(name: name)
      }
    }
    return nil
  }

  private func isNameEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private mutating func step() {
    if bytes[position] == 0x0A { line += 1 }
    position += 1
  }

  private func has(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(to text: StaticString) -> Bool {
    while position < bytes.count {
      if has(text) {
        position += text.utf8CodeUnitCount
        return true
      }
      step()
    }
    return false
  }
}

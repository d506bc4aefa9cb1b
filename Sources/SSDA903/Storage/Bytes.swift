/// Writes numbers and texts one after the other, the lowest byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A count or another number that fits into 32 bits.
  mutating func append(count: Int) { append(Int32(truncatingIfNeeded: count)) }

  mutating func append(_ text: String) {
    append(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append<Element>(_ list: [Element], _ body: (inout ByteWriter, Element) -> Void) {
    append(count: list.count)
    for element in list { body(&self, element) }
  }
}

/// Reads what `ByteWriter` wrote. Nothing is believed: whatever does not fit is an error.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes cannot be what they should be.
  struct Broken: Error {}

  var isAtEnd: Bool { position == bytes.count }

  mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(Broken) -> Number {
    let size = Number.bitWidth / 8
    guard bytes.count - position >= size else { throw Broken() }
    var number: Number = 0
    for offset in (0..<size).reversed() {
      number = (size == 1 ? 0 : number << 8) | Number(truncatingIfNeeded: bytes[position + offset])
    }
    position += size
    return number
  }

  /// A number of things of which each takes at least a byte.
  mutating func count() throws(Broken) -> Int {
    let count = Int(try number(Int32.self))
    guard count >= 0, count <= bytes.count - position else { throw Broken() }
    return count
  }

  mutating func text() throws(Broken) -> String {
    let count = try count()
    defer { position += count }
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
      throw Broken()
    }
    return text
  }

  mutating func list<Element>(
    _ body: (inout ByteReader) throws(Broken) -> Element
  ) throws(Broken) -> [Element] {
    var list: [Element] = []
    for _ in 0..<(try count()) { list.append(try body(&self)) }
    return list
  }
}

/// Unpacks DEFLATE (RFC 1951).
struct Inflate {
  private let input: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8]
  private let limit: Int

  /// Unpacks some bytes.
  ///
  /// - Parameters:
  ///   - packed: the packed bytes.
  ///   - limit: how many bytes may come out.
  ///   - isCut: whether only the beginning is wanted: running out of input, or out of room, is then
  ///     the end rather than a fault.
  /// - Returns: nil when the bytes are not DEFLATE, or more than `limit` would come out.
  static func unpack(_ packed: [UInt8], limit: Int, isCut: Bool) -> [UInt8]? {
    packed.withUnsafeBufferPointer { input in
      var inflate = Inflate(input: input, limit: limit)
      do throws(Stop) {
        try inflate.blocks()
        return inflate.output
      } catch {
        return isCut && error != .broken ? inflate.output : nil
      }
    }
  }

  private enum Stop: Error { case broken, noInput, noRoom }

  private init(input: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    output = []
    output.reserveCapacity(min(limit, max(input.count, 1) * 12))
  }

  private mutating func blocks() throws(Stop) {
    var isFinal = false
    while !isFinal {
      isFinal = try take(1) == 1
      switch try take(2) {
      case 0: try storedBlock()
      case 1: try packedBlock(Self.fixedLengths, Self.fixedDistances)
      case 2:
        let (lengths, distances) = try codes()
        try packedBlock(lengths, distances)
      default: throw .broken
      }
    }
  }

  // MARK: Bits

  private mutating func fill() {
    while bitCount <= 56, place < input.count {
      bits |= UInt64(input[place]) << UInt64(bitCount)
      place += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) throws(Stop) -> Int {
    if bitCount < count {
      fill()
      guard bitCount >= count else { throw .noInput }
    }
    let value = Int(bits & (1 << UInt64(count) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  @inline(__always)
  private mutating func symbol(_ code: HuffmanCode) throws(Stop) -> Int {
    if bitCount < 15 { fill() }
    let entry = code.table[Int(bits & 0x7FFF)]
    let length = Int(entry & 15)
    guard length > 0 else { throw .broken }
    guard length <= bitCount else { throw .noInput }
    bits >>= UInt64(length)
    bitCount -= length
    return Int(entry >> 4)
  }

  // MARK: Blocks

  private mutating func storedBlock() throws(Stop) {
    _ = try take(bitCount & 7)
    let size = try take(16)
    guard try take(16) == ~size & 0xFFFF else { throw .broken }
    for _ in 0..<size {
      let byte = UInt8(try take(8))
      guard output.count < limit else { throw .noRoom }
      output.append(byte)
    }
  }

  private mutating func packedBlock(
    _ lengths: HuffmanCode, _ distances: HuffmanCode
  ) throws(Stop) {
    while true {
      let symbol = try symbol(lengths)
      if symbol < 256 {
        guard output.count < limit else { throw .noRoom }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol <= 285 else { throw .broken }
      let length = Self.lengthBases[symbol - 257] + (try take(Self.lengthExtras[symbol - 257]))
      let distanceSymbol = try self.symbol(distances)
      guard distanceSymbol < 30 else { throw .broken }
      let distance =
        Self.distanceBases[distanceSymbol] + (try take(max(0, distanceSymbol / 2 - 1)))
      guard distance <= output.count else { throw .broken }
      let wanted = min(length, limit - output.count)
      var from = output.count - distance
      for _ in 0..<wanted {
        output.append(output[from])
        from += 1
      }
      if wanted < length { throw .noRoom }
    }
  }

  // MARK: Codes

  private mutating func codes() throws(Stop) -> (HuffmanCode, HuffmanCode) {
    let lengthCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<codeCount {
      codeLengths[Self.codeOrder[index]] = UInt8(try take(3))
    }
    guard let code = HuffmanCode(codeLengths) else { throw .broken }
    var lengths: [UInt8] = []
    while lengths.count < lengthCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 0...15: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw .broken }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      default: lengths += Array(repeating: 0, count: try take(7) + 11)
      }
    }
    guard lengths.count == lengthCount + distanceCount,
      let first = HuffmanCode(Array(lengths.prefix(lengthCount))),
      let second = HuffmanCode(Array(lengths.dropFirst(lengthCount)))
    else { throw .broken }
    return (first, second)
  }

  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private static let lengthExtras = (0..<29).map { $0 == 28 ? 0 : max(0, $0 / 4 - 1) }

  private static let lengthBases: [Int] = {
    var bases: [Int] = []
    var next = 3
    for index in 0..<29 {
      bases.append(index == 28 ? 258 : next)
      next += 1 << max(0, index / 4 - 1)
    }
    return bases
  }()

  private static let distanceBases: [Int] = {
    var bases: [Int] = []
    var next = 1
    for index in 0..<30 {
      bases.append(next)
      next += 1 << max(0, index / 2 - 1)
    }
    return bases
  }()

  private static let fixedLengths =
    HuffmanCode(
      (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }) ?? HuffmanCode.empty

  private static let fixedDistances =
    HuffmanCode(Array(repeating: 5, count: 30)) ?? HuffmanCode.empty
}

/// A Huffman code as a table from the next 15 bits to a symbol and its length.
struct HuffmanCode: Sendable {
  /// The symbol shifted left by four, and its length in bits; 0 where there is none.
  let table: [UInt16]

  static let empty = HuffmanCode(table: Array(repeating: 0, count: 1 << 15))

  private init(table: [UInt16]) { self.table = table }

  /// The code whose symbols have these lengths; nil when no code has.
  init?(_ lengths: [UInt8]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var next = [Int](repeating: 0, count: 17)
    var code = 0
    for length in 1...15 {
      code = (code + counts[length - 1]) << 1
      next[length] = code
      guard code + counts[length] <= 1 << length else { return nil }
    }
    var table = [UInt16](repeating: 0, count: 1 << 15)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let code = next[Int(length)]
      next[Int(length)] += 1
      var reversed = 0
      for bit in 0..<Int(length) where code >> bit & 1 == 1 {
        reversed |= 1 << (Int(length) - 1 - bit)
      }
      let entry = UInt16(symbol << 4 | Int(length))
      for place in stride(from: reversed, to: 1 << 15, by: 1 << Int(length)) {
        table[place] = entry
      }
    }
    self.table = table
  }
}

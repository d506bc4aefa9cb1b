/// Makes inputs out of inputs: bytes changed, put in and taken out, words of the form put in, parts
/// moved, doubled and joined. The same random numbers make the same inputs.
public struct InputMutator: Sendable {
  private let inputs: [[UInt8]]
  private let words: [[UInt8]]
  private let mostBytes: Int

  /// Bytes that mean something to one form or another.
  private static let marks: [UInt8] = Array("\",;\n\r\t -=/<>&#'0129AZaz\u{0}".utf8) + [0x80, 0xFF]

  /// - Parameters:
  ///   - inputs: what to begin with.
  ///   - words: words of the form.
  ///   - mostBytes: how long an input may become.
  public init(inputs: [[UInt8]], words: [String], mostBytes: Int = 1 << 14) {
    self.inputs = inputs
    self.words = words.map { Array($0.utf8) }
    self.mostBytes = mostBytes
  }

  /// The next input.
  public func next(using random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = inputs.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes, &random) }
    return bytes.count > mostBytes ? Array(bytes.prefix(mostBytes)) : bytes
  }

  private func change(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where place < bytes.count: bytes[place] = .random(in: .min ... .max, using: &random)
    case 1 where place < bytes.count: bytes[place] = Self.marks.randomElement(using: &random) ?? 0
    case 2: bytes.insert(Self.marks.randomElement(using: &random) ?? 0, at: place)
    case 3: bytes.removeSubrange(place..<end)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 5:
      let other = inputs.randomElement(using: &random) ?? []
      let from = Int.random(in: 0...other.count, using: &random)
      bytes.replaceSubrange(place..., with: other[from...])
    case 6 where place < end:
      let digits = Array(String(Int64.random(in: .min ... .max, using: &random)).utf8)
      bytes.replaceSubrange(place..<min(end, place + 4), with: digits)
    default: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
    }
  }
}

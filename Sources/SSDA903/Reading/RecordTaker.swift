import CSV

/// A record as the scanner found it, for as long as its window stands.
struct Record {
  /// The first byte of the window, behind which at least 16 more bytes can be read than it holds.
  let base: UnsafeRawPointer

  /// The fields, of which `count` are there and the first `kept` are kept.
  let fields: UnsafeMutableBufferPointer<CSVField>

  let count: Int

  /// The line on which it begins, from 1 at the start of the stretch that is read.
  let line: UInt32

  /// A value without the blanks round it; nothing when the record has no such field.
  @inline(__always)
  func value(_ place: Int) -> (base: UnsafeRawPointer, count: Int) {
    guard place < count, place < fields.count else { return (base, 0) }
    let field = fields[place]
    var start = base + field.start
    var count = field.end &- field.start
    if count > 0 {
      let first = start.load(as: UInt8.self)
      let last = start.load(fromByteOffset: count &- 1, as: UInt8.self)
      if first <= 0x20 || last <= 0x20 || last == 0xA0 || first == 0xC2 {
        (start, count) = Self.trim(start, count)
      }
    }
    return (start, count)
  }

  /// The first bytes of a value in one word, the first one lowest; `count` of them, 0 to 8.
  @inline(__always)
  static func word(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let word = UInt64(littleEndian: base.loadUnaligned(as: UInt64.self))
    return count >= 8 ? word : word & ((1 &<< UInt64(count &* 8)) &- 1)
  }

  private static func trim(
    _ base: UnsafeRawPointer, _ count: Int
  ) -> (UnsafeRawPointer, Int) {
    let bytes = UnsafeRawBufferPointer(start: base, count: count)
    var start = 0
    var end = count
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return (base + start, end - start)
  }
}

/// What takes the records of a stretch of a file.
protocol RecordTaker {
  mutating func take(_ record: Record)

  /// A line that is no record.
  mutating func skip(line: UInt32)
}

/// Where the records of a stretch began and ended.
struct StretchEnds: Sendable {
  let start: Int
  let end: Int
  let lines: Int
}

/// The room that one thread reads with.
final class ReadingRoom {
  static let size = 1 << 20

  let bytes: UnsafeMutableRawBufferPointer
  let fields: UnsafeMutableBufferPointer<CSVField>

  init() {
    // Values are looked at eight and sixteen bytes at a time, so some more can be read.
    bytes = .allocate(byteCount: Self.size + 64, alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    fields = .allocate(capacity: 64)
    fields.initialize(repeating: CSVField(start: 0, end: 0))
  }

  deinit {
    bytes.deallocate()
    fields.deallocate()
  }
}

/// Reads the records of a stretch of a file: those that begin at or after the first line start from
/// `from` on, and before `to`.
///
/// - Parameter isLineStart: whether a line begins at `from`; if not, the first one after is found.
func readStretch(
  of source: any ByteSource, from: Int, to: Int, isLineStart: Bool, in room: ReadingRoom,
  into taker: inout some RecordTaker
) throws(ReturnError) -> StretchEnds {
  var offset = isLineStart ? from : from - 1
  var held = 0
  var isLast = false
  let bytes = UnsafeMutableRawBufferPointer(rebasing: room.bytes[..<ReadingRoom.size])
  var scanner = CSVScanner()

  func refill() throws(ReturnError) {
    if scanner.position > 0 {
      let rest = held - scanner.position
      if rest > 0 { memmoveBytes(bytes, from: scanner.position, count: rest) }
      offset += scanner.position
      scanner.rebase(by: scanner.position)
      held = rest
    }
    let free = UnsafeMutableRawBufferPointer(rebasing: bytes[held...])
    let count = try source.read(into: free, at: offset + held)
    held += count
    isLast = count < free.count || offset + held >= source.count
  }

  try refill()
  if !isLineStart {
    while !scanner.skipLine(in: window(bytes, held), isLast: isLast) {
      scanner.position = held
      try refill()
    }
    let position = scanner.position
    scanner = CSVScanner(position: position)
  }
  var start: Int?
  while true {
    let view = window(bytes, held)
    scanner.skipBlankLines(in: view, isLast: isLast)
    let isAtEnd = scanner.position >= held
    if isAtEnd, !isLast {
      try refill()
      continue
    }
    let place = offset + scanner.position
    if start == nil { start = place }
    if place >= to || isAtEnd {
      return StretchEnds(start: start ?? place, end: place, lines: scanner.line - 1)
    }
    let line = UInt32(truncatingIfNeeded: scanner.line)
    switch scanner.next(in: view, isLast: isLast, into: room.fields) {
    case .record(let count):
      if let base = view.baseAddress {
        taker.take(Record(base: base, fields: room.fields, count: count, line: line))
      }
    case .incomplete where scanner.position > 0 || held < bytes.count:
      try refill()
    case .incomplete, .broken:
      // A record as long as the room is none. The next line may be sound.
      taker.skip(line: line)
      while !scanner.skipLine(in: window(bytes, held), isLast: isLast) {
        scanner.position = held
        try refill()
      }
    case .end:
      return StretchEnds(start: start ?? place, end: place, lines: scanner.line - 1)
    }
  }
}

private func window(_ bytes: UnsafeMutableRawBufferPointer, _ count: Int) -> UnsafeRawBufferPointer {
  UnsafeRawBufferPointer(rebasing: bytes[..<count])
}

private func memmoveBytes(_ bytes: UnsafeMutableRawBufferPointer, from: Int, count: Int) {
  guard let base = bytes.baseAddress else { return }
  base.copyMemory(from: base + from, byteCount: count)
}

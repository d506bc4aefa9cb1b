import CSV

/// Where the records of a stretch began and ended.
struct StretchEnds: Sendable {
  let start: Int
  let end: Int
  let lines: Int
}

/// The room that one thread reads with.
final class ReadingRoom {
  static let size = 1 << 20

  /// A file with a longer line is none of the return's tables. Without an end to a line's length,
  /// every stretch of a file that is one line would be looked through to the end of the file.
  static let longestLine = 16 << 20

  /// A file with more columns is none of the return's tables.
  static let mostColumns = 256

  let bytes: UnsafeMutableRawBufferPointer
  let fields: UnsafeMutableBufferPointer<CSVField>

  init() {
    // Values are looked at eight and sixteen bytes at a time, so some more can be read.
    bytes = .allocate(byteCount: Self.size + 64, alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    fields = .allocate(capacity: Self.mostColumns)
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
/// - Parameters:
///   - name: what an error calls the source.
///   - isLineStart: whether a line begins at `from`; if not, the first one after is found.
/// - Throws: `ReturnError`, also for a line longer than any table has.
func readStretch(
  of source: any ByteSource, name: String, from: Int, to: Int, isLineStart: Bool,
  in room: ReadingRoom,
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

  func skipLine() throws(ReturnError) {
    let beginning = offset + scanner.position
    while !scanner.skipLine(in: window(bytes, held), isLast: isLast) {
      scanner.position = held
      guard offset + held - beginning < ReadingRoom.longestLine else {
        throw .notWhatItClaims(
          file: name, reason: "a line of it is longer than 16 MB, which no table of a return has")
      }
      try refill()
    }
  }

  try refill()
  if !isLineStart {
    try skipLine()
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
      try skipLine()
    case .end:
      return StretchEnds(start: start ?? place, end: place, lines: scanner.line - 1)
    }
  }
}

private func window(_ bytes: UnsafeMutableRawBufferPointer, _ count: Int) -> UnsafeRawBufferPointer
{
  UnsafeRawBufferPointer(rebasing: bytes[..<count])
}

private func memmoveBytes(_ bytes: UnsafeMutableRawBufferPointer, from: Int, count: Int) {
  guard let base = bytes.baseAddress else { return }
  base.copyMemory(from: base + from, byteCount: count)
}

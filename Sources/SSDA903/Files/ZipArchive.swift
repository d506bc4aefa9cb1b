import FileAccess

/// The list of files in a zip (APPNOTE 6.3.10), read from its end. Entries may be stored or deflated.
struct ZipArchive: Sendable {
  let entries: [ZipEntry]

  /// The largest file that is unpacked, and all of them together, in bytes.
  static let largestFile = 1 << 30
  static let largestTotal = 8 << 30

  /// How many times its packed size a file may have. The rows of a return come to 20 times at most;
  /// zeros, of which zip bombs are made, to 1,000.
  static let mostTimes = 200

  static func isZip(_ file: RandomAccessFile) throws(ReturnError) -> Bool {
    let mark = try file.bytes(at: 0, count: 4)
    return mark == [0x50, 0x4B, 3, 4] || mark == [0x50, 0x4B, 5, 6]
  }

  /// Reads the central directory.
  ///
  /// - Throws: `ReturnError.notWhatItClaims` when the zip is broken, encrypted, or would unpack to
  ///   more than it is allowed to.
  init(_ file: RandomAccessFile, name: String) throws(ReturnError) {
    func refuse(_ reason: String) -> ReturnError { .notWhatItClaims(file: name, reason: reason) }
    let broken = refuse("the zip is broken or not complete; make it again")
    // The end record stands before a comment of at most 65,535 bytes.
    let tailSize = min(file.count, 22 + 65_535)
    let tail = try file.bytes(at: file.count - tailSize, count: tailSize)
    let places = stride(from: tail.count - 22, through: 0, by: -1)
    guard
      let end = places.first(where: { tail[$0] == 0x50 && tail.number(4, at: $0) == 0x0605_4B50 }),
      let count = tail.number(2, at: end + 10), let size = tail.number(4, at: end + 12),
      let start = tail.number(4, at: end + 16)
    else { throw broken }
    guard count != 0xFFFF, start != 0xFFFF_FFFF else {
      throw refuse("the zip is of the 64-bit kind, which is not read; unpack it first")
    }
    guard start + size <= file.count else { throw broken }
    let directory = try file.bytes(at: start, count: size)
    var entries: [ZipEntry] = []
    var place = 0
    var total = 0
    var packedTotal = 0
    for _ in 0..<count {
      guard directory.number(4, at: place) == 0x0201_4B50,
        let flags = directory.number(2, at: place + 8),
        let method = directory.number(2, at: place + 10),
        let crc = directory.number(4, at: place + 16),
        let packed = directory.number(4, at: place + 20),
        let unpacked = directory.number(4, at: place + 24),
        let nameSize = directory.number(2, at: place + 28),
        let extraSize = directory.number(2, at: place + 30),
        let commentSize = directory.number(2, at: place + 32),
        let header = directory.number(4, at: place + 42),
        place + 46 + nameSize <= directory.count
      else { throw broken }
      let entryName = String(
        decoding: directory[(place + 46)..<(place + 46 + nameSize)], as: UTF8.self)
      place += 46 + nameSize + extraSize + commentSize
      if entryName.hasSuffix("/") { continue }
      if flags & 1 != 0 { throw refuse("the zip is encrypted; unpack it with its password first") }
      total += unpacked
      packedTotal += packed
      // Files that lie in one another, each packed in the same bytes, are more than the zip holds.
      guard unpacked <= Self.largestFile, total <= Self.largestTotal, header < file.count,
        packedTotal <= file.count, unpacked <= Self.mostTimes * (packed + 4096)
      else {
        throw refuse("the zip would unpack to more than it can hold; it is not a return")
      }
      entries.append(
        ZipEntry(
          name: entryName, method: method, crc: UInt32(crc), packedSize: packed, size: unpacked,
          headerOffset: header))
    }
    self.entries = entries
  }
}

/// One file in a zip.
struct ZipEntry: Sendable {
  let name: String
  let method: Int
  let crc: UInt32
  let packedSize: Int
  let size: Int
  let headerOffset: Int

  /// Unpacks the file, or its beginning.
  ///
  /// - Throws: `ReturnError` when it is packed in a way that is not read, or its contents are not
  ///   those that the zip promises.
  func unpack(
    from file: RandomAccessFile, name: String, atMost limit: Int
  ) throws(ReturnError) -> [UInt8] {
    func refuse(_ reason: String) -> ReturnError { .notWhatItClaims(file: name, reason: reason) }
    let broken = refuse("the zip is broken here; make it again")
    let header = try file.bytes(at: headerOffset, count: 30)
    guard header.number(4, at: 0) == 0x0403_4B50, let nameSize = header.number(2, at: 26),
      let extraSize = header.number(2, at: 28)
    else { throw broken }
    let start = headerOffset + 30 + nameSize + extraSize
    let isWhole = limit >= size
    // The beginning of a file needs no more than the beginning of what it is packed in.
    let packed = try file.bytes(at: start, count: isWhole ? packedSize : min(packedSize, limit * 2))
    if isWhole, packed.count < packedSize { throw broken }
    let bytes: [UInt8]
    switch method {
    case 0:
      bytes = packed.count > limit ? Array(packed.prefix(limit)) : packed
    case 8:
      guard let unpacked = Inflate.unpack(packed, limit: min(limit, size), isCut: !isWhole) else {
        throw broken
      }
      bytes = unpacked
    default:
      throw refuse("it is packed in a way that is not read; unpack the zip first")
    }
    if isWhole, bytes.count != size || CRC32.of(bytes) != crc { throw broken }
    return bytes
  }
}

extension RandomAccessFile {
  /// Bytes from a place; fewer when the file ends.
  func bytes(at offset: Int, count: Int) throws(ReturnError) -> [UInt8] {
    guard offset >= 0, offset < self.count, count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(count, self.count - offset))
    var failure: ReturnError?
    var size = 0
    bytes.withUnsafeMutableBytes { room in
      do throws(FileError) { size = try read(into: room, at: offset) } catch {
        failure = .unreadable("\(error)")
      }
    }
    if let failure { throw failure }
    return size == bytes.count ? bytes : Array(bytes.prefix(size))
  }
}

extension [UInt8] {
  /// A number of two or four bytes, the lowest first; nil behind the end.
  func number(_ size: Int, at place: Int) -> Int? {
    guard place >= 0, place + size <= count else { return nil }
    return (0..<size).reversed().reduce(0) { $0 << 8 | Int(self[place + $1]) }
  }
}

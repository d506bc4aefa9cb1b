/// Files packed in one zip, uncompressed: the same files give the same bytes on every machine.
///
/// Stored and not deflated, for papers are small and nothing has to be trusted with their bytes. The
/// day of every file is 1 January 1980, the first that a zip can hold.
public struct ZipArchive: Sendable {
  private var files: [(name: [UInt8], checksum: UInt32, size: UInt32, offset: UInt32)] = []
  private var body: [UInt8] = []

  /// An empty archive.
  public init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: its path in the archive, with `/` between folders.
  ///   - bytes: what is in it.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    let file = (
      name: Array(name.utf8), checksum: CRC32.checksum(bytes), size: UInt32(clamping: bytes.count),
      offset: UInt32(clamping: body.count)
    )
    body.append(littleEndian: 0x0403_4B50 as UInt32)
    body += Self.fields(file)
    body.append(littleEndian: 0 as UInt16)
    body += file.name
    body += bytes
    files.append(file)
  }

  /// Adds a text in UTF-8.
  public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// The archive.
  public var bytes: [UInt8] {
    var directory: [UInt8] = []
    for file in files {
      directory.append(littleEndian: 0x0201_4B50 as UInt32)
      directory.append(littleEndian: 20 as UInt16)
      directory += Self.fields(file)
      // No extra field, no remark, first disk, no attributes.
      for _ in 0..<4 { directory.append(littleEndian: 0 as UInt16) }
      directory.append(littleEndian: 0 as UInt32)
      directory.append(littleEndian: file.offset)
      directory += file.name
    }
    var end: [UInt8] = []
    end.append(littleEndian: 0x0605_4B50 as UInt32)
    for _ in 0..<2 { end.append(littleEndian: 0 as UInt16) }
    for _ in 0..<2 { end.append(littleEndian: UInt16(clamping: files.count)) }
    end.append(littleEndian: UInt32(clamping: directory.count))
    end.append(littleEndian: UInt32(clamping: body.count))
    end.append(littleEndian: 0 as UInt16)
    return body + directory + end
  }

  /// What a file's own header and the directory both say of it, but for the lengths of what follows.
  private static func fields(
    _ file: (name: [UInt8], checksum: UInt32, size: UInt32, offset: UInt32)
  ) -> [UInt8] {
    var fields: [UInt8] = []
    // Version 2.0, names in UTF-8, stored, midnight, 1 January 1980.
    for number in [20, 0x0800, 0, 0, 0x0021] as [UInt16] { fields.append(littleEndian: number) }
    fields.append(littleEndian: file.checksum)
    fields.append(littleEndian: file.size)
    fields.append(littleEndian: file.size)
    fields.append(littleEndian: UInt16(clamping: file.name.count))
    return fields
  }
}

/// The cyclic redundancy check of zip and PNG (ISO 3309, polynomial 0xEDB88320).
enum CRC32 {
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
        return sum ^ 0xFFFF_FFFF
      }
    }
  }

  private static let table: [UInt32] = (0..<256 as Range<UInt32>).map { byte in
    (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
  }
}

extension [UInt8] {
  /// Adds a number with its least byte first, as zip has them.
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

/// The checksum of zip files (ISO 3309), eight bytes at a time.
enum CRC32 {
  private static let tables: [[UInt32]] = {
    var first = [UInt32](repeating: 0, count: 256)
    for index in 0..<256 {
      var value = UInt32(index)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
      first[index] = value
    }
    var tables = [first]
    for _ in 1..<8 {
      tables.append(tables[tables.count - 1].map { first[Int($0 & 255)] ^ $0 >> 8 })
    }
    return tables
  }()

  static func of(_ bytes: [UInt8]) -> UInt32 {
    let flat = tables.flatMap { $0 }
    return bytes.withUnsafeBytes { bytes in
      flat.withUnsafeBufferPointer { table in
        var value: UInt32 = 0xFFFF_FFFF
        var place = 0
        while place + 8 <= bytes.count {
          let word =
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            ^ UInt64(value)
          value = 0
          for index in 0..<8 {
            let byte = Int(truncatingIfNeeded: word >> UInt64(8 * index) & 255)
            value ^= table[(7 - index) * 256 + byte]
          }
          place += 8
        }
        while place < bytes.count {
          value = table[Int((value ^ UInt32(bytes[place])) & 255)] ^ value >> 8
          place += 1
        }
        return ~value
      }
    }
  }
}

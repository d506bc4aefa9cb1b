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

  /// The key of a child's id.
  @inline(__always)
  static func key(_ id: (base: UnsafeRawPointer, count: Int)) -> ChildKey {
    if id.count <= 8 { return ChildKey(low: word(id.base, id.count), high: 0) }
    if id.count <= 16 {
      return ChildKey(low: word(id.base, 8), high: word(id.base + 8, id.count &- 8))
    }
    return ChildKey(UnsafeRawBufferPointer(start: id.base, count: id.count))
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

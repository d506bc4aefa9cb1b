import FileAccess

/// Bytes that can be read in pieces from any place: a file on disk, or an unpacked one in memory.
protocol ByteSource: Sendable {
  /// The number of bytes.
  var count: Int { get }

  /// Reads until the room is full or the bytes end, and gives how many were read.
  func read(into room: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReturnError) -> Int
}

/// A file on disk.
struct DiskSource: ByteSource {
  let file: RandomAccessFile

  var count: Int { file.count }

  func read(into room: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReturnError) -> Int {
    do throws(FileError) {
      return try file.read(into: room, at: offset)
    } catch {
      throw .unreadable("\(error)")
    }
  }
}

/// Bytes in memory.
struct MemorySource: ByteSource {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func read(into room: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReturnError) -> Int {
    guard offset < bytes.count, offset >= 0 else { return 0 }
    let size = min(room.count, bytes.count - offset)
    bytes.withUnsafeBytes { room.copyMemory(from: .init(rebasing: $0[offset..<(offset + size)])) }
    return size
  }
}

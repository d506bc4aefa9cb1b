import Glibc

/// A file that is read in pieces, from any place and by several threads at once.
public final class RandomAccessFile: Sendable {
  /// The path.
  public let path: String

  /// The number of bytes when it was opened.
  public let count: Int

  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Throws: `FileError` when it is missing, is no ordinary file or may not be read.
  public init(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    self.path = path
    guard descriptor >= 0 else {
      let number = errno
      count = 0
      throw number == ENOENT
        ? .missing(path: path) : .cannotRead(path: path, reason: FileError.reason(number))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      count = 0
      throw .cannotRead(
        path: path, reason: isFolder ? FileError.reason(EISDIR) : FileError.notOrdinary)
    }
    count = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Reads until the room is full or the file ends, as long as it was when it was opened: what is
  /// written behind that meanwhile is not read.
  ///
  /// - Returns: how many bytes were read; fewer than there is room only at the end of the file.
  /// - Throws: `FileError.cannotRead`.
  public func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    var done = 0
    let wanted = min(room.count, count - offset)
    while done < wanted {
      let count = pread(
        descriptor, room.baseAddress.map { $0 + done }, wanted - done, off_t(offset + done))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path: path, reason: FileError.reason(errno))
      }
      done += count
    }
    return done
  }
}

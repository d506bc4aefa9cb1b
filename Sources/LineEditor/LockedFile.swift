@preconcurrency import Glibc

/// Something went wrong with the history file.
struct HistoryFileError: Error, Equatable {
  let reason: String

  init(reason: String) {
    self.reason = reason
  }

  /// The C library's words for an `errno` value.
  init(code: Int32) {
    reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}

/// An open regular file under an exclusive advisory lock, both given up with the value.
struct LockedFile: ~Copyable {
  let descriptor: Int32
  /// The size when it was opened, in bytes.
  let size: Int

  /// How often, and how many microseconds apart, a lock that another session holds is tried for.
  private static let attempts = 50
  private static let pause: UInt32 = 20_000

  /// Opens the file, made with mode 0600 when it is not there yet.
  init(path: String) throws(HistoryFileError) {
    for _ in 0..<LockedFile.attempts {
      // Not blocking, or a named pipe would hold the program up here.
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard opened >= 0 else { throw HistoryFileError(code: errno) }
      var here = stat()
      guard fstat(opened, &here) == 0, here.st_mode & S_IFMT == S_IFREG else {
        close(opened)
        throw HistoryFileError(reason: "it is not a regular file")
      }
      if LockedFile.lock(opened) {
        // Another session may have put a new file in its place while this one waited.
        var current = stat()
        if stat(path, &current) == 0, current.st_ino == here.st_ino, current.st_dev == here.st_dev,
          fstat(opened, &here) == 0
        {
          if here.st_mode & 0o077 != 0 {
            fchmod(opened, 0o600)
          }
          descriptor = opened
          size = Int(here.st_size)
          return
        }
      } else {
        usleep(LockedFile.pause)
      }
      close(opened)
    }
    throw HistoryFileError(reason: "another session keeps it locked")
  }

  deinit {
    close(descriptor)
  }

  /// False when someone else has the lock. A file system that has no locks goes without.
  private static func lock(_ descriptor: Int32) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { return true }
    }
    return true
  }

  /// The whole contents.
  func read() throws(HistoryFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      let count = bytes[done...].withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(done))
      }
      if count == 0 { break }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw HistoryFileError(code: errno)
      }
    }
    return Array(bytes[..<done])
  }

  /// Adds bytes at the end, after a line break if the last line lacks one. All or nothing.
  func append(_ bytes: [UInt8]) throws(HistoryFileError) {
    var last = UInt8(ascii: "\n")
    if size > 0, pread(descriptor, &last, 1, off_t(size - 1)) != 1 {
      throw HistoryFileError(code: errno)
    }
    let separator = last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    do throws(HistoryFileError) {
      try LockedFile.write(separator + bytes, to: descriptor, at: size)
    } catch {
      ftruncate(descriptor, off_t(size))
      throw error
    }
  }

  /// Writes everything at a place in the file.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, at offset: Int
  ) throws(HistoryFileError) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + done))
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        throw HistoryFileError(code: count == 0 ? ENOSPC : errno)
      }
    }
  }
}

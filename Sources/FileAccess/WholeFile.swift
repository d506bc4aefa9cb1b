import Glibc

/// Reads and writes files as a whole.
public enum WholeFile {
  /// How many bytes are read at once: no table, script or text that people make is longer.
  public static let mostBytes = 256 << 20

  /// Reads a file.
  ///
  /// A pipe or a device is read only where the shell opened it, as in `<(…)`: one that stands under
  /// a name of its own may never end.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - mostBytes: how long it may be.
  /// - Throws: `FileError`; `cannotRead` also for a file that is longer, or grows meanwhile.
  public static func read(
    _ path: String, atMost mostBytes: Int = WholeFile.mostBytes
  ) throws(FileError) -> [UInt8] {
    // A named pipe to which nobody writes would keep a blocking open waiting for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let number = errno
      throw number == ENOENT
        ? .missing(path: path) : .cannotRead(path: path, reason: FileError.reason(number))
    }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let size = Int(status.st_size)
      let bytes = try read(descriptor: descriptor, name: path, atMost: mostBytes)
      guard bytes.count <= size else { throw .cannotRead(path: path, reason: FileError.grew) }
      return bytes
    case S_IFDIR: throw .cannotRead(path: path, reason: FileError.reason(EISDIR))
    default:
      guard isOpened(path) else { throw .cannotRead(path: path, reason: FileError.notOrdinary) }
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
      return try read(descriptor: descriptor, name: path, atMost: mostBytes)
    }
  }

  /// Whether a path names what the shell has opened already.
  private static func isOpened(_ path: String) -> Bool {
    path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
  }

  /// Reads an open file to its end, from where it stands.
  ///
  /// - Parameters:
  ///   - descriptor: the open file.
  ///   - name: what an error calls it.
  ///   - mostBytes: how long it may be.
  /// - Throws: `FileError.cannotRead`.
  public static func read(
    descriptor: Int32, name: String, atMost mostBytes: Int = WholeFile.mostBytes
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0 {
      guard status.st_size <= mostBytes else { throw .tooLong(name, mostBytes: mostBytes) }
      bytes.reserveCapacity(Int(status.st_size))
    }
    let chunk = 1 << 16
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = Glibc.read(descriptor, &buffer, chunk)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path: name, reason: FileError.reason(errno))
      }
      guard bytes.count + count <= mostBytes else { throw .tooLong(name, mostBytes: mostBytes) }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Whether there is a file or folder of that path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether it is certain that there is no file or folder of that path: where a folder may not be
  /// looked into, it is not.
  public static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// Why what is at a path cannot be a store: it is a pipe or a device, whose opening or reading may
  /// never end. Nil for anything else.
  public static func reasonNotToOpen(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: return nil
    default: return FileError.notOrdinary
    }
  }

  /// Writes a file so that it is there whole or not at all: to a new file beside it first, which
  /// then takes its place.
  ///
  /// - Parameters:
  ///   - bytes: the contents.
  ///   - path: where to.
  ///   - replacing: whether a file that is there may be replaced.
  ///   - mode: the permissions of a new file.
  /// - Throws: `FileError`; the file that was there is then unchanged.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, mode: mode_t = 0o644
  ) throws(FileError) {
    if !replacing, exists(path) { throw .exists(path: path) }
    // A device must not give way to a file of its name: --output /dev/null --force, as root.
    if let reason = reasonToKeep(path) { throw .cannotWrite(path: path, reason: reason) }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: path, reason: FileError.reason(errno))
    }
    // A file that takes another's place keeps to its permissions.
    var status = stat()
    if replacing, stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
    if let number = writeAll(bytes, to: descriptor) {
      close(descriptor)
      unlink(temporary)
      throw .cannotWrite(path: path, reason: FileError.reason(number))
    }
    close(descriptor)
    try move(temporary, to: path, replacing: replacing)
  }

  /// Gives a finished file its final name; without `replacing`, never over one that is there.
  ///
  /// - Throws: `FileError`; the finished file is then removed.
  public static func move(
    _ temporary: String, to path: String, replacing: Bool
  ) throws(FileError) {
    if !replacing {
      // A link is refused when the name is taken, which a rename is not. Where a network share
      // knows no links, the check just before has to do.
      if link(temporary, path) == 0 {
        unlink(temporary)
        return
      }
      if errno == EEXIST || exists(path) {
        unlink(temporary)
        throw .exists(path: path)
      }
    }
    if rename(temporary, path) != 0 {
      let number = errno
      unlink(temporary)
      throw .cannotWrite(path: path, reason: FileError.reason(number))
    }
  }

  /// Why what is at a path may never be replaced by a file; nil for a file, or nothing.
  private static func reasonToKeep(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: return FileError.reason(EISDIR)
    default: return FileError.notOrdinary
    }
  }

  /// The error number when not every byte reached the disk.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return fsync(descriptor) == 0 || errno == EINVAL ? nil : errno
  }
}

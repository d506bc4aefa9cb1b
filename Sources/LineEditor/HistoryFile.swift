@preconcurrency import Glibc

/// The history on disc: plain UTF-8, one command a line, oldest first, for its owner only.
///
/// Sessions only ever add lines, each under a lock, so that two at once do not lose each other's.
/// Now and then the file is written anew with repeats and the oldest lines left out.
struct HistoryFile {
  /// A file larger than this many bytes is not ours, or has gone wrong.
  static let largest = 16 << 20

  /// What was read.
  struct Contents: Equatable {
    /// The usable lines, oldest first, repeats included.
    var lines: [String] = []
    /// Lines that are not text.
    var damaged = 0
  }

  let path: String

  /// The file at an absolute path. A symbolic link is followed now, so that writing the file
  /// anew does not replace the link.
  init(path: String) {
    if let resolved = realpath(path, nil) {
      self.path = String(cString: resolved)
      free(resolved)
    } else {
      self.path = path
    }
  }

  /// Reads the file, making it and its folder (mode 0700) when they are not there.
  func load() throws(HistoryFileError) -> Contents {
    guard path.hasPrefix("/") else {
      throw HistoryFileError(reason: "its path does not begin with /")
    }
    HistoryFile.makeFolder(for: path)
    return HistoryFile.parse(try bytes(of: LockedFile(path: path)))
  }

  /// Adds a line at the end.
  func append(_ line: String) throws(HistoryFileError) {
    // The folder may have been tidied away since the session began.
    HistoryFile.makeFolder(for: path)
    try LockedFile(path: path).append(Array((line + "\n").utf8))
  }

  /// Writes the file anew with the newest `limit` different lines. Lines that other sessions have
  /// added are in it, since it is read again under the lock. Does nothing to a damaged file.
  func trim(limit: Int) throws(HistoryFileError) {
    let file = try LockedFile(path: path)
    let contents = HistoryFile.parse(try bytes(of: file))
    guard contents.damaged == 0 else { return }
    let lines = HistoryLines.unique(contents.lines, limit: limit)
    try replace(with: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private func bytes(of file: borrowing LockedFile) throws(HistoryFileError) -> [UInt8] {
    guard file.size <= HistoryFile.largest else {
      throw HistoryFileError(reason: "it is too large")
    }
    return try file.read()
  }

  /// A new file takes the old one's place in one step; a crash leaves one or the other.
  private func replace(with bytes: [UInt8]) throws(HistoryFileError) {
    var name = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw HistoryFileError(code: errno) }
    do throws(HistoryFileError) {
      try LockedFile.write(bytes, to: descriptor, at: 0)
      guard fsync(descriptor) == 0, rename(name, path) == 0 else {
        throw HistoryFileError(code: errno)
      }
    } catch {
      close(descriptor)
      unlink(name)
      throw error
    }
    close(descriptor)
  }

  /// Splits a file's bytes into lines. Empty lines are skipped; those that are not UTF-8, or have
  /// control characters in them, are counted as damaged and left out.
  static func parse(_ bytes: [UInt8]) -> Contents {
    var contents = Contents()
    for piece in bytes.split(separator: UInt8(ascii: "\n")) {
      let piece = piece.last == UInt8(ascii: "\r") ? piece.dropLast() : piece
      guard let line = String(validating: piece, as: UTF8.self), !HistoryLines.hasControl(line)
      else {
        contents.damaged += 1
        continue
      }
      if !line.isEmpty {
        contents.lines.append(line)
      }
    }
    return contents
  }

  /// Makes the folder that a file goes into, and those above it. If that fails, opening the file
  /// says why.
  private static func makeFolder(for path: String) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard access(folder, F_OK) != 0 else { return }
    makeFolder(for: folder)
    mkdir(folder, 0o700)
  }
}

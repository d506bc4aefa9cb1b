import Glibc

/// Writes several files into one folder.
public enum WholeFolder {
  /// Whether a path names a folder: it ends in a slash.
  public static func isMeant(by path: String) -> Bool { path.hasSuffix("/") }

  /// Writes files into a folder, which is made where it is not there.
  ///
  /// - Parameters:
  ///   - files: names without a folder, and contents.
  ///   - path: the folder.
  ///   - replacing: whether files that are there may be replaced; other files there stay.
  ///   - mode: the permissions of new files; a new folder may be searched by whoever may read them.
  /// - Throws: `FileError`; where a file is in the way, before any is written.
  public static func write(
    _ files: [(name: String, bytes: [UInt8])], to path: String, replacing: Bool,
    mode: mode_t = 0o644
  ) throws(FileError) {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let paths = files.map { folder == "/" ? "/" + $0.name : folder + "/" + $0.name }
    if !replacing, let taken = paths.first(where: WholeFile.exists) { throw .exists(path: taken) }
    let folderMode = mode | (mode & 0o444) >> 2
    if mkdir(folder, folderMode | 0o300) != 0, errno != EEXIST {
      throw .cannotWrite(path: path, reason: FileError.reason(errno))
    }
    for (file, path) in zip(files, paths) {
      try WholeFile.write(file.bytes, to: path, replacing: replacing, mode: mode)
    }
  }
}

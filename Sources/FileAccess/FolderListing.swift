import Glibc

/// The files below a folder.
public enum FolderListing {
  /// Whether a path is a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The ordinary files in a folder and in those below it, sorted, by their paths below the folder.
  /// Those whose names begin with a dot are passed over, and so is a folder that was looked into
  /// already: a link to a folder above does not list its files again.
  ///
  /// - Parameters:
  ///   - folder: where to look.
  ///   - depth: how many folders deep to look.
  ///   - limit: how many files to list at most.
  /// - Throws: `FileError.cannotRead` for a folder that cannot be read.
  public static func files(
    below folder: String, depth: Int, limit: Int
  ) throws(FileError) -> [String] {
    var found: [String] = []
    var status = stat()
    var seen: Set<Place> = stat(folder, &status) == 0 ? [Place(status)] : []
    try collect(folder, prefix: "", depth: depth, limit: limit, into: &found, seen: &seen)
    return found
  }

  /// A folder, by whatever name.
  private struct Place: Hashable {
    let device: dev_t
    let number: ino_t

    init(_ status: stat) {
      device = status.st_dev
      number = status.st_ino
    }
  }

  private static func collect(
    _ folder: String, prefix: String, depth: Int, limit: Int, into found: inout [String],
    seen: inout Set<Place>
  ) throws(FileError) {
    for name in try names(in: folder) where found.count < limit {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: found.append(prefix + name)
      case S_IFDIR where depth > 0 && seen.insert(Place(status)).inserted:
        try collect(
          path, prefix: prefix + name + "/", depth: depth - 1, limit: limit, into: &found,
          seen: &seen)
      default: continue
      }
    }
  }

  private static func names(in folder: String) throws(FileError) -> [String] {
    guard let directory = opendir(folder) else {
      throw .cannotRead(path: folder, reason: FileError.reason(errno))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

import Glibc

/// Names of files as people type them.
enum FilePath {
  /// The path with `~` as the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// The path as it is typed into a shell, in quotation marks when it holds a blank.
  static func typed(_ path: String) -> String {
    path.contains(where: \.isWhitespace) ? "\"\(path)\"" : path
  }

  /// What stands behind the last dot of the file's name; blank when there is none.
  static func ending(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }

  /// The files and folders whose path begins so, folders with a stroke behind, hidden ones only
  /// when a dot is typed.
  static func beginning(with typed: String) -> [String] {
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<cut])
    let start = typed[cut...]
    guard let directory = opendir(folder.isEmpty ? "." : expanded(folder)) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name != ".", name != "..",
        !name.hasPrefix(".") || start.hasPrefix(".")
      else { continue }
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      found.append(folder + name + (isFolder ? "/" : ""))
    }
    return found.sorted()
  }
}

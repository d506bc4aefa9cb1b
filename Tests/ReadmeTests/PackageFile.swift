import FileAccess

/// The files of the package, by their names in it.
enum PackageFile {
  static let folder =
    "/" + #filePath.split(separator: "/").prefix { $0 != "Tests" }.joined(separator: "/")

  static func text(_ name: String) throws -> String {
    String(decoding: try WholeFile.read("\(folder)/\(name)"), as: UTF8.self)
  }
}

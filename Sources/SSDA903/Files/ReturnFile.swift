import FileAccess

/// One file of a return: on disk, in memory, or packed in a zip.
struct ReturnFile: Sendable {
  /// The path below the folder or zip that was opened, as reports name it.
  let name: String

  let contents: Contents

  enum Contents: Sendable {
    case disk(path: String)
    case memory([UInt8])
    case zipped(ZipEntry, in: RandomAccessFile)
  }

  /// The bytes, ready to be read in pieces. A packed file is unpacked into memory.
  func open() throws(ReturnError) -> any ByteSource {
    switch contents {
    case .disk(let path): DiskSource(file: try ReturnFile.open(path))
    case .memory(let bytes): MemorySource(bytes: bytes)
    case .zipped(let entry, let file):
      MemorySource(bytes: try entry.unpack(from: file, name: name, atMost: entry.size))
    }
  }

  /// Whether it has to be unpacked.
  var isPacked: Bool {
    if case .zipped = contents { return true }
    return false
  }

  /// The number of bytes, unpacked.
  var size: Int {
    get throws(ReturnError) {
      if case .zipped(let entry, _) = contents { return entry.size }
      return try open().count
    }
  }

  /// The first bytes, enough to tell what the file is.
  func beginning() throws(ReturnError) -> [UInt8] {
    switch contents {
    case .disk(let path): try Self.open(path).bytes(at: 0, count: Self.beginningSize)
    case .memory(let bytes): Array(bytes.prefix(Self.beginningSize))
    case .zipped(let entry, let file):
      try entry.unpack(from: file, name: name, atMost: Self.beginningSize)
    }
  }

  /// The folder and the file name without its ending, in lower case.
  var stem: Substring {
    let last = name.split(separator: "/").last ?? ""
    return last.split(separator: ".").first ?? last
  }

  /// The folder that the file is in; blank for the one that was opened.
  var folder: Substring { name.lastIndex(of: "/").map { name[..<$0] } ?? "" }

  private static let beginningSize = 1 << 16

  static func open(_ path: String) throws(ReturnError) -> RandomAccessFile {
    do throws(FileError) { return try RandomAccessFile(path) } catch {
      throw .unreadable("\(error)")
    }
  }
}

/// What was opened: the files of a folder, of a zip, or one alone.
struct ReturnFolder: Sendable {
  /// The path as it was given.
  let path: String

  /// The files, by name.
  let files: [ReturnFile]

  /// Opens a folder, a zip or a single file.
  ///
  /// - Throws: `ReturnError`.
  init(_ path: String) throws(ReturnError) {
    self.path = path
    guard FolderListing.isFolder(path) else {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      files = try Self.expand(ReturnFile(name: name, contents: .disk(path: path)), isOnly: true)
      return
    }
    var names: [String]
    do throws(FileError) {
      names = try FolderListing.files(below: path, depth: 4, limit: Self.mostFiles + 1)
    } catch {
      throw .unreadable("\(error)")
    }
    names.removeAll { name in
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return !["csv", "txt", "xml", "zip"].contains(ending)
    }
    var files: [ReturnFile] = []
    for name in names {
      files += try Self.expand(
        ReturnFile(name: name, contents: .disk(path: "\(path)/\(name)")), isOnly: false)
      guard files.count <= Self.mostFiles else {
        throw .notWhatItClaims(
          file: path,
          reason: "there are more than \(Self.mostFiles) files; name the folder of the returns")
      }
    }
    self.files = files
  }

  /// Files in memory.
  init(path: String, files: [(name: String, bytes: [UInt8])]) throws(ReturnError) {
    self.path = path
    self.files = files.map { ReturnFile(name: $0.name, contents: .memory($0.bytes)) }
  }

  private static let mostFiles = 20_000

  /// The file, or the files in it when it is a zip.
  private static func expand(_ file: ReturnFile, isOnly: Bool) throws(ReturnError) -> [ReturnFile] {
    let isNamedZip = file.name.lowercased().hasSuffix(".zip")
    guard isNamedZip || isOnly, case .disk(let path) = file.contents else { return [file] }
    let disk = try ReturnFile.open(path)
    guard try ZipArchive.isZip(disk) else {
      guard !isNamedZip else {
        throw .notWhatItClaims(file: file.name, reason: "the file is named a zip and is none")
      }
      return [file]
    }
    let archive = try ZipArchive(disk, name: file.name)
    if archive.entries.contains(where: { $0.name == "[Content_Types].xml" }) {
      throw .notWhatItClaims(
        file: file.name,
        reason: "the file is an Office document; save each sheet as CSV and give those")
    }
    return archive.entries.filter { entry in
      let last = entry.name.split(separator: "/").last ?? ""
      let ending = last.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return ["csv", "txt", "xml"].contains(ending) && !last.hasPrefix(".")
        && !entry.name.hasPrefix("__MACOSX/")
    }
    .map { entry in
      ReturnFile(
        name: isOnly ? entry.name : "\(file.name)/\(entry.name)",
        contents: .zipped(entry, in: disk))
    }
    .sorted { $0.name < $1.name }
  }
}

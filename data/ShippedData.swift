import FileAccess
import Glibc

/// The files that come with the program: sample histories, the cohort scheme, the list of measures.
///
/// They stand in a folder beside the program, wherever it was started from. `Bundle.module` would
/// end the program when the folder is missing; here that is an error in words.
public enum ShippedData {
  /// The folder of the shipped files.
  ///
  /// - Throws: `ShippedDataError.missing` when it does not stand beside the program.
  public static func folder() throws(ShippedDataError) -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &path, Int(PATH_MAX))
    guard length > 0 else { throw .missing(folder: folderName) }
    let program = String(decoding: path[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let home = program.split(separator: "/").dropLast().joined(separator: "/")
    let folder = "/\(home)/\(folderName)"
    guard access(folder, R_OK | X_OK) == 0 else { throw .missing(folder: folder) }
    return folder
  }

  /// Reads a shipped file, such as `scheme/cohorts.csv`.
  ///
  /// - Returns: its whole path, by which errors name it, and its contents.
  /// - Throws: `ShippedDataError`.
  public static func read(
    _ name: String
  ) throws(ShippedDataError) -> (path: String, bytes: [UInt8]) {
    let path = "\(try folder())/\(name)"
    do {
      return (path, try WholeFile.read(path))
    } catch {
      throw .unreadable(reason: "\(error)")
    }
  }

  /// Whether a shipped file or folder is there.
  ///
  /// - Throws: `ShippedDataError.missing` when no shipped data is there at all.
  public static func has(_ name: String) throws(ShippedDataError) -> Bool {
    access("\(try folder())/\(name)", R_OK) == 0
  }

  private static let folderName = "lac_ShippedData.resources"

  /// The names of the files of a shipped folder that end in `.csv`, sorted.
  ///
  /// - Throws: `ShippedDataError.missing`.
  public static func tables(in name: String) throws(ShippedDataError) -> [String] {
    let path = "\(try folder())/\(name)"
    guard let directory = opendir(path) else { throw .missing(folder: path) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if file.hasSuffix(".csv") { names.append(file) }
    }
    return names.sorted()
  }
}

/// Why the shipped files cannot be used.
public enum ShippedDataError: Error, Equatable, CustomStringConvertible {
  /// The folder is not there.
  case missing(folder: String)
  /// One of its files cannot be read, for the reason given in a sentence.
  case unreadable(reason: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .unreadable(let reason): "The data that comes with the program is not whole: \(reason)"
    case .missing(let folder):
      "The folder \(folder), which comes with the program, is missing; put it back beside the"
        + " program."
    }
  }
}

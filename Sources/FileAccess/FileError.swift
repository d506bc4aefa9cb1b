import Glibc

/// Why a file could not be read or written.
public enum FileError: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file could not be read, for the reason that the system gives.
  case cannotRead(path: String, reason: String)
  /// The file could not be written, for the reason that the system gives.
  case cannotWrite(path: String, reason: String)
  /// An answer did not get out, for the reason that the system gives.
  case outputLost(reason: String)
  /// There is a file already, and overwriting was not asked for.
  case exists(path: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .missing(let path): "There is no file \(path)."
    case .cannotRead(let path, let reason): "The file \(path) cannot be read: \(reason)."
    case .cannotWrite(let path, let reason):
      "The file \(path) cannot be written: \(reason). Nothing was changed."
    case .outputLost(let reason):
      "The answer could not be written to standard output: \(reason)."
    case .exists(let path):
      "There is already a file \(path); add --force to replace it, or choose another name."
    }
  }

  /// An answer that did not get out, for the reason of an error number.
  public static func outputLost(number: Int32) -> FileError {
    .outputLost(reason: reason(number))
  }

  /// What is said of a pipe or a device.
  static let notOrdinary = "it is not an ordinary file"

  /// What is said of a file that someone is still writing to.
  static let grew = "it grew while it was read; try again when it is written to its end"

  /// A file of more bytes than are read at once.
  static func tooLong(_ path: String, mostBytes: Int) -> FileError {
    .cannotRead(
      path: path,
      reason: "it is longer than \(mostBytes >> 20) MB, the most that is read at once; divide it")
  }

  /// The system's words for an error number.
  static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such folder"
    case EACCES, EPERM: "you have no permission"
    case EISDIR: "it is a folder"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the disk is read-only"
    case ENOTDIR: "a part of its path is not a folder"
    default: String(cString: strerror(number)).lowercased()
    }
  }
}

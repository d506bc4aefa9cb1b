@preconcurrency import Foundation
@preconcurrency import Glibc

/// A file could not be made for a test.
struct FileTroubles: Error {
  let code: Int32
}

/// A new folder for one test.
func temporaryFolder() throws -> String {
  var name = Array("/tmp/line-editor-tests.XXXXXX".utf8CString)
  guard mkdtemp(&name) != nil else { throw FileTroubles(code: errno) }
  return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// Removes a folder and what is in it.
func removeFolder(_ path: String) {
  try? FileManager.default.removeItem(atPath: path)
}

/// A file's permission bits.
func mode(_ path: String) -> mode_t {
  var information = stat()
  stat(path, &information)
  return information.st_mode & 0o777
}

/// A file's text, as far as it can be read.
func contents(_ path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = fgetc(file), byte != EOF {
    bytes.append(UInt8(truncatingIfNeeded: byte))
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Writes a text file.
func put(_ text: String, at path: String) throws {
  guard let file = fopen(path, "w") else { throw FileTroubles(code: errno) }
  fputs(text, file)
  fclose(file)
}

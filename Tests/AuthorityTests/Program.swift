import Foundation
import Testing

/// Runs the program in a folder of its own, which is removed at the end.
final class Program {
  struct Ending {
    let status: Int32
    let output: String
    let messages: String
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lac-init-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func run(_ arguments: String...) throws -> Ending {
    let process = Process()
    // The built program lies beside the test bundle.
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("lac")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    let messages = folder.appendingPathComponent("messages-\(UUID().uuidString)")
    try Data().write(to: messages)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let said = try Data(contentsOf: messages)
    try FileManager.default.removeItem(at: messages)
    return Ending(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      messages: String(decoding: said, as: UTF8.self))
  }

  func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

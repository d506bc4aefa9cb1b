import Console
import FileAccess
import Glibc
import LineEditor

/// Where the commands of a script come from.
enum ScriptSource {
  /// Lines with their place in the script; nil when a person is to type them.
  typealias Lines = [(text: String, place: String?)]

  /// The commands given as arguments, in a file, or on standard input.
  ///
  /// - Throws: `FileError` when the file cannot be read.
  static func lines(commands: [String], file: String?) throws(FileError) -> Lines? {
    if !commands.isEmpty {
      return commands.enumerated().map { index, text in
        (text, commands.count > 1 ? "-c number \(index + 1)" : nil)
      }
    }
    if let file, file != "-" {
      return numbered(try WholeFile.read(file), file: file)
    }
    guard file == "-" || !Terminal.isTerminal(descriptor: 0) else { return nil }
    // Not by the name /dev/stdin, which cannot be opened when it is a socket or another's file.
    let bytes = try WholeFile.read(descriptor: 0, name: "standard input")
    return numbered(bytes, file: "standard input")
  }

  private static func numbered(_ bytes: [UInt8], file: String) -> Lines {
    // Windows programs put a byte order mark before the text.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { ($1.description, "\(file), line \($0 + 1)") }
  }
}

/// An error in a script, with its place.
struct ScriptError: Error, CustomStringConvertible {
  let place: String
  let underlying: any Error

  var description: String { "\(place): \(underlying)" }
}

/// Runs commands without a prompt, and stops at the first that fails.
struct Script {
  let console: Console
  let answers: AnswerWriter

  /// Runs the lines.
  ///
  /// - Throws: `ScriptError` with the line, or `FileError` when the answers cannot be written.
  func run(_ lines: ScriptSource.Lines) throws -> ExitStatus {
    var status = ExitStatus.done
    for line in lines {
      do {
        guard let reply = try console.respond(to: line.text) else { continue }
        if let message = reply.message { StandardStreams.report(message) }
        if let document = reply.document {
          try answers.write(document, format: reply.format ?? console.format, pages: false)
        }
        if let exact = reply.exact { try answers.write(exact, pages: false) }
        if let paper = reply.paper { try answers.writeToFile(paper) }
        if reply.isStoreUnsound { status = .store }
        if reply.quits { break }
      } catch {
        throw line.place.map { ScriptError(place: $0, underlying: error) } ?? error
      }
    }
    try answers.finish()
    return status
  }
}

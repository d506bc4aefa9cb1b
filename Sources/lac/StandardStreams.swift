import Documents
import FileAccess
import Glibc
import LineEditor

/// Standard output for answers, standard error for everything else.
enum StandardStreams {
  /// Writes an answer; stops quietly when the reader has gone or the person pressed Ctrl-C.
  ///
  /// - Throws: `FileError.outputLost` when the answer did not get out: a disk that is full, say.
  static func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

  /// Writes an answer, to a terminal without anything that could drive it but its own colours.
  ///
  /// - Parameter keepsColour: whether the program set the colours of the text itself.
  /// - Throws: `FileError.outputLost` when the answer did not get out.
  static func show(_ text: String, keepsColour: Bool) throws(FileError) {
    try write(
      Terminal.isTerminal(descriptor: 1)
        ? PlainText.forTerminal(text, keepsColour: keepsColour) : text)
  }

  /// Writes an answer of bytes, in the same way.
  ///
  /// - Throws: `FileError.outputLost` when the answer did not get out.
  static func write(_ bytes: [UInt8]) throws(FileError) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      if Interruption.isRequested { return }
      let count = bytes.prefix(1 << 14).withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if count < 0 {
        let number = errno
        if number == EINTR { continue }
        if number == EPIPE { return }
        throw .outputLost(number: number)
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Writes one message to standard error, with a line end; on a terminal broken between words.
  ///
  /// A message may hold what a file or another person wrote, so nothing in it reaches the terminal
  /// that could drive it.
  static func report(_ message: String) {
    var message = PlainText.forTerminal(message)
    if Terminal.isTerminal(descriptor: 2), let columns = Terminal.size()?.columns, columns > 20 {
      message = TextRenderer.wrapped(message, width: columns)
    }
    draw(message.hasSuffix("\n") ? message : message + "\n")
  }

  /// Writes to standard error, and stays on the line.
  static func prompt(_ text: String) { draw(PlainText.forTerminal(text)) }

  /// Writes to standard error just what it is given: the program's own bar that is redrawn.
  static func draw(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }

  /// Whether the environment asks for output that a screen reader can follow.
  static var wantsPlain: Bool {
    guard let value = variable("ACCESSIBLE") else { return false }
    return !value.isEmpty && value != "0"
  }

  /// The value of an environment variable.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

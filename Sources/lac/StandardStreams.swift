import Documents
import Glibc
import LineEditor

/// Standard output for answers, standard error for everything else.
enum StandardStreams {
  /// Writes an answer; stops quietly when the reader has gone or the person pressed Ctrl-C.
  ///
  /// - Returns: whether everything was written.
  @discardableResult
  static func write(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      if Interruption.isRequested { return false }
      let count = bytes.prefix(1 << 14).withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Writes one message to standard error, with a line end; on a terminal broken between words.
  static func report(_ message: String) {
    var message = message
    if Terminal.isTerminal(descriptor: 2), let columns = Terminal.size()?.columns, columns > 20 {
      message = TextRenderer.wrapped(message, width: columns)
    }
    prompt(message.hasSuffix("\n") ? message : message + "\n")
  }

  /// Writes to standard error, and stays on the line.
  static func prompt(_ text: String) {
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

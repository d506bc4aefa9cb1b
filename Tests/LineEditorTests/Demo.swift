import PseudoTerminal

@preconcurrency import Foundation

/// The demonstration program on a terminal, with a home folder of its own.
final class Demo {
  let terminal: PseudoTerminal
  let home: String
  private let ownsHome: Bool

  init(
    _ arguments: [String] = [], environment: [String: String] = [:], home: String? = nil,
    columns: Int = 80, rows: Int = 24, waits: Bool = true
  ) throws {
    self.home = try home ?? temporaryFolder()
    ownsHome = home == nil
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": self.home, "PATH": "/usr/bin:/bin",
      // Otherwise a crash asks what to do about it.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    terminal = try PseudoTerminal(
      executable: Demo.executable, arguments: arguments, environment: variables,
      workingDirectory: self.home, columns: columns, rows: rows)
    if waits {
      try terminal.readUntil("demo> ")
      try terminal.waitForRawMode()
    }
  }

  deinit {
    if ownsHome {
      removeFolder(home)
    }
  }

  /// Types at the prompt and waits for words in the answer, then for the next prompt.
  @discardableResult
  func enter(_ text: String, expecting expected: String) throws -> String {
    try terminal.type(text)
    let answer = try terminal.readUntil(expected)
    try terminal.waitForRawMode()
    return answer
  }

  /// Ctrl-D, and the program's end.
  func finish() throws -> PseudoTerminal.Ending {
    try terminal.type("\u{04}")
    return try terminal.waitForEnd()
  }

  /// The built program lies beside the test bundle.
  static var executable: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("lineeditor-demo").path
  }
}

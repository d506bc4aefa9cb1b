import PseudoTerminal

@preconcurrency import Glibc

/// The program at its prompt on a terminal, with a home folder of its own.
final class Prompt {
  static let october = "lac Oct 2020> "

  let terminal: PseudoTerminal
  let home: Scratch
  /// Whether the terminal does what editing there is: for a screen reader, or a dumb one.
  private let isPlain: Bool

  /// Starts the program and waits until it edits a line or, when plain, reads one.
  init(
    _ arguments: [String] = [], environment: [String: String] = [:], home: Scratch? = nil,
    columns: Int = 100, rows: Int = 40, isPlain: Bool = false
  ) throws {
    self.home = try home ?? Scratch()
    self.isPlain = isPlain
    terminal = try Prompt.start(
      Program.path, arguments, environment: environment, home: self.home, columns: columns,
      rows: rows)
    try terminal.readUntil(Prompt.october)
    try waitForInput()
  }

  /// Starts a program on a terminal and waits for nothing.
  static func start(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:],
    home: Scratch, columns: Int = 100, rows: Int = 40
  ) throws -> PseudoTerminal {
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path, "PATH": "/usr/bin:/bin",
      "PAGER": "cat", "LAC": Program.path,
      // Otherwise a crash asks what to do about it.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let terminal = try PseudoTerminal(
      executable: executable, arguments: arguments, environment: variables,
      workingDirectory: home.path, columns: columns, rows: rows)
    // The machine may be busy with something else; what works does not take it all.
    terminal.patience = 30
    return terminal
  }

  /// Types keys, waits for words of the answer and then for the next line to be read.
  @discardableResult
  func enter(_ keys: String, expecting words: String) throws -> String {
    try terminal.send(keys)
    let answer = try terminal.readUntil(words)
    try terminal.readUntil("> ")
    try waitForInput()
    return answer
  }

  /// Types keys that do not end the line, and waits until words are on the screen.
  @discardableResult
  func press(_ keys: String, expecting words: String) throws -> String {
    try terminal.send(keys)
    return try terminal.readUntil(words)
  }

  /// Ctrl-D, and the program's end.
  func leave() throws -> PseudoTerminal.Ending {
    try terminal.send("\u{04}")
    return try terminal.waitForEnd()
  }

  /// Everything written, escape sequences included.
  var raw: String { String(decoding: terminal.output, as: UTF8.self) }

  /// The prompt is printed before its line can be edited. A plain one never leaves the ordinary
  /// mode of the terminal: there, the program has to have gone to sleep, which it does to read.
  private func waitForInput() throws {
    if isPlain {
      for _ in 0..<30_000 {
        if isAsleep { return }
        usleep(2_000)
      }
    } else {
      try terminal.waitForRawMode()
    }
  }

  private var isAsleep: Bool {
    guard let file = fopen("/proc/\(terminal.process)/stat", "r") else { return true }
    defer { fclose(file) }
    var text = [UInt8](repeating: 0, count: 512)
    let count = fread(&text, 1, text.count, file)
    let words = String(decoding: text[..<count], as: UTF8.self).split(separator: ")").last
    return words?.split(separator: " ").first == "S"
  }
}

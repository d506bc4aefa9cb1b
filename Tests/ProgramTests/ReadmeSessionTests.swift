import PseudoTerminal
import TestSupport
import Testing

/// The sessions that the README prints, typed at a terminal: what it shows has to be what comes.
extension TerminalTests {
  @Suite("The sessions of the README", .serialized)
  struct ReadmeSessionTests {
    let readme: Readme

    init() throws { readme = try Readme() }

    @Test("Five minutes with the sample")
    func sample() throws {
      let session = PrintedSession(blocks: readme.blocks("session sample"))
      #expect(session.typed.count > 3)
      let difference = try session.difference(in: Scratch(), arguments: [], columns: 80)
      #expect(difference == nil)
    }

    @Test("The first month, word for word")
    func firstMonth() throws {
      let shell = try #require(readme.blocks("shell first-month").first)
      let lac = try Program()
      let made = try lac.shell("lac() { \"$LAC\" \"$@\"; }; \(shell[0])")
      #expect(made.status == 0, "\(made.messages)")

      let session = PrintedSession(blocks: readme.blocks("session first-month"))
      #expect(session.typed.count > 30)
      let arguments = shell[1].split(separator: " ").dropFirst().map(String.init)
      let difference = try session.difference(in: lac.folder, arguments: arguments, columns: 100)
      #expect(difference == nil)
      #expect(
        lac.folder.names
          == ["history.lac", "october-backup.lac", "october.docx", "october.html"])
    }

    @Test("Every option in the README is one of the program's or of its prompt's")
    func options() throws {
      let lac = try Program()
      let help = try ["--help", "init --help", "-c 'help all'"].map {
        try lac.shell("\"$LAC\" \($0)").text
      }.joined()
      let block = try #require(readme.blocks("usage").first)
      let words = block.joined(separator: " ").split { " [],;".contains($0) }
      let options = Set(words.filter { $0.hasPrefix("--") })
      #expect(options.count > 8)
      for option in options { #expect(help.contains(option), "\(option)") }
    }
  }
}

/// A session as a text prints it: prompts with what is typed behind them, and the answers.
///
/// A line with `> ` in it, or with `>` at its end, is a prompt. A line `…` stands for any lines, and
/// `…` at the end of a line for the rest of it.
struct PrintedSession {
  let lines: [String]

  /// Joins the blocks of one session.
  init(blocks: [[String]]) { lines = blocks.flatMap { $0 } }

  /// Each prompt, and what is typed at it.
  var typed: [(prompt: String, line: String)] {
    lines.compactMap { line in
      if line.hasSuffix(">") { return (line + " ", "") }
      guard let mark = line.firstRange(of: "> ") else { return nil }
      return (String(line[..<mark.upperBound]), String(line[mark.upperBound...]))
    }
  }

  /// Types the session at the program; how what came differs from what is printed, or nil.
  func difference(
    in home: Scratch, arguments: [String], columns: Int
  ) throws -> String? {
    let terminal = try Prompt.start(
      Program.path, arguments, environment: ["TERM": "dumb"], home: home,
      columns: columns)
    for (prompt, line) in typed {
      try terminal.readUntil(prompt)
      // What is typed before the line is edited would be seen twice.
      try terminal.waitForRawMode()
      try terminal.send(line + "\r")
    }
    if typed.last?.line != "quit" { return "the session does not end with quit" }
    let ending = try terminal.waitForEnd()
    guard ending == .exited(0) else { return "the program ended with \(ending)" }
    return difference(from: terminal.text)
  }

  /// The first printed line that does not come in its place.
  private func difference(from text: String) -> String? {
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).trimmedEnd }
    var rest = shown[...]
    // What is said before the first prompt is no part of the session.
    var mayLeaveOut = true
    for line in lines {
      if line == "…" {
        mayLeaveOut = true
        continue
      }
      guard let place = rest.firstIndex(where: { matches(line, $0) }),
        mayLeaveOut || place == rest.startIndex
      else { return "printed: \(line)\nshown: \(rest.prefix(12).joined(separator: "\n"))" }
      rest = rest[(place + 1)...]
      mayLeaveOut = false
    }
    return nil
  }

  private func matches(_ printed: String, _ shown: String) -> Bool {
    printed.hasSuffix("…") ? shown.hasPrefix(printed.dropLast()) : shown == printed
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

import Glibc
import LineEditor

/// Something that reads what a person types, a line at a time.
protocol LineReader {
  /// Shows a prompt and reads a line.
  func read(prompt: String) -> LineEditor.Reading

  /// Keeps a line for later.
  func remember(_ line: String)
}

extension LineEditor: LineReader {}

/// Reads lines as the terminal gives them: nothing is redrawn.
struct PlainLineReader: LineReader {
  func read(prompt: String) -> LineEditor.Reading {
    // Answers that go to a file are to hold nothing else.
    if Terminal.isTerminal(descriptor: 1) {
      try? StandardStreams.show(prompt, keepsColour: false)
    } else {
      StandardStreams.prompt(prompt)
    }
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(0, &byte, 1)
      if count == 1 {
        if byte == UInt8(ascii: "\n") { return .line(String(decoding: bytes, as: UTF8.self)) }
        bytes.append(byte)
      } else if count < 0, errno == EINTR {
        guard Interruption.isRequested else { continue }
        StandardStreams.report("")
        return .cancelled
      } else {
        if bytes.isEmpty {
          StandardStreams.report("")
          return .endOfInput
        }
        return .line(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  func remember(_ line: String) {}
}

/// Where the prompt's history is kept.
enum PromptHistoryPath {
  /// `lac/history` in the state folder of the XDG base directories; nil without a home.
  static var path: String? {
    if let state = StandardStreams.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/lac/history"
    }
    return StandardStreams.variable("HOME").map { $0 + "/.local/state/lac/history" }
  }
}

import Console
import Documents
import Glibc
import LineEditor

/// The prompt on a terminal.
struct Shell {
  let console: Console
  let answers: AnswerWriter
  let banner: String
  let readsInitFile: Bool

  /// Reads and carries out lines until the person leaves.
  func run() -> ExitStatus {
    StandardStreams.report(banner)
    StandardStreams.report(
      answers.isForScreenReader
        ? "Type help for the commands, and quit or Ctrl-D to leave."
        : "Type help for the commands; Tab completes; quit or Ctrl-D leaves.")
    Interruption.install()
    console.asksFirst = true
    let bar = ProgressBar(isPlain: answers.isForScreenReader)
    console.longRun = LongRun(
      isCancelled: { Interruption.isRequested }, progress: { bar.show($0) })
    let reader = makeReader()
    while true {
      Interruption.clear()
      switch reader.read(prompt: lastLine(of: console.prompt)) {
      case .endOfInput: return finish()
      case .cancelled: continue
      case .line(let line):
        if !console.isAsking, !line.allSatisfy(\.isWhitespace) {
          reader.remember(console.remembered(line))
        }
        Interruption.clear()
        bar.begin()
        if !carryOut(line, bar) { return finish() }
      }
    }
  }

  /// What stands before the place to type: of a question that is wider than the terminal the last
  /// line, the others being shown before it, for an editor breaks a prompt within its words.
  private func lastLine(of prompt: String) -> String {
    let prompt = PlainText.forTerminal(prompt)
    guard let columns = Terminal.size()?.columns, columns > 20, prompt.count > columns - 10 else {
      return prompt
    }
    var lines = TextRenderer.wrapped(prompt, width: columns - 10).split(separator: "\n")[...]
    let last = lines.popLast() ?? ""
    for line in lines { StandardStreams.report(String(line)) }
    return last + (last.last == " " ? "" : " ")
  }

  /// Carries out a line; whether the person stays.
  private func carryOut(_ line: String, _ bar: ProgressBar) -> Bool {
    do {
      defer { bar.end() }
      guard let reply = try console.respond(to: line) else { return true }
      bar.end()
      if let document = reply.document {
        try answers.write(document, format: reply.format ?? console.format, pages: true)
        if Interruption.isRequested { StandardStreams.report("Stopped.") }
      }
      if let exact = reply.exact { try answers.write(exact, pages: true) }
      if let paper = reply.paper { try answers.writeToFile(paper) }
      if let message = reply.message { StandardStreams.report(message) }
      return !reply.quits
    } catch {
      StandardStreams.report("\(error)")
      return true
    }
  }

  private func finish() -> ExitStatus {
    do {
      try answers.finish()
      return .done
    } catch {
      StandardStreams.report("\(error)")
      return ExitStatus(of: error)
    }
  }

  /// The line editor; without a terminal that it can work on, or for a screen reader, plain lines.
  private func makeReader() -> any LineReader {
    guard !answers.isForScreenReader else { return PlainLineReader() }
    let noColour = StandardStreams.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    do {
      let editor = try LineEditor(
        options: .init(
          programName: "lac", historyFile: PromptHistoryPath.path, readsInitFile: readsInitFile,
          colour: !noColour && Terminal.understandsEscapes))
      if let problem = editor.historyProblem { StandardStreams.report(problem) }
      let console = console
      editor.completer = { text in
        let completions = console.completions(for: text)
        return Completion(
          replacing: completions.replacing,
          // What cannot be shown, such as a file whose name drives a terminal, is not offered.
          candidates: completions.candidates.filter { PlainText.forTerminal($0.text) == $0.text }
            .map {
              .init(
                text: $0.text, description: PlainText.line($0.description), isFinal: $0.isFinal)
            })
      }
      return editor
    } catch {
      return PlainLineReader()
    }
  }
}

import LineEditor

@preconcurrency import Glibc

// A small program to try the line editor with: it echoes lines and has a few commands.

func say(_ text: String) {
  print(text)
  fflush(stdout)
}

var options = LineEditor.Options(programName: "lineeditor-demo")
var arguments = CommandLine.arguments.dropFirst()
var prompt = "demo> "
while let argument = arguments.popFirst() {
  switch argument {
  case "--history": options.historyFile = arguments.popFirst()
  case "--limit": options.historyLimit = arguments.popFirst().flatMap { Int($0) } ?? 1000
  case "--init-file": options.readsInitFile = true
  case "--colour": options.colour = true
  case "--prompt": prompt = arguments.popFirst() ?? prompt
  default: say("unknown argument \(argument)")
  }
}

let words: [Completion.Candidate] = [
  .init(text: "quit", description: "leave"),
  .init(text: "sleep", description: "wait three seconds, unless Ctrl-C is pressed"),
  .init(text: "page", description: "show a long text"),
  .init(text: "trap", description: "crash on purpose"),
  .init(text: "Referral date", description: "when the child was referred to the council"),
  .init(text: "Referral source", description: "who referred the child"),
  .init(text: "café", description: "a word with an accent"),
  .init(text: "£value", description: "a word with a pound sign"),
]
let many = (1...60).map { Completion.Candidate(text: "many\($0)", description: "number \($0)") }

func complete(_ text: String) -> Completion {
  let typed = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
  let candidates = (words + many).filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
  return Completion(replacing: typed.count, candidates: candidates)
}

func sleepThreeSeconds() {
  for _ in 0..<300 where !Interruption.isRequested {
    usleep(10_000)
  }
  say(Interruption.isRequested ? "interrupted" : "slept")
}

func page(_ command: String) {
  let text = (1...20_000).map { "line \($0)\n" }.joined()
  do {
    say(try Pager.page(text, command: command) ? "paged" : "no pager")
  } catch {
    say("\(error)")
  }
}

do {
  let editor = try LineEditor(options: options)
  editor.completer = complete
  if let problem = editor.historyProblem {
    say(problem)
  }
  reading: while true {
    switch editor.read(prompt: prompt) {
    case .cancelled: say("cancelled")
    case .endOfInput:
      say("end")
      break reading
    case .line(let line):
      editor.remember(line)
      switch line {
      case "quit": break reading
      case "sleep": sleepThreeSeconds()
      case "trap": abort()
      case let line where line.hasPrefix("page "): page(String(line.dropFirst(5)))
      default: say("<\(line)>")
      }
    }
  }
} catch {
  say("\(error)")
  exit(3)
}

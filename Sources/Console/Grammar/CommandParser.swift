import Documents
import LookedAfter

/// Understands a command line by the table of commands.
struct CommandParser {
  let commands: [Command]
  let months: MonthReader
  let cohorts: CohortReader
  let measures: MeasureReader
  let days: DayReader

  /// The options that any command takes, with what each is for.
  static let options: [(name: String, takesValue: Bool, meaning: String)] = [
    ("--format", true, "write the answer as \(formats)"),
    ("--output", true, "write to a file not there yet, or a folder/ of CSV files"),
    ("--force", false, "with --output: replace the file if it is there"),
    ("--public", false, "for the public: nothing in it lets a child be recognised"),
    ("--internal", false, "for the service, with every figure"),
  ]

  private static let formats =
    OutputFormat.allCases.dropLast().map(\.rawValue).joined(separator: ", ") + " or "
    + (OutputFormat.allCases.last?.rawValue ?? "")

  /// The command of a line and what was written after its name; nil for a blank line or a remark.
  ///
  /// - Throws: `GrammarError`.
  func parse(_ line: String) throws(GrammarError) -> (command: Command, arguments: Arguments)? {
    var tokens = try Lexer.tokens(of: line)
    guard let first = tokens.first else { return nil }
    let (command, length) = try command(at: tokens, named: first.text)
    tokens.removeFirst(length)
    var arguments = Arguments()
    try takeOptions(from: &tokens, into: &arguments, of: command)
    let clauses = ClauseReader(
      allowed: command.clauses, months: months, days: days, command: command)
    try clauses.take(from: &tokens, into: &arguments)
    for parameter in command.parameters {
      try take(parameter, from: &tokens, into: &arguments, of: command)
    }
    if let rest = tokens.first {
      throw unexpected(rest, after: arguments, tokens: tokens, in: command)
    }
    return (command, arguments)
  }

  // MARK: The command

  /// The command that the first words name, and how many words that took.
  ///
  /// A name of several words may be typed with blanks: `edge of care`.
  func command(
    at tokens: [Token], named word: String
  ) throws(GrammarError) -> (command: Command, words: Int) {
    let spoken = tokens.map(\.folded)
    for command in commands {
      for name in [command.name] + command.aliases {
        let parts = name.split(separator: "-").map(String.init)
        if parts.count > 1, spoken.starts(with: parts) { return (command, parts.count) }
      }
    }
    guard !word.isEmpty else { throw .unknownCommand("", nearest: []) }
    let word = word.lowercased()
    if let exact = commands.first(where: { $0.name == word || $0.aliases.contains(word) }) {
      return (exact, 1)
    }
    // Of each command the name that begins so: "e" could be exit, though help lists it as quit.
    let begun = commands.compactMap { command in
      ([command.name] + command.aliases).first { $0.hasPrefix(word) }.map { (command, $0) }
    }
    if begun.count == 1, let (only, _) = begun.first { return (only, 1) }
    if begun.count > 1 { throw .ambiguousCommand(word, candidates: begun.map(\.1)) }
    let names = commands.flatMap { [$0.name] + $0.aliases }
    throw .unknownCommand(word, nearest: Nearest.names(to: word, among: names))
  }

  // MARK: Options

  private func takeOptions(
    from tokens: inout [Token], into arguments: inout Arguments, of command: Command
  ) throws(GrammarError) {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard token.isOption else {
        index += 1
        continue
      }
      let name = token.text.prefix { $0 != "=" }.lowercased()
      if command.wordOptions.contains(name) {
        tokens[index] = Token(text: String(name.dropFirst(2)), start: token.start, isQuoted: false)
        if let equals = token.text.firstIndex(of: "=") {
          let value = String(token.text[token.text.index(after: equals)...])
          tokens.insert(Token(text: value, start: token.start, isQuoted: true), at: index + 1)
        }
        index += 1
        continue
      }
      guard let option = Self.options.first(where: { $0.name == name }) else {
        throw .unknownOption(token.text, known: Self.options.map(\.name))
      }
      tokens.remove(at: index)
      var value: String?
      if option.takesValue {
        if let equals = token.text.firstIndex(of: "=") {
          value = String(token.text[token.text.index(after: equals)...])
        } else if index < tokens.count, !tokens[index].isOption {
          value = tokens.remove(at: index).text
        }
        guard value?.isEmpty == false else {
          let example = name == "--format" ? "--format markdown" : "--output october.md"
          throw .optionNeedsValue(name, example: "\(command.firstExample) \(example)")
        }
      }
      try set(name, to: value, in: &arguments)
    }
  }

  private func set(
    _ option: String, to value: String?, in arguments: inout Arguments
  ) throws(GrammarError) {
    switch option {
    case "--format": arguments.output.format = try format(value ?? "")
    case "--output": arguments.output.file = value
    case "--public": arguments.output.isPublic = true
    case "--internal": arguments.output.isPublic = false
    default: arguments.output.replaces = true
    }
  }

  // MARK: Parameters

  private func take(
    _ parameter: Command.Parameter, from tokens: inout [Token], into arguments: inout Arguments,
    of command: Command
  ) throws(GrammarError) {
    switch parameter {
    case .optionalMonth, .month:
      try takeMonth(
        required: parameter == .month, from: &tokens, into: &arguments, of: command)
    case .optionalCohort:
      try takeCohort(from: &tokens, into: &arguments)
    case .keyword(let word):
      guard let token = tokens.first, token.folded == word else {
        throw .missing("the word \"\(word)\"", command: command.name, example: command.firstExample)
      }
      tokens.removeFirst()
    case .file, .otherFile:
      guard !tokens.isEmpty else {
        throw .missing("the name of a file", command: command.name, example: command.firstExample)
      }
      let name = tokens.removeFirst().text
      if parameter == .file { arguments.file = name } else { arguments.otherFile = name }
    case .format:
      guard !tokens.isEmpty else {
        throw .missing("a format", command: command.name, example: command.firstExample)
      }
      arguments.format = try format(tokens.removeFirst().text)
    case .optionalCommand:
      guard let token = tokens.first else { return }
      if token.folded == HelpDocuments.all || HelpTopics.names.contains(token.folded) {
        arguments.command = token.folded
        tokens.removeFirst()
        return
      }
      let (named, words) = try self.command(at: tokens, named: token.text)
      arguments.command = named.name
      tokens.removeFirst(words)
      // `help save as` names the command as its line begins.
      if let word = tokens.first?.folded, named.parameters.contains(.keyword(word)) {
        tokens.removeFirst()
      }
    case .phrase:
      arguments.words = tokens
      tokens = []
    case .measure, .optionalMeasure, .number, .optionalNumber, .text, .optionalText, .counts, .day:
      let figures = FigureReader(
        measures: measures, months: months, days: days, command: command)
      try figures.take(parameter, from: &tokens, into: &arguments)
    }
  }

  private func takeMonth(
    required: Bool, from tokens: inout [Token], into arguments: inout Arguments, of command: Command
  ) throws(GrammarError) {
    switch months.read(tokens.map(\.text)) {
    case .month(let month, let words):
      arguments.month = month
      tokens.removeFirst(words)
    case .none(let words):
      // The command finds out by itself that nothing is recorded, and says so.
      tokens.removeFirst(words)
    case .notAMonth where required:
      guard !tokens.isEmpty else {
        throw .missing("a month", command: command.name, example: command.firstExample)
      }
      throw .notAMonth(words(tokens), example: monthExample(of: command))
    case .notAMonth: break
    }
  }

  /// The command with a month that has a snapshot, or an example from help where none has.
  private func monthExample(of command: Command) -> String {
    months.known.last.map { "\(command.name) \($0.shortName.lowercased()) \($0.year)" }
      ?? command.firstExample
  }

  /// The words up to the one that begins a month name a cohort.
  private func takeCohort(
    from tokens: inout [Token], into arguments: inout Arguments
  ) throws(GrammarError) {
    let end =
      tokens.indices.first { months.read(tokens[$0...].prefix(2).map(\.text)) != .notAMonth }
      ?? tokens.count
    guard end > 0 else { return }
    do throws(GrammarError) {
      arguments.cohort = try cohorts.cohort(words(Array(tokens[..<end])))
    } catch {
      guard case .unknownCohort(let text, nearest: []) = error else { throw error }
      // What is like no cohort may be a month with a slip in it: "show octobr".
      throw .unknownCohort(
        text, nearest: Nearest.names(to: tokens[0].text, among: Month.names))
    }
    tokens.removeFirst(end)
  }

  private func format(_ text: String) throws(GrammarError) -> OutputFormat {
    guard let format = OutputFormat(named: text) else {
      throw .unknownFormat(text, known: OutputFormat.allCases.map(\.rawValue))
    }
    return format
  }

  private func unexpected(
    _ token: Token, after arguments: Arguments, tokens: [Token], in command: Command
  ) -> GrammarError {
    let awaitsMonth = command.parameters.contains(.optionalMonth) && arguments.month == nil
    return awaitsMonth
      ? .notAMonth(words(tokens), example: monthExample(of: command))
      : .unexpected(token.text, command: command.name, example: command.firstExample)
  }

  private func words(_ tokens: [Token]) -> String { tokens.map(\.text).joined(separator: " ") }
}

import Comparators
import Documents
import Indicators
import LookedAfter

/// Completes commands, months, cohorts, formats, options and file names, from the table of commands
/// and what is recorded.
struct Completer {
  let parser: CommandParser
  let history: History
  /// All authorities, for the commands that take any: read only when they are offered.
  var authorities: () -> [EnglishAuthority] = { [] }
  /// The rows and columns of the last answer, as they are typed to explain a figure.
  var lastAnswer: (rows: [String], columns: [String]) = ([], [])
  /// The parts of papers that people write, and the standing questions, with their names; likewise.
  var parts: () -> [(id: String, name: String)] = { [] }
  var questions: () -> [(id: String, name: String)] = { [] }

  func completions(for text: String) -> Completions {
    let (before, typed) = Self.split(text)
    guard let tokens = try? Lexer.tokens(of: before) else { return Self.nothing }
    guard let first = tokens.first else {
      return matching(commandCandidates, typed: typed)
    }
    let spoken = spokenName(tokens, typed: typed)
    guard let (command, words) = try? parser.command(at: tokens, named: first.text) else {
      return spoken
    }
    // `edge` is a command by itself, yet `edge of` is on the way to `edge of care`.
    if !spoken.candidates.isEmpty, words < tokens.count { return spoken }
    if let option = openOption(tokens) { return values(of: option, typed: typed) }
    if typed.hasPrefix("--") {
      guard let equals = typed.firstIndex(of: "=") else {
        return matching(optionCandidates(of: command), typed: typed)
      }
      return values(
        of: typed[..<equals].lowercased(), typed: String(typed[typed.index(after: equals)...]))
    }
    let written = withoutOptions(tokens.dropFirst(words))
    if command.name == "quality" {
      return returnWords(of: command, written: written, typed: typed)
    }
    let others = parameters(of: command, written: written, typed: typed)
    return Completions(
      replacing: typed.count, candidates: spoken.candidates + others.candidates)
  }

  static let nothing = Completions(replacing: 0, candidates: [])

  // MARK: Parameters

  private func parameters(of command: Command, written: [Token], typed: String) -> Completions {
    var places = command.parameters[...]
    var written = written[...]
    // Each place takes the words that are its own; the first that cannot is the one being typed.
    while let place = places.first, let token = written.first {
      switch place {
      case .month, .optionalMonth:
        guard case .month(_, let words) = parser.months.read(written.map(\.text)) else {
          return year(after: token, typed: typed)
        }
        if words == 1, written.count == 1, MonthReader.number(ofMonthNamed: token.text) != nil {
          let years = year(after: token, typed: typed)
          if !years.candidates.isEmpty { return years }
        }
        written = written.dropFirst(words)
      case .optionalCohort:
        let end =
          written.indices.first { index in
            parser.months.read(written[index...].prefix(2).map(\.text)) != .notAMonth
              || index == written.endIndex - 1 && Self.beginsLastMonth(written[index])
          } ?? written.endIndex
        let words = written[..<end]
        let name = words.map(\.text).joined(separator: " ")
        if !words.isEmpty, (try? parser.cohorts.cohort(name)) == nil { return Self.nothing }
        written = written[end...]
      case .keyword, .file, .otherFile, .format, .optionalCommand, .number, .optionalNumber, .text,
        .optionalText,
        .day:
        written = written.dropFirst()
      case .measure, .optionalMeasure:
        written = written.drop { Quantity(text: $0.text) == nil }
      case .counts:
        written = []
      case .phrase(let form):
        return phrase(form, of: command, written: Array(written), typed: typed)
      }
      places = places.dropFirst()
    }
    guard written.isEmpty else { return Self.nothing }
    return firstPlaces(places, of: command, typed: typed)
  }

  /// The candidates of the place being typed, and of those after it while places may be left out.
  private func firstPlaces(
    _ places: ArraySlice<Command.Parameter>, of command: Command, typed: String
  ) -> Completions {
    var candidates: [Completions.Candidate] = []
    for place in places {
      switch place {
      case .month, .optionalMonth: candidates += monthCandidates
      case .optionalCohort: candidates += cohortCandidates
      case .format: candidates += formatCandidates
      case .keyword(let word): candidates.append(.init(word, ""))
      case .optionalCommand:
        candidates += commandCandidates + [.init(HelpDocuments.all, "the whole manual")]
        candidates += topicCandidates
      case .file, .otherFile: return files(typed: typed)
      case .measure, .optionalMeasure: candidates += cohortCandidates + measureCandidates
      case .counts(let branch): candidates += lineCandidates(below: branch)
      case .phrase(let form): return phrase(form, of: command, written: [], typed: typed)
      case .number, .optionalNumber, .text, .optionalText, .day: break
      }
      let mayBeLeftOut = [.optionalMonth, .optionalCohort, .optionalCommand, .optionalMeasure]
        .contains(
          place)
      if !mayBeLeftOut { break }
    }
    if places.isEmpty || typed.isEmpty && candidates.isEmpty {
      candidates += optionCandidates(of: command)
    }
    return matching(candidates, typed: typed)
  }

  /// The years of a month whose name is written.
  func year(after token: Token, typed: String) -> Completions {
    guard let number = MonthReader.number(ofMonthNamed: token.text) else {
      return Self.beginsLastMonth(token)
        ? matching([.init("month", "")], typed: typed) : Self.nothing
    }
    let years = history.months.reversed().filter { $0.month == number }
      .map { Completions.Candidate(String($0.year), description(of: $0)) }
    return matching(years, typed: typed)
  }

  private static func beginsLastMonth(_ token: Token) -> Bool {
    ["last", "this"].contains(token.folded)
  }

  // MARK: Words

  /// A name of several words that is being typed with blanks: `edge of c`.
  private func spokenName(_ tokens: [Token], typed: String) -> Completions {
    let spoken = (tokens.map(\.folded) + [typed.lowercased()]).joined(separator: "-")
    let candidates = parser.commands.filter { $0.name.hasPrefix(spoken) }.compactMap { command in
      command.name.split(separator: "-").dropFirst(tokens.count).first
        .map { Completions.Candidate(String($0), command.summary) }
    }
    return Completions(replacing: typed.count, candidates: candidates)
  }

  /// The option that waits for its value.
  private func openOption(_ tokens: [Token]) -> String? {
    guard let last = tokens.last, last.isOption else { return nil }
    return CommandParser.options.first { option in
      option.takesValue && [option.name, option.name + "="].contains(last.folded)
    }?.name
  }

  /// The words that are neither an option nor the value of one.
  private func withoutOptions(_ tokens: ArraySlice<Token>) -> [Token] {
    var kept: [Token] = []
    var tokens = tokens
    while let token = tokens.popFirst() {
      if !token.isOption {
        kept.append(token)
      } else if openOption([token]) != nil {
        tokens = tokens.dropFirst()
      }
    }
    return kept
  }

  func matching(_ candidates: [Completions.Candidate], typed: String) -> Completions {
    let wanted = typed.lowercased()
    let direct = candidates.filter { $0.text.hasPrefix(wanted) }
    let others = candidates.filter { $0.otherForms.contains { $0.hasPrefix(wanted) } }
    return Completions(replacing: typed.count, candidates: direct.isEmpty ? others : direct)
  }

  /// The text before the word being typed, and that word, from its quotation mark if it has one.
  private static func split(_ text: String) -> (before: String, typed: String) {
    var start =
      text.lastIndex(where: \.isWhitespace).map { text.index(after: $0) } ?? text.startIndex
    do {
      _ = try Lexer.tokens(of: text)
    } catch .openQuotation(let column) {
      start = text.index(text.startIndex, offsetBy: column - 1)
    } catch {
      return (text, "")
    }
    return (String(text[..<start]), String(text[start...]))
  }
}

import Documents
import Indicators
import LookedAfter

/// What could stand at the end of a line that is being typed.
public struct Completions: Equatable, Sendable {
  /// One possibility.
  public struct Candidate: Equatable, Sendable {
    /// What would be typed.
    public let text: String
    /// What it is, in a few words.
    public let description: String
    /// Whether a blank follows; a folder is not complete yet.
    public let isFinal: Bool

    init(_ text: String, _ description: String, isFinal: Bool = true) {
      self.text = text
      self.description = description
      self.isFinal = isFinal
    }
  }

  /// How many characters before the cursor the candidates replace.
  public let replacing: Int

  /// The possibilities, in the order of the table, the scheme or time.
  public let candidates: [Candidate]
}

/// Completes commands, months, cohorts, formats, options and file names, from the table of commands
/// and what is recorded.
struct Completer {
  let parser: CommandParser
  let history: History

  func completions(for text: String) -> Completions {
    let (before, typed) = Self.split(text)
    guard let tokens = try? Lexer.tokens(of: before) else {
      return Completions(replacing: 0, candidates: [])
    }
    guard let first = tokens.first else {
      return matching(commandCandidates, typed: typed)
    }
    guard let (command, words) = try? parser.command(at: tokens, named: first.text) else {
      return spokenName(tokens, typed: typed)
    }
    if let option = openOption(tokens) {
      return option == "--format"
        ? matching(formatCandidates, typed: typed) : files(typed: typed)
    }
    if typed.hasPrefix("--") { return matching(optionCandidates, typed: typed) }
    let rest = Array(tokens.dropFirst(words)).filter { !$0.text.hasPrefix("--") }
    return parameters(of: command, written: rest, typed: typed)
  }

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
          written.indices.first { parser.months.read(written[$0...].map(\.text)) != .notAMonth }
          ?? written.endIndex
        let words = written[..<end]
        let name = words.map(\.text).joined(separator: " ")
        if !words.isEmpty, (try? parser.cohorts.cohort(name)) == nil {
          return Completions(replacing: 0, candidates: [])
        }
        written = written[end...]
      case .keyword, .file, .otherFile, .format, .optionalCommand, .number, .text, .day:
        written = written.dropFirst()
      case .measure, .optionalMeasure:
        written = written.drop { Quantity(text: $0.text) == nil }
      case .counts:
        written = []
      }
      places = places.dropFirst()
    }
    guard written.isEmpty else { return Completions(replacing: 0, candidates: []) }
    return firstPlaces(places, typed: typed)
  }

  /// The candidates of the place being typed, and of those after it while places may be left out.
  private func firstPlaces(
    _ places: ArraySlice<Command.Parameter>, typed: String
  ) -> Completions {
    var candidates: [Completions.Candidate] = []
    for place in places {
      switch place {
      case .month, .optionalMonth: candidates += monthCandidates
      case .optionalCohort: candidates += cohortCandidates
      case .format: candidates += formatCandidates
      case .keyword(let word): candidates.append(.init(word, ""))
      case .optionalCommand: candidates += commandCandidates
      case .file, .otherFile: return files(typed: typed)
      case .measure, .optionalMeasure: candidates += cohortCandidates + measureCandidates
      case .counts(let branch): candidates += lineCandidates(below: branch)
      case .number, .text, .day: break
      }
      let mayBeLeftOut = [.optionalMonth, .optionalCohort, .optionalCommand, .optionalMeasure]
        .contains(
          place)
      if !mayBeLeftOut { break }
    }
    if places.isEmpty || typed.isEmpty && candidates.isEmpty { candidates += optionCandidates }
    return matching(candidates, typed: typed)
  }

  /// The years of a month whose name is written.
  private func year(after token: Token, typed: String) -> Completions {
    guard let number = MonthReader.number(ofMonthNamed: token.text) else {
      if ["last", "this"].contains(token.folded) {
        return matching([.init("month", "")], typed: typed)
      }
      return Completions(replacing: 0, candidates: [])
    }
    let years = history.months.filter { $0.month == number }
      .map { Completions.Candidate(String($0.year), description(of: $0)) }
    return matching(years, typed: typed)
  }

  // MARK: Candidates

  private var commandCandidates: [Completions.Candidate] {
    parser.commands.map { .init($0.name, $0.summary) }
  }

  private var formatCandidates: [Completions.Candidate] {
    OutputFormat.allCases.map { .init($0.rawValue, $0.summary) }
  }

  private var optionCandidates: [Completions.Candidate] {
    CommandParser.options.map { .init($0.name, $0.meaning) }
  }

  private var monthCandidates: [Completions.Candidate] {
    let months = history.months.reversed().map { month in
      Completions.Candidate(
        "\(month.shortName.lowercased()) \(month.year)", description(of: month))
    }
    let latest = history.latestMonth.map { Completions.Candidate("latest", $0.inWords) }
    return months + [latest].compactMap { $0 }
  }

  private func description(of month: Month) -> String {
    history.snapshot(for: month)?.total.map { "\($0.value) children" } ?? ""
  }

  private var cohortCandidates: [Completions.Candidate] {
    let snapshot = parser.months.current.flatMap(history.snapshot)
    return history.scheme.cohorts.map { cohort in
      let number = snapshot?[cohort.id].map { " (\($0.value))" } ?? ""
      return .init(CohortReader.typed(cohort), cohort.name + number)
    }
  }

  private var measureCandidates: [Completions.Candidate] {
    history.catalogue.measures.filter {
      $0.id.rawValue.contains(".") || history.scheme[CohortID(rawValue: $0.id.rawValue)] == nil
    }
    .map { .init($0.id.rawValue, $0.name) }
  }

  private func lineCandidates(below branch: MeasureID) -> [Completions.Candidate] {
    history.catalogue.measures(below: branch).map {
      .init(MeasureReader.typed($0, below: branch), $0.name)
    }
  }

  private func files(typed: String) -> Completions {
    let candidates = FilePath.beginning(with: typed).map {
      Completions.Candidate($0, "", isFinal: !$0.hasSuffix("/"))
    }
    return Completions(replacing: typed.count, candidates: candidates)
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
    guard let last = tokens.last?.folded else { return nil }
    return CommandParser.options.first { $0.name == last && $0.takesValue }?.name
  }

  private func matching(_ candidates: [Completions.Candidate], typed: String) -> Completions {
    let wanted = typed.lowercased()
    return Completions(
      replacing: typed.count, candidates: candidates.filter { $0.text.hasPrefix(wanted) })
  }

  /// The text before the word being typed, and that word.
  private static func split(_ text: String) -> (before: String, typed: String) {
    let start =
      text.lastIndex(where: \.isWhitespace).map { text.index(after: $0) } ?? text.startIndex
    return (String(text[..<start]), String(text[start...]))
  }
}

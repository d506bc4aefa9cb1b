import Documents
import LookedAfter

extension Completer {
  var commandCandidates: [Completions.Candidate] {
    parser.commands.map { .init($0.name, $0.summary) }
  }

  /// What help knows beside commands.
  var topicCandidates: [Completions.Candidate] {
    ["pdf", "word", "formats"].map { .init($0, "") }
  }

  var formatCandidates: [Completions.Candidate] {
    OutputFormat.allCases.map { .init($0.rawValue, $0.summary) }
  }

  /// The options of a command: the two of public papers only where there are such papers.
  func optionCandidates(of command: Command?) -> [Completions.Candidate] {
    let isPaper = command.map { $0.writesPublicPaper } ?? true
    return CommandParser.options.filter {
      isPaper || !["--public", "--internal"].contains($0.name)
    }
    .map { .init($0.name, $0.meaning) }
  }

  var monthCandidates: [Completions.Candidate] {
    let months = history.months.reversed().map { month in
      Completions.Candidate(
        "\(month.shortName.lowercased()) \(month.year)", description(of: month),
        otherForms: [month.inWords.lowercased(), "\(month)"])
    }
    let latest = history.latestMonth.map { Completions.Candidate("latest", $0.inWords) }
    return months + [latest].compactMap { $0 }
  }

  func description(of month: Month) -> String {
    history.snapshot(for: month)?.total.map { "\($0.value) children" } ?? ""
  }

  var cohortCandidates: [Completions.Candidate] {
    let snapshot = parser.months.current.flatMap(history.snapshot)
    return history.scheme.cohorts.map { cohort in
      let number = snapshot?[cohort.id].map { " (\($0.value))" } ?? ""
      return .init(
        CohortReader.typed(cohort), cohort.name + number,
        otherForms: Self.endings(of: CohortReader.typed(cohort)))
    }
  }

  /// The parts of a name that begin with a later word of it: `with-parents`, `parents`.
  private static func endings(of name: String) -> [String] {
    name.indices.filter { name[$0] == "-" }.map { String(name[name.index(after: $0)...]) }
  }

  func values(of option: String, typed: String) -> Completions {
    switch option {
    case "--format": matching(formatCandidates, typed: typed)
    case "--output": files(typed: typed)
    default: Self.nothing
    }
  }

  func files(typed: String) -> Completions {
    let isQuoted = typed.first.map(Lexer.isQuotationMark) ?? false
    let names = FilePath.beginning(with: isQuoted ? String(typed.dropFirst()) : typed)
    let candidates = names.compactMap { name -> Completions.Candidate? in
      let isFolder = name.hasSuffix("/")
      guard let text = Lexer.typed(name, quoted: isQuoted, isWhole: !isFolder) else { return nil }
      return .init(text, "", isFinal: !isFolder)
    }
    return Completions(replacing: typed.count, candidates: candidates)
  }

  var measureCandidates: [Completions.Candidate] {
    history.catalogue.measures.filter {
      $0.id.rawValue.contains(".") || history.scheme[CohortID(rawValue: $0.id.rawValue)] == nil
    }
    .map { .init($0.id.rawValue, $0.name) }
  }

  func lineCandidates(below branch: MeasureID) -> [Completions.Candidate] {
    history.catalogue.measures(below: branch).map {
      .init(MeasureReader.typed($0, below: branch), $0.name)
    }
  }
}

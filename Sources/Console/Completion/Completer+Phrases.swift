import Comparators
import LookedAfter

extension Completer {
  /// What may stand in a sentence of a form such as `MEASURE [from MONTH]`: its own small words, and
  /// whatever its places stand for.
  ///
  /// - Parameter written: the words before.
  func phrase(_ form: String, of command: Command, written tokens: [Token], typed: String)
    -> Completions
  {
    let ofCases = caseWords(of: command, written: tokens, typed: typed)
    // The form of `case` names its first words alone.
    if !ofCases.candidates.isEmpty || command.name == "case" { return ofCases }
    let ofReturns = returnWords(of: command, written: tokens, typed: typed)
    if !ofReturns.candidates.isEmpty { return ofReturns }
    let ofMonths = whatIfWords(of: command, written: tokens, typed: typed)
    if !ofMonths.candidates.isEmpty { return ofMonths }
    let written = tokens.map(\.folded)
    let parts = form.split { " []|…".contains($0) }.map(String.init)
    // A name of several words may be half written: what stands since the word before it counts.
    func begun(after word: String) -> [String]? {
      written.lastIndex(of: word).map { Array(written[($0 + 1)...]) }
    }
    if parts.contains("GROUP"), let words = begun(after: "with") {
      return names(CompareCommands.groupNames.compactMap(\.names.first), after: words, typed: typed)
    }
    for word in ["for", "than"] where parts.contains("COMPARATOR") {
      guard let words = begun(after: word) else { continue }
      return names(comparatorNames, after: words, typed: typed)
    }
    if parts.contains("MONTH"), let last = tokens.last {
      let years = year(after: last, typed: typed)
      if !years.candidates.isEmpty { return years }
    }
    if parts.contains("AUTHORITY") {
      if let words = begun(after: "for") {
        return authorityCandidates(after: words, typed: typed, with: ["with", "newest"])
      }
      if !parts.contains("for") {
        return authorityCandidates(after: written, typed: typed, with: [])
      }
    }
    var candidates = parts.filter { $0 == $0.lowercased() && $0.first?.isLetter ?? false }
      .map { Completions.Candidate($0, "") }
    if parts.contains("MEASURE") {
      let all = history.catalogue[CohortID.total.count].map {
        Completions.Candidate($0.id.rawValue, $0.name)
      }
      candidates +=
        [all].compactMap { $0 } + charted(command.name) + cohortCandidates
        + measures(of: command.name)
      if command.name == "explain" {
        let named = written.isEmpty ? lastAnswer.rows : lastAnswer.columns
        candidates = named.map { .init($0, "of the last answer") } + candidates
      }
      if command.name == "trend", written.count == 1, Self.published.contains(written[0]) {
        candidates.append(.init("for", "any English authority, year by year"))
      }
    }
    if parts.contains("COHORT") { candidates += cohortCandidates }
    if parts.contains("MONTH") { candidates += monthCandidates }
    let found = matching(candidates, typed: typed)
    guard parts.contains("FILE") || parts.contains("FOLDER") else { return found }
    return Completions(
      replacing: typed.count, candidates: files(typed: typed).candidates + found.candidates)
  }

  /// What is published of every authority.
  private static let published = ["total", "rate", "started", "ceased", "net"]

  /// What is charted most, before the cohorts.
  private func charted(_ command: String) -> [Completions.Candidate] {
    guard ["trend", "direction", "target", "baseline", "rebase"].contains(command) else {
      return []
    }
    let flows = ["started", "ceased"].compactMap { id in
      history.catalogue[MeasureID(rawValue: id)].map {
        Completions.Candidate(id, $0.name)
      }
    }
    let rate = command == "trend" ? [Completions.Candidate("rate", "Rate per 10,000")] : []
    return rate + flows + [.init("net", "Joiners less leavers")]
  }

  /// The measures that a command is of: what is charted, aimed at or subtracted has numbers of months.
  private func measures(of command: String) -> [Completions.Candidate] {
    guard
      ["trend", "direction", "target", "trajectory", "baseline", "rebase", "change"]
        .contains(command)
    else { return measureCandidates }
    let ids = Set(
      history.catalogue.measures.filter { measure in
        [.stock, .flow, .plan].contains(measure.kind)
          || measure.unit == "percent" && measure.kind != .reference
      }.map(\.id.rawValue))
    return measureCandidates.filter {
      ids.contains($0.text) && !["started", "ceased"].contains($0.text)
    }
  }

  private var comparatorNames: [String] {
    history.catalogue.measures(below: "comparator").map { $0.name.lowercased() }
  }

  private func authorityCandidates(
    after words: [String], typed: String, with others: [String]
  ) -> Completions {
    let open = authorities().filter { $0.lastDay == nil }
    let found = names(open.map { Self.typed($0.name) }, after: words, typed: typed)
    guard !words.isEmpty else { return found }
    let small = matching(others.map { .init($0, "") }, typed: typed)
    return Completions(
      replacing: typed.count, candidates: found.candidates + small.candidates)
  }

  /// A name as it is typed: small letters, without what the prompt would read as something else.
  private static func typed(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
  }

  /// The names that begin with the words written, less those words.
  private func names(_ names: [String], after words: [String], typed: String) -> Completions {
    let before = words.map { $0 + " " }.joined()
    return matching(
      names.filter { $0.hasPrefix(before) }.map { .init(String($0.dropFirst(before.count)), "") },
      typed: typed)
  }
}

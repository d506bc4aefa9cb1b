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
    let named = paperWords(of: command, written: written, typed: typed)
    if !named.candidates.isEmpty { return named }
    let parts = form.split { " []|…".contains($0) }.map(String.init)
    // A name of several words may be half written: what stands since the word before it counts.
    func begun(after word: String) -> [String]? {
      written.lastIndex(of: word).map { Array(written[($0 + 1)...]) }
    }
    if parts.contains("GROUP"), let words = begun(after: "with") {
      return names(CompareCommands.groupNames.compactMap(\.names.first), after: words, typed: typed)
    }
    for word in ["for", "than", "at"] where parts.contains("COMPARATOR") {
      guard let words = begun(after: word) else { continue }
      return names(comparatorNames, after: words, typed: typed)
    }
    if command.name == "explain" { return explained(written: written, typed: typed) }
    // A number comes next, which nobody can offer.
    if ["rate", "share", "is"].contains(command.name), ["of", "at"].contains(written.last) {
      return Self.nothing
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
    }
    if parts.contains("COHORT") { candidates += cohortCandidates }
    if parts.contains("MONTH") { candidates += monthCandidates }
    // A paper with nothing behind its month can be written as it is.
    if command.name == "update", written.isEmpty {
      candidates = optionCandidates(of: command) + candidates
    }
    let found = matching(candidates, typed: typed)
    guard parts.contains("FILE") || parts.contains("FOLDER") else { return found }
    return Completions(
      replacing: typed.count, candidates: files(typed: typed).candidates + found.candidates)
  }

  /// The rows of the last answer and what can be explained by name; behind a row its columns.
  private func explained(written: [String], typed: String) -> Completions {
    if written.first == "needed" {
      return names(comparatorNames, after: Array(written.dropFirst()), typed: typed)
    }
    guard written.isEmpty else {
      let columns = lastAnswer.columns.map {
        Completions.Candidate($0, "a column of the last answer")
      }
      return matching(columns + monthCandidates, typed: typed)
    }
    let rows = lastAnswer.rows.map { Completions.Candidate($0, "a row of the last answer") }
    let named: [Completions.Candidate] = [
      .init("rate", "Rate per 10,000"), .init("needed", "for a comparator"),
    ]
    return matching(
      rows + named + cohortCandidates + (typed.isEmpty ? [] : measureCandidates), typed: typed)
  }

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

  /// What is known by an id in the commands that write papers: parts, questions, scenarios.
  private func paperWords(of command: Command, written: [String], typed: String) -> Completions {
    switch command.name {
    case "slot" where written.isEmpty:
      let parts = parts().map { Completions.Candidate($0.id, $0.name) }
      return matching(parts + [.init("from", "a text file with several parts")], typed: typed)
    case "answer" where written.isEmpty:
      return matching(questions().map { .init($0.id, $0.name) }, typed: typed)
    case "briefing" where written.contains("with"), "update" where written.contains("with"):
      return matching(scenarioCandidates, typed: typed)
    default: return Self.nothing
    }
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

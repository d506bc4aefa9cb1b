import LookedAfter
import Scenarios

extension Completer {
  /// What could come next in a command about the months to come; nothing in any other.
  func whatIfWords(of command: Command, written: [Token], typed: String) -> Completions {
    let last = written.last?.folded ?? ""
    if ["to", "into"].contains(last), ["what-if", "scenario"].contains(command.name),
      written.contains(where: { Vocabulary.moves.contains($0.folded) || $0.folded == "close" })
    {
      return matching(cohortCandidates, typed: typed)
    }
    switch command.name {
    case "what-if":
      return matching(
        (written.isEmpty ? scenarioCandidates : []) + leverCandidates + comingMonths, typed: typed)
    case "project":
      let isChange = written.contains { $0.folded == "if" }
      return matching(
        isChange
          ? leverCandidates + comingMonths
          : cohortCandidates + [.init("until", "a month"), .init("if", "a change")] + comingMonths,
        typed: typed)
    case "reach":
      let words: [Completions.Candidate] = [
        .init("by", "a month"), .init("with", "more leavers, fewer joiners or both"),
        .init("at", "a chance, such as 80%"), .init("if", "a change"),
      ]
      return matching(
        written.isEmpty
          ? comparatorCandidates
          : last == "by"
            ? comingMonths
            : last == "if" ? leverCandidates : words + comingMonths,
        typed: typed)
    case "when":
      return matching(
        written.isEmpty ? [.init("at", "")] : comparatorCandidates + [.init("rate", "")],
        typed: typed)
    case "scenario" where written.isEmpty:
      return matching(
        [
          .init("new", "a name, and what it changes"), .init("add", "to the one worked on last"),
          .init("drop", "one that is saved"),
        ] + scenarioCandidates, typed: typed)
    case "scenario" where written.count == 1 && ["add", "drop", "show"].contains(last):
      return matching(
        scenarioCandidates + (last == "add" ? leverCandidates : []), typed: typed)
    case "scenario": return matching(leverCandidates + comingMonths, typed: typed)
    case "compare" where written.first?.folded == "scenarios":
      return matching(
        scenarioCandidates + [.init(SavedScenario.base, "as things are")], typed: typed)
    default: return Self.nothing
    }
  }

  private var scenarioCandidates: [Completions.Candidate] {
    history.scenarios.compactMap { scenario in
      Lexer.typed(scenario.name, quoted: true, isWhole: true).map { .init($0, scenario.text) }
    }
  }

  private var comparatorCandidates: [Completions.Candidate] {
    guard let month = parser.months.current else { return [] }
    return history.comparators(upTo: month).map {
      .init($0.nameInSentence.lowercased(), "\($0.rate.value) per 10,000")
    }
  }

  private var leverCandidates: [Completions.Candidate] {
    [
      .init("joiners", "fall or rise, by a number or a percentage"),
      .init("leave", "how many, by which route"),
      .init("grant", "so many orders"),
      .init("planned", "applications: succeed, fail, are delayed"),
      .init("applications", ""), .init("succeed", ""), .init("move", "from cohort to cohort"),
      .init("close", "a cohort"), .init("open", "a cohort"),
      .init("population", "rises, falls, is"),
      .init("from", "a month on"), .init("until", "how far to look"), .init("fall", ""),
      .init("rise", ""), .init("by", "a route, or a month"),
    ] + lineCandidates(below: "ceased") + cohortCandidates
  }

  /// The months after the one in view.
  private var comingMonths: [Completions.Candidate] {
    guard let month = parser.months.current else { return [] }
    return (1...18).map { month.advanced(by: $0) }.map {
      .init(
        "\($0.shortName.lowercased()) \($0.year)", $0.inWords, otherForms: [$0.inWords.lowercased()]
      )
    }
  }
}

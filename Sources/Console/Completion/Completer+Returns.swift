import LookedAfter
import Reports
import SSDA903

extension Completer {
  /// What may come next in a command that is about the 903 returns; nothing for other commands.
  func returnWords(of command: Command, written tokens: [Token], typed: String) -> Completions {
    let written = tokens.map(\.folded)
    switch command.name {
    case "series" where written.isEmpty:
      return matching(Self.seriesWords + cohortCandidates, typed: typed)
    case "series":
      return ["from", "to"].contains(written.last)
        ? matching(monthCandidates, typed: typed)
        : matching(
          ["monthly", "yearly", "from", "to"].map { .init($0, "") }, typed: typed)
    case "transitions":
      return ["from", "to"].contains(written.last)
        ? matching(monthCandidates, typed: typed)
        : matching(["from", "to"].map { .init($0, "") }, typed: typed)
    case "import-plans" where written.isEmpty: return matching(monthCandidates, typed: typed)
    case "breakdown" where written.isEmpty:
      return matching(BreakdownAnswer.Kind.all.map { .init($0.word, "") }, typed: typed)
    case "children" where written == ["in"], "decompose" where written.isEmpty:
      let others: [Completions.Candidate] = [
        .init("total", "All looked after children"),
        .init("unallocated", "Children whom no rule of the scheme takes"),
      ]
      return matching(cohortCandidates + others, typed: typed)
    case "children" where written.isEmpty:
      return matching(
        [.init("at", "a rate per 10,000"), .init("in", "a cohort, by pseudonym")], typed: typed)
    case "quality" where written.isEmpty:
      var ids: Set<String> = []
      let rules = ImportRule.allCases.filter { ids.insert($0.id).inserted }
      return matching(
        rules.map { .init($0.id, $0.problem, otherForms: [$0.id.lowercased()]) }, typed: typed)
    default: return Self.nothing
    }
  }

  private static let seriesWords: [Completions.Candidate] = [
    .init("total", "All looked after children"),
    .init("total-with-respite", "with those in short breaks"),
    .init("cohorts", "every cohort, a column each"),
    .init("unallocated", "children whom no rule of the scheme takes"),
    .init("started", "periods of care that began"), .init("ceased", "periods of care that ended"),
    .init("children-starting", "children who became looked after, each once"),
    .init("children-ceasing", "children who left care, each once"),
  ]
}

import LookedAfter

/// Reads how many children there are, in a cohort or in all.
struct ChildrenClaims {
  let history: History
  let month: Month
  let cohort: Cohort

  /// The claim of a figure that is a number of children; nil for any other.
  func claim(_ figure: StatedFigure) -> CommentaryClaim? {
    count(figure) ?? level(figure)
  }

  // MARK: There are 41 children on interim care orders

  private static let introductions: Set = [
    "there", "are", "were", "is", "we", "have", "currently", "now", "at", "the", "end", "of",
    "month", "on", "as", "in", "this", "total", "a", "only", "just", "remain", "our", "still",
    "and",
    "with", "look", "after", "care", "for", "all",
  ]

  private func count(_ figure: StatedFigure) -> CommentaryClaim? {
    guard figure.before.allSatisfy({ Self.introductions.contains($0.text) || isTime($0, figure) })
    else { return nil }
    var rest = figure.after[...]
    var isLookedAfter = false
    while let word = rest.first, ["looked", "after", "young"].contains(word.text) {
      if word.text == "after" { isLookedAfter = true }
      rest.removeFirst()
    }
    guard let noun = rest.popFirst() else { return nil }
    switch noun.stem {
    case "child", "person": break
    case "lac", "cla": isLookedAfter = true
    default: return nil
    }
    if let named = cohortNamed(at: &rest) {
      return isEnd(rest, figure) ? claim(figure, named) : nil
    }
    let inCare = rest.contains { $0.text == "looked" || $0.text == "care" }
    let words: Set = [
      "are", "were", "is", "was", "looked", "after", "in", "our", "its", "care", "of", "the",
      "council", "authority", "county", "local", "currently", "now",
    ]
    while let word = rest.first, words.contains(word.text), !isEnd(rest, figure) {
      rest.removeFirst()
    }
    guard isEnd(rest, figure), isLookedAfter || inCare || cohort.id == .total else { return nil }
    // "107 children, of whom …": of which children is not said yet.
    if figure.before.isEmpty, figure.markBehind == "," { return nil }
    return claim(figure, history.scheme.total)
  }

  /// The cohort that the next words name as where the children are, taking those words.
  private func cohortNamed(at rest: inout ArraySlice<CommentaryWord>) -> Cohort? {
    let leading: Set = [
      "are", "is", "were", "was", "remain", "remained", "currently", "now", "still", "have", "has",
      "subject", "living", "accommodated",
    ]
    for cohort in history.scheme.cohorts {
      for phrase in CohortPhrases.of(cohort) {
        var words = rest
        var isPast = false
        while let word = words.first, phrase.first != word.stem,
          leading.contains(word.text) || CohortPhrases.small.contains(word.text)
        {
          if word.text == "were" || word.text == "was" { isPast = true }
          words.removeFirst()
        }
        // "were matched", "were accommodated": what happened, not how many there are.
        let isEvent = isPast && ["long", "placed", "accommodated", "matched"].contains(phrase[0])
        let wasAccommodated = rest.prefix(2).map(\.text) == ["were", "accommodated"]
        if !isEvent, !wasAccommodated, CohortPhrases.take(phrase, from: &words) {
          rest = words
          return cohort
        }
      }
    }
    return nil
  }

  // MARK: The number has fallen to 36

  private static let levels: Set = [
    "is", "at", "to", "now", "are", "remains",
  ]

  private static let subjects: Set = ["number", "numbers", "cohort", "group", "total", "figure"]

  private static let around: Set = [
    "the", "number", "numbers", "of", "children", "child", "young", "people", "in", "on", "this",
    "cohort", "group", "has", "have", "is", "are", "now", "stands", "at", "increased", "decreased",
    "risen", "rose", "fallen", "fell", "reduced", "dropped", "grown", "to", "from", "slightly",
    "again", "total", "figure", "looked", "after", "our", "subject", "currently", "remains",
    "remain",
    "remained", "stable", "up", "down", "and", "month", "end", "with", "a", "care", "under", "for",
  ]

  private func level(_ figure: StatedFigure) -> CommentaryClaim? {
    guard let last = figure.before.last, Self.levels.contains(last.text) else { return nil }
    var words = figure.before[...]
    let isOfSubject = words.contains { Self.subjects.contains($0.text) }
    var rest: [CommentaryWord] = []
    var named: Cohort?
    while !words.isEmpty {
      if named == nil, let found = cohortHere(&words) {
        named = found
      } else if let word = words.popFirst() {
        rest.append(word)
      }
    }
    guard named != nil || isOfSubject,
      rest.allSatisfy({ Self.around.contains($0.text) || $0.number != nil || isTime($0, figure) })
    else { return nil }
    var behind = figure.after[...]
    if let noun = behind.first, noun.stem == "child" || noun.text == "young" {
      behind.removeFirst(noun.text == "young" ? min(2, behind.count) : 1)
    }
    if behind.first?.text == "from", behind.dropFirst().first?.number != nil {
      behind.removeFirst(2)
    }
    guard isEnd(behind, figure) else { return nil }
    guard let named else { return claim(figure, cohort, or: history.scheme.total) }
    return claim(figure, named)
  }

  private func cohortHere(_ words: inout ArraySlice<CommentaryWord>) -> Cohort? {
    for cohort in history.scheme.cohorts {
      for phrase in CohortPhrases.of(cohort) where words.first?.stem == phrase.first {
        if CohortPhrases.take(phrase, from: &words) { return cohort }
      }
    }
    return nil
  }

  // MARK: Parts

  /// Whether nothing follows but a time of the report.
  private func isEnd(_ rest: ArraySlice<CommentaryWord>, _ figure: StatedFigure) -> Bool {
    let times: Set = [
      "at", "the", "end", "of", "this", "month", "in", "on", "now", "currently", "as", "reporting",
      "period", "present",
    ]
    return rest.allSatisfy { times.contains($0.text) || isTime($0, figure) || Int($0.text) != nil }
  }

  private func isTime(_ word: CommentaryWord, _ figure: StatedFigure) -> Bool {
    figure.context.isTime(word)
      || word.number == nil && Int(word.text).map { (1...31).contains($0) } ?? false
  }

  /// The claim that a number is that of a cohort, or that of another one as well.
  private func claim(_ figure: StatedFigure, _ cohort: Cohort, or other: Cohort? = nil)
    -> CommentaryClaim?
  {
    let snapshots = history.snapshots(for: month)
    let own = snapshots.compactMap { $0[cohort.id]?.value }
    guard !own.isEmpty else { return nil }
    let others = other.map { other in snapshots.compactMap { $0[other.id]?.value } } ?? []
    return CommentaryClaim(
      stated: figure.number, measure: cohort.id.count, recorded: own + others)
  }
}

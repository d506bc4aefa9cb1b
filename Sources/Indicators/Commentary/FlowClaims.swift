import LookedAfter

/// Reads how many children became looked after or left care in the month, in all or by reason.
struct FlowClaims {
  let history: History
  let month: Month
  let cohort: Cohort

  private static let joined = [
    ["became", "looked", "after"], ["came", "into", "care"], ["entered", "care"],
    ["started", "to", "be", "looked", "after"], ["were", "admitted", "to", "care"],
  ]

  private static let left = [["left", "care"], ["ceased", "to", "be", "looked", "after"]]

  private static let orders: [(words: [String], measures: [MeasureID])] = [
    (["special", "guardianship", "orders", "granted"], ["ceased.sgo", "pipeline.sgo.granted"]),
    (["sgos", "granted"], ["ceased.sgo", "pipeline.sgo.granted"]),
    (
      ["care", "orders", "discharged"], ["ceased.discharged", "pipeline.discharge.granted"]
    ),
    (["adoption", "orders", "granted"], ["ceased.adoption"]),
  ]

  private static let introductions: Set = [
    "in", "the", "month", "this", "during", "a", "total", "of", "and", "there", "were",
  ]

  /// The claim of a figure that is of joiners, leavers or orders of the month; nil for any other.
  func claim(_ figure: StatedFigure) -> CommentaryClaim? {
    let before = beforeOfPart(figure)
    guard before.allSatisfy({ Self.introductions.contains($0.text) || figure.context.isTime($0) })
    else { return nil }
    let after = figure.after.map(\.text)
    let words = Array(
      after.drop { ["children", "child", "young", "people", "of", "them"].contains($0) })
    if let claim = orders(figure, after) { return claim }
    for (phrases, branch) in [(Self.joined, "started"), (Self.left, "ceased")] {
      for phrase in phrases where words.starts(with: phrase) {
        guard words.count < after.count, isEnd(words.dropFirst(phrase.count), figure) else {
          continue
        }
        return total(figure, MeasureID(rawValue: branch))
      }
    }
    return line(figure, words)
  }

  /// The words before the figure in its part of a list: `3 turned 18 and 5 …` has two parts.
  private func beforeOfPart(_ figure: StatedFigure) -> [CommentaryWord] {
    Array(figure.before.reversed().prefix { $0.text != "and" }.reversed())
  }

  private func total(_ figure: StatedFigure, _ branch: MeasureID) -> CommentaryClaim? {
    guard let flows = history.flows(in: .month(month)) else { return nil }
    let breakdown = branch == "started" ? flows.joined : flows.left
    guard let total = breakdown.total else { return nil }
    // In the words on one cohort it may be the children of that cohort alone.
    let parts = cohort.id == .total ? [] : breakdown.lines.map(\.number.value)
    return CommentaryClaim(stated: figure.number, measure: branch, recorded: [total] + parts)
  }

  /// A line of the breakdowns, in the words of its own phrase.
  private func line(_ figure: StatedFigure, _ words: [String]) -> CommentaryClaim? {
    for branch in ["started", "ceased"] as [MeasureID] {
      for measure in history.catalogue.measures(below: branch) {
        guard let number = history.count(of: measure.id, in: month)?.value else { continue }
        for phrase in Self.forms(of: measure.phrase) where words.starts(with: phrase) {
          guard !phrase.isEmpty, isEnd(words.dropFirst(phrase.count), figure) else { continue }
          return CommentaryClaim(stated: figure.number, measure: measure.id, recorded: [number])
        }
      }
    }
    return nil
  }

  /// The phrase for one and for many: `{was|were} adopted`.
  private static func forms(of phrase: String) -> [[String]] {
    [0, 1].map { form in
      var text = ""
      var rest = Substring(phrase)
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let forms = rest[rest.index(after: open)..<close].split(separator: "|")
        text += rest[..<open] + (forms.indices.contains(form) ? forms[form] : "")
        rest = rest[rest.index(after: close)...]
      }
      return CommentarySentence.sentences(of: text + rest).flatMap(\.words).map(\.text)
    }
  }

  /// `3 special guardianship orders were granted`.
  private func orders(_ figure: StatedFigure, _ after: [String]) -> CommentaryClaim? {
    let verbs: Set = ["were", "have", "been"]
    for (wanted, measures) in Self.orders {
      var rest = after[...]
      var matches = true
      for word in wanted {
        if word == wanted.last { rest = rest.drop(while: verbs.contains) }
        if rest.popFirst() != word { matches = false }
      }
      let recorded = measures.compactMap { history.count(of: $0, in: month)?.value }
      guard matches, isEnd(rest, figure), !recorded.isEmpty else { continue }
      return CommentaryClaim(stated: figure.number, measure: measures[0], recorded: recorded)
    }
    return nil
  }

  private func isEnd(_ rest: some Sequence<String>, _ figure: StatedFigure) -> Bool {
    let times: Set = ["in", "the", "month", "this", "during", "of"]
    let words = Array(rest)
    if words.first == "and", words.dropFirst().first.flatMap(NumberWords.number) != nil {
      return true
    }
    return words.allSatisfy {
      times.contains($0) || figure.context.isTime(CommentaryWord(text: $0, isMark: false))
    }
  }
}

import LookedAfter

/// The commentary of a cohort, as the child status table prints it: what the manager wrote, the
/// applications under way, and the standing sentences.
struct CommentaryText {
  let history: History
  let month: Month

  /// The whole text; blank when there is nothing to say.
  func text(of cohort: Cohort) -> String {
    [recorded(of: cohort), applications(of: cohort), cohort.standingCommentary]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What was written, each figure as it was stated; where the record differs, that is said at the
  /// figure itself.
  private func recorded(of cohort: Cohort) -> String {
    guard let commentary = history.commentary(on: cohort.id, in: month) else { return "" }
    return commentary.pieces.map { piece in
      switch piece {
      case .words(let words): return words
      case .unreadable(let text): return text
      case .figure(nil, let measure) where measure.bridgedCohort != nil:
        return measure.bridgedCohort.flatMap { BridgeAnswer.words(of: $0, in: history, month) }
          ?? "{\(measure)}"
      case .figure(let stated, let measure):
        let figure = history.figure(measure, in: month)
        guard let stated else { return figure.map(Prose.number) ?? "{\(measure)}" }
        guard let figure, figure != stated else { return Prose.number(stated) }
        return "\(Prose.number(stated)) (\(Prose.number(figure)) by the record; see the checks)"
      }
    }.joined()
  }

  private func applications(of cohort: Cohort) -> String {
    let stated = history.commentary(on: cohort.id, in: month)?.measures ?? []
    guard let route = cohort.route, !stated.contains("pipeline.\(route.rawValue).open"),
      let pipeline = history.pipeline(in: .month(month)),
      let open = pipeline.open(route)
    else { return "" }
    let stages = [(Stage.filed, "filed with the court"), (.withLegal, "with legal services")]
      .compactMap { stage, words in pipeline[route, stage].map { "\($0.value) \(words)" } }
    let name = route == .sgo ? "SGO" : "Discharge"
    return "\(name) applications under way: \(open) (\(stages.joined(separator: ", ")))."
  }
}

extension Commentary {
  /// The measures that the commentary gives figures of.
  fileprivate var measures: [MeasureID] {
    pieces.compactMap { piece in
      if case .figure(_, let measure) = piece { return measure }
      return nil
    }
  }
}

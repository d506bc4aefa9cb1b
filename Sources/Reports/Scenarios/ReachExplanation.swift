import Documents
import LookedAfter
import Scenarios

/// How a figure of an effort was made.
enum ReachExplanation {
  /// - Parameters:
  ///   - subject: the figure, within a sentence.
  ///   - seek: the effort, and what came of it.
  ///   - model: the model that was run.
  static func of(
    _ subject: String, _ seek: GoalSeek, _ model: FlowModel, _ history: History
  ) -> Explanation {
    let joiners = model.compartments.reduce(0) { $0 + $1.joiners }
    let first = model.basis.first ?? model.start.advanced(by: 1 - model.basis.months)
    let window =
      "\(first.inWords) to \(model.start.inWords), \(model.basis.months) months, the newest counting most"
    let total = history.snapshotWithTotal(for: model.start)?.total
    return Explanation(
      subject,
      formula:
        "the least effort a month, to one decimal, with which the share of drawn courses at or under the"
        + " goal in \(seek.month.inWords) is the chance wanted",
      inputs: [
        .init(
          "children in \(model.start.inWords)", Prose.figures(model.opening),
          recorded: total?.provenance),
        .init("joiners a month", Prose.decimal(joiners, 2), source: window),
        .init("the goal", Prose.figures(seek.target)),
      ],
      parameters: [
        .init("chance wanted", BandSentences.share(seek.wanted)),
        .init(
          "months of effort", "\(model.start.distance(to: seek.month))"),
      ],
      results: [
        .init("chance as things are", BandSentences.share(seek.chanceAnyway)),
        .init("chance with the effort", BandSentences.share(seek.chance)),
      ], changes: ["Every further month that is recorded, another goal, month or chance."])
  }
}

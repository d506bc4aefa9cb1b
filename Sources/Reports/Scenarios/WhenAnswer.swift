import Documents
import LookedAfter
import Scenarios

/// When the number is expected to be at or under the rate of others.
public enum WhenAnswer {
  /// The first months in which that is as likely as not, and four times in five.
  ///
  /// - Parameters:
  ///   - goal: the comparator's name, as the projection has it.
  ///   - projection: what was run.
  ///   - levers: what was changed.
  ///   - backTest: how projections of this history would have done.
  ///   - history: what is recorded.
  public static func document(
    _ goal: String, _ projection: Projection, levers: [Lever], backTest: BackTest?,
    of history: History
  ) -> Document {
    var section = Section(heading: "")
    let understood = LeverSentences(history).sentences(levers)
    if !understood.isEmpty { section.blocks.append(.list(understood)) }
    let condition = levers.isEmpty ? "as things are" : "with this change"
    if let last = projection.result.last, let found = last.goals.first(where: { $0.name == goal }) {
      let month = last.month
      let needed = Prose.figures(found.needed)
      let likely = projection.firstMonth(atOrUnder: goal, chance: 0.5)
      let safe = projection.firstMonth(atOrUnder: goal, chance: 0.8)
      section.say(
        "\(Prose.figures(projection.opening)) children in \(projection.start.inWords); the rate of"
          + " \(goal) is \(needed) children.",
        likely.map {
          "It is as likely as not to be at or under that from \($0.month.inWords) on, \(condition)."
        }
          ?? "It is not likely to be at or under that by \(month.inWords), \(condition): the chance is"
          + " \(BandSentences.chance(found.chance)) then.",
        safe.map { "Four times in five it is there by \($0.month.inWords)." }
          ?? (likely == nil ? "" : "It is not there four times in five by \(month.inWords)."))
    }
    section.blocks.append(
      .table(
        Table(
          id: "when", caption: "The chance of being at or under the rate of \(goal)",
          columns: [
            Column(id: "id", title: "Id", kind: .key),
            Column(id: "month", title: "Month", kind: .rowHeader),
            Column(id: "expected", title: "Expected", kind: .number),
            Column(id: "needed", title: "Children at its rate", kind: .number),
            Column(id: "chance", title: "Chance", kind: .number),
          ],
          rows: projection.result.compactMap { month in
            month.goals.first { $0.name == goal }.map { found in
              Row([
                .text("\(month.month)"), .text(month.month.inWords),
                .real(
                  month.total.mean, decimals: 4, display: BandSentences.children(month.total.mean)),
                .integer(found.needed),
                .real(found.chance, decimals: 4, display: BandSentences.share(found.chance)),
              ])
            }
          })))
    section.say(backTest.map { BackTestAnswer.line($0, months: 12) } ?? "")
    return Document(
      answer: section, title: "When at the rate of \(goal)", asAt: projection.start.lastDay)
  }
}

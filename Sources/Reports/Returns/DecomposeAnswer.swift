import Documents
import LookedAfter
import SSDA903

/// The change of a cohort between two month ends, as the movements of its children.
public enum DecomposeAnswer {
  /// Where the children came from and went to.
  ///
  /// - Parameters:
  ///   - cohort: a cohort of the scheme, `total` or `unallocated`.
  ///   - first: the first of the two.
  ///   - last: the last of the two.
  ///   - caseload: the children of the returns.
  /// - Throws: `ReportError` when the returns do not cover a month, or nothing lies between the two.
  public static func document(
    _ cohort: CohortID, from first: Month, to last: Month, of caseload: Caseload
  ) throws(ReportError) -> Document {
    guard first < last else { throw .monthsOutOfOrder(first, last) }
    let days = (try caseload.covered(first), try caseload.covered(last))
    guard let change = caseload.decompose(cohort, from: days.0, to: days.1) else {
      throw .noSeries(cohort.rawValue)
    }
    let words = Words(scheme: caseload.scheme)
    let name = caseload.scheme.name(of: cohort)
    var section = Section(heading: "")
    section.addRemoved(of: caseload)
    section.say(sentence(change, name))
    section.blocks.append(.table(table(change, name, words)))
    let description =
      change.movements.map { "\(words.label($0.kind)): \(Prose.signed($0.signed))" }
      .joined(separator: "; ")
    section.blocks.append(
      .chart(
        Chart(
          id: "decomposition", title: "\(name) between \(days.0.inWords) and \(days.1.inWords)",
          description: Prose.sentence(
            "\(Prose.figures(change.before)) children became \(Prose.figures(change.after))"
              + (description.isEmpty ? "" : "; \(description)")),
          source: Caseload.source.citation, tableID: "movements",
          kind: .waterfall(
            WaterfallChart(
              start: .init(name: days.0.inWords, value: exact(change.before)),
              steps: change.movements.map {
                .init(id: words.key($0.kind), name: words.label($0.kind), change: exact($0.signed))
              }, end: .init(name: days.1.inWords, value: exact(change.after)))))))
    section.say(
      "A child who came and went between the two days is in neither; one who left care and is back is"
        + " looked at by where it is.")
    return Document(
      title: "What changed: \(Prose.lowercasedFirst(name))", asAt: days.1.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  private static func exact(_ number: Int) -> ExactNumber { ExactNumber(number) }

  private static func sentence(_ change: Decomposition, _ name: String) -> String {
    let came = change.movements.reduce(0) { $0 + ($1.isIn ? $1.count : 0) }
    let went = change.movements.reduce(0) { $0 + ($1.isIn ? 0 : $1.count) }
    let verb =
      change.change == 0
      ? "stayed at \(Prose.figures(change.after))"
      : "\(change.change > 0 ? "rose" : "fell") by \(Prose.number(abs(change.change))), from"
        + " \(Prose.figures(change.before)) to \(Prose.figures(change.after))"
    return "\(name): the number \(verb) between \(change.from.inWords) and \(change.to.inWords)."
      + " \(Prose.sentence("\(Prose.number(came)) came in and \(Prose.number(went)) went out"))"
  }

  private static func table(_ change: Decomposition, _ name: String, _ words: Words) -> Table {
    Table(
      id: "movements", caption: "\(name), \(change.from.inWords) to \(change.to.inWords)",
      columns: [
        Column(id: "key", title: "Id", kind: .key),
        Column(id: "label", title: "Movement", kind: .rowHeader),
        Column(id: "change", title: "Change", kind: .number),
        Column(id: "number", title: "Children", kind: .number),
      ],
      rows: [
        Row([
          .text("opening"), .text(change.from.inWords), .notApplicable, .integer(change.before),
        ])
      ]
        + change.movements.map { movement in
          Row([
            .text(words.key(movement.kind)), .text(words.label(movement.kind)),
            .change(movement.signed), .notApplicable,
          ])
        } + [
          Row(
            [
              .text("closing"), .text(change.to.inWords), .change(change.change),
              .integer(change.after),
            ], isTotal: true)
        ])
  }

  /// What a movement is called.
  private struct Words {
    let scheme: CohortScheme

    func key(_ kind: Decomposition.Kind) -> String {
      switch kind {
      case .started(let route): "started.\(route.rawValue)"
      case .cameFrom(let cohort): "from.\(cohort.rawValue)"
      case .left(let route): "left.\(route.rawValue)"
      case .wentTo(let cohort): "to.\(cohort.rawValue)"
      case .lost: "lost"
      }
    }

    func label(_ kind: Decomposition.Kind) -> String {
      switch kind {
      case .started(let route): "Became looked after: \(Prose.lowercasedFirst(route.name))"
      case .cameFrom(let cohort): "From: \(Prose.lowercasedFirst(scheme.shortName(of: cohort)))"
      case .left(let route): "Left care: \(Prose.lowercasedFirst(route.name))"
      case .wentTo(let cohort): "To: \(Prose.lowercasedFirst(scheme.shortName(of: cohort)))"
      case .lost: "In no later return; no exit is recorded"
      }
    }
  }
}

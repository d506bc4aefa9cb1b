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
    let lacking = caseload.lastMonthLackingRows.flatMap { $0 >= first ? $0 : nil }
    let kept = lacking == nil ? nil : caseload.decomposeByMonths(cohort, from: days.0, to: days.1)
    if let lacking, kept == nil {
      throw .rowsRemoved(what: "the movements of children", upTo: lacking)
    }
    return document(kept ?? change, of: caseload, isKept: kept != nil)
  }

  private static func document(
    _ change: Decomposition, of caseload: Caseload, isKept: Bool
  ) -> Document {
    let cohort = change.cohort
    let days = (change.from, change.to)
    let words = Words(scheme: caseload.scheme)
    let name = caseload.scheme.name(of: cohort)
    var section = Section(heading: "")
    if isKept { section.addRemoved(of: caseload, isKnown: true) }
    let bridge = MovementBridge(
      name: name, from: days.0.inWords, to: days.1.inWords, before: change.before,
      after: change.after,
      lines: change.movements.map {
        .init(key: words.key($0.kind), label: words.label($0.kind), change: $0.signed)
      }, source: Caseload.source.citation)
    section.say(sentence(change, bridge))
    section.blocks += [.table(bridge.table), .chart(bridge.chart)]
    section.say(
      isKept && days.0.month.distance(to: days.1.month) > 1
        ? "The movements of each month are added up, for of the children who were removed nobody can be"
          + " followed: a child who came and went between the two days is in both."
        : "A child who came and went between the two days is in neither; one who left care and is back"
          + " is looked at by where it is.")
    return Document(
      title: "What changed: \(Prose.lowercasedFirst(name))", asAt: days.1.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  private static func sentence(_ change: Decomposition, _ bridge: MovementBridge) -> String {
    let came = change.movements.reduce(0) { $0 + ($1.isIn ? $1.count : 0) }
    let went = change.movements.reduce(0) { $0 + ($1.isIn ? 0 : $1.count) }
    return "\(bridge.name): the number \(bridge.verb) between \(bridge.from) and \(bridge.to)."
      + " \(Prose.sentence("\(Prose.number(came)) came in and \(Prose.number(went)) went out"))"
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

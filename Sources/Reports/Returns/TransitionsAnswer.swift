import Documents
import LookedAfter
import SSDA903

/// How many children moved between cohorts from one month end to the next.
///
/// The table `transitions` has the columns `month`, `from`, `to` and `count`: a line for each two
/// cohorts between which somebody moved. `outside` stands for not looked after.
public enum TransitionsAnswer {
  /// The moves of some months, and all of them together.
  ///
  /// - Parameters:
  ///   - first: the first month; nil for the second that the returns cover.
  ///   - last: the last month; nil for the last that they cover.
  ///   - caseload: the children of the returns.
  /// - Throws: `ReportError` when the returns cover no such time.
  public static func document(
    from first: Month? = nil, to last: Month? = nil, of caseload: Caseload
  ) throws(ReportError) -> Document {
    if let first, let last, first > last { throw .monthsOutOfOrder(first, last) }
    func isAsked(_ month: Month) -> Bool {
      (first ?? month) <= month && month <= (last ?? month)
    }
    let all = caseload.monthlyTransitions()
    let steps = all.known.filter { isAsked($0.to.month) }
    let unknown = all.unknown.last(where: isAsked)
    guard let newest = steps.last else {
      guard let unknown else {
        throw .outsideReturns(first ?? last, covered: caseload.coverage)
      }
      throw .rowsRemoved(what: "the moves between cohorts", upTo: unknown)
    }
    let moves = steps.flatMap { Self.moves(in: $0) }
    var section = Section(heading: "")
    if let unknown {
      section.blocks.append(
        .note(.removed(caseload.returns.removedCount, unknownUpTo: unknown)))
    } else {
      section.addRemoved(of: caseload, isKnown: true)
    }
    section.say(sentence(moves, steps))
    if steps.count > 1 { section.blocks.append(.table(sums(moves, of: caseload, over: steps))) }
    section.blocks.append(
      .table(
        Table(
          id: "transitions", caption: "Moves between cohorts, from one month end to the next",
          columns: [Column(id: "month", title: "Month", kind: .rowHeader)] + columns,
          rows: moves.map { move in
            Row(
              [Cell(.text("\(move.month)"), display: move.month.inWords)]
                + cells(move.from, move.to, move.count, caseload.scheme))
          })))
    return Document(
      title: "Moves between cohorts", asAt: newest.to.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  private struct Move {
    let month: Month
    let from: CohortID
    let to: CohortID
    let count: Int
  }

  private static func moves(in step: CohortTransitions) -> [Move] {
    step.states.enumerated().flatMap { row, from in
      step.states.enumerated().compactMap { column, to in
        let count = step.counts[row][column]
        guard row != column, count > 0 else { return nil }
        return Move(month: step.to.month, from: from, to: to, count: count)
      }
    }
  }

  private static func sentence(_ moves: [Move], _ steps: [CohortTransitions]) -> String {
    let outside = CohortTransitions.outside
    func number(_ isMeant: (Move) -> Bool) -> Int {
      moves.reduce(0) { $0 + (isMeant($1) ? $1.count : 0) }
    }
    let came = number { $0.from == outside }
    let left = number { $0.to == outside }
    let between = number { $0.from != outside && $0.to != outside }
    let first = steps[0].to.month
    let last = steps[steps.count - 1].to.month
    let when = first == last ? "In \(first.inWords)" : "From \(first.inWords) to \(last.inWords)"
    return "\(when) \(Prose.count(between, "move was", "moves were")) from one cohort to another,"
      + " \(Prose.count(came, "child", "children")) came in from outside and"
      + " \(Prose.number(left)) went out, as they stood at month ends."
  }

  private static let columns = [
    Column(id: "from", title: "From", kind: .label), Column(id: "to", title: "To", kind: .label),
    Column(id: "count", title: "Children", kind: .number),
  ]

  private static func cells(
    _ from: CohortID, _ to: CohortID, _ count: Int, _ scheme: CohortScheme
  ) -> [Cell] {
    func name(_ id: CohortID) -> Cell {
      Cell(
        .text(id.rawValue),
        display: id == CohortTransitions.outside ? "Not looked after" : scheme.shortName(of: id))
    }
    return [name(from), name(to), .integer(count)]
  }

  /// All months together, the most frequent move first.
  private static func sums(
    _ moves: [Move], of caseload: Caseload, over steps: [CohortTransitions]
  ) -> Table {
    var sums: [[CohortID]: Int] = [:]
    for move in moves { sums[[move.from, move.to], default: 0] += move.count }
    let places = Dictionary(
      uniqueKeysWithValues: steps[0].states.enumerated().map { ($1, $0) })
    let order = sums.sorted { left, right in
      let keys = [left, right].map { $0.key.map { places[$0] ?? 0 } }
      return (-left.value, keys[0][0], keys[0][1]) < (-right.value, keys[1][0], keys[1][1])
    }
    return Table(
      id: "transitions-total", caption: "The same, all these months together", columns: columns,
      rows: order.map { Row(cells($0.key[0], $0.key[1], $0.value, caseload.scheme)) })
  }
}

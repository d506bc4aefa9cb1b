import LookedAfter

/// Where the children of a month end were a month later: how many of each cohort came in, moved or
/// left, and by which route.
struct MonthMoves: Equatable, Sendable {
  /// The last day of the month before.
  let from: CivilDate

  /// The last day of the month.
  let to: CivilDate

  /// The cohorts of the scheme, and `unallocated`.
  let cohorts: [CohortID]

  /// How many children were in each on the first day.
  var before: [Int]

  /// How many children of a cohort became looked after, went to another or left care. Who came from
  /// another cohort stands there, as going to this one.
  var moves: [Move: Int] = [:]

  struct Move: Hashable, Sendable {
    let cohort: CohortID
    let kind: Decomposition.Kind
  }

  /// The same as a table of transitions.
  var transitions: CohortTransitions {
    let states = cohorts + [CohortTransitions.outside]
    let places = Dictionary(states.enumerated().map { ($1, $0) }) { first, _ in first }
    let outside = cohorts.count
    var counts = Array(repeating: Array(repeating: 0, count: states.count), count: states.count)
    for (place, count) in before.enumerated() { counts[place][place] = count }
    for (move, count) in moves {
      guard let place = places[move.cohort] else { continue }
      switch move.kind {
      case .started: counts[outside][place] += count
      case .wentTo(let cohort):
        counts[place][place] -= count
        if let next = places[cohort] { counts[place][next] += count }
      case .left, .lost:
        counts[place][place] -= count
        counts[place][outside] += count
      case .cameFrom: break
      }
    }
    return CohortTransitions(from: from, to: to, states: states, counts: counts)
  }

  /// The movements of a cohort, or of all children; nil for a cohort that there is none of.
  func movements(of cohort: CohortID) -> (before: Int, kinds: [Decomposition.Kind: Int])? {
    let isTotal = cohort == .total
    guard isTotal || cohorts.contains(cohort) else { return nil }
    var kinds: [Decomposition.Kind: Int] = [:]
    for (move, count) in moves {
      if case .wentTo(let next) = move.kind {
        if isTotal { continue }
        if next == cohort { kinds[.cameFrom(move.cohort), default: 0] += count }
      }
      if isTotal || move.cohort == cohort { kinds[move.kind, default: 0] += count }
    }
    let number = zip(cohorts, before).reduce(0) { $0 + (isTotal || $1.0 == cohort ? $1.1 : 0) }
    return (number, kinds)
  }
}

extension Caseload {
  /// The moves between each of some days and the next, counted from the rows that are there.
  ///
  /// One pass over the spells, as for transitions.
  func countedMoves(between dates: [CivilDate]) -> [MonthMoves] {
    let index = DateIndex(dates)
    guard index.count > 1 else { return [] }
    let ids = cohortIDs
    var standing = Tally(index, categories: ids.count)
    var found = Array(repeating: [MonthMoves.Move: Int](), count: index.count - 1)
    func note(_ step: Int, _ state: Int, _ kind: @autoclosure () -> Decomposition.Kind) {
      guard found.indices.contains(step) else { return }
      found[step][MonthMoves.Move(cohort: ids[state], kind: kind()), default: 0] += 1
    }
    for child in range {
      // The day behind the last one covered, with the state and the period of care on that one.
      var last = (end: -1, state: 0, period: 0)
      forEachSpell(of: child) { spell in
        let first = index.place(spell.start)
        let end = index.place(spell.end)
        guard first < end else { return }
        let state = table.cohort(spell.episode, mask: spell.mask)
        standing.add(state, from: spell.start, to: spell.end)
        if last.end != first {
          if last.end >= 0 { note(last.end - 1, last.state, exit(of: child, last.period)) }
          note(first - 1, state, .started(entry(of: child, spell.period)))
        } else if last.state != state {
          note(first - 1, last.state, .wentTo(ids[state]))
        }
        last = (end, state, spell.period)
      }
      if last.end >= 0 { note(last.end - 1, last.state, exit(of: child, last.period)) }
    }
    let counts = standing.counts
    return found.enumerated().compactMap { step, moves in
      guard let from = index.days[step].date, let to = index.days[step + 1].date else { return nil }
      return MonthMoves(
        from: from, to: to, cohorts: ids, before: Array(counts[step].prefix(ids.count)),
        moves: moves)
    }
  }

  /// The moves of every month of which they are known, those that were kept when rows were removed
  /// among them; a month behind a year without a return has none.
  func knownMoves() -> [MonthMoves] {
    let unknown = lastMonthLackingRows
    return countedMoves(between: months.map(\.upperBound)).compactMap { moves in
      guard moves.from.month.advanced(by: 1) == moves.to.month else { return nil }
      if let kept = keptMoves(to: moves.to) { return kept }
      guard let unknown, unknown >= moves.from.month else { return moves }
      // Where a later return has everybody again who was there as the earlier ones ended, nobody is
      // lacking.
      guard unknown < moves.to.month, let counts = returns.kept?.counts[Day(moves.from)],
        counts.ids == scheme.cohorts.map(\.id),
        counts.cohorts + [counts.unallocated] == moves.before
      else { return nil }
      return moves
    }
  }

  private func keptMoves(to day: CivilDate) -> MonthMoves? {
    returns.kept?.moves[Day(day)].flatMap { $0.cohorts == cohortIDs ? $0 : nil }
  }

  /// The transitions of each month of which they are known, in time order; of the others, the months.
  public func monthlyTransitions() -> (known: [CohortTransitions], unknown: [Month]) {
    let steps = transitions(between: months.map(\.upperBound)).filter {
      $0.from.month.advanced(by: 1) == $0.to.month
    }
    guard lastMonthLackingRows != nil else { return (steps, []) }
    let known = knownMoves()
    let months = Set(known.map(\.to.month))
    return (
      known.map(\.transitions), steps.map(\.to.month).filter { !months.contains($0) }
    )
  }

  /// The change of a cohort where rows were removed: the movements of each month added up, a child who
  /// came and went in both.
  ///
  /// - Returns: nil for an id that there is none of, and where those of a month are not known.
  public func decomposeByMonths(
    _ cohort: CohortID, from first: CivilDate, to second: CivilDate
  ) -> Decomposition? {
    guard first < second else { return nil }
    let found = knownMoves().filter { first <= $0.from && $0.to <= second }
    guard found.count == first.month.distance(to: second.month), found.first?.from == first else {
      return nil
    }
    var before: Int?
    var kinds: [Decomposition.Kind: Int] = [:]
    for moves in found {
      guard let month = moves.movements(of: cohort) else { return nil }
      before = before ?? month.before
      kinds.merge(month.kinds, uniquingKeysWith: +)
    }
    let movements = Decomposition.inOrder(
      kinds.map { Decomposition.Movement(kind: $0, count: $1, children: []) })
    return Decomposition(
      cohort: cohort, from: first, to: second, before: before ?? 0,
      after: movements.reduce(before ?? 0) { $0 + $1.signed }, movements: movements)
  }
}

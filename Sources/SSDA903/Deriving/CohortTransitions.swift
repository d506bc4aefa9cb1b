import LookedAfter

/// Where the children of each cohort were one step later: the counts of a table of transitions.
public struct CohortTransitions: Equatable, Sendable {
  /// The first day.
  public let from: CivilDate

  /// The second day.
  public let to: CivilDate

  /// The ids of the states: the cohorts of the scheme, `unallocated`, and `outside` for children who
  /// are not looked after.
  public let states: [CohortID]

  /// How many children were in the state of the row on the first day and in that of the column on
  /// the second. Nobody is counted from outside to outside.
  public let counts: [[Int]]

  /// The number from one state to another; nil for a state that there is none of.
  public func count(from: CohortID, to: CohortID) -> Int? {
    guard let row = states.firstIndex(of: from), let column = states.firstIndex(of: to) else {
      return nil
    }
    return counts[row][column]
  }

  /// The state of children who are not looked after.
  public static let outside: CohortID = "outside"
}

extension Caseload {
  /// The transitions between each of some days and the next, in time order.
  ///
  /// One pass over the spells: a child stays in a state over all the days that a spell covers, and
  /// moves between one spell and the next.
  public func transitions(between dates: [CivilDate]) -> [CohortTransitions] {
    let index = DateIndex(dates)
    guard index.count > 1 else { return [] }
    let outside = table.count + 1
    let size = outside + 1
    var stays = Tally(index, categories: size)
    var moves = [Int](repeating: 0, count: (index.count - 1) * size * size)
    func move(_ step: Int, _ from: Int, _ to: Int) {
      guard step >= 0, step < index.count - 1 else { return }
      moves[(step * size + from) * size + to] += 1
    }
    for child in range {
      // The day behind the last one covered, and the state on that one.
      var last = (end: -1, state: outside)
      forEachSpell(of: child) { spell in
        let first = index.place(spell.start)
        let end = index.place(spell.end)
        guard first < end else { return }
        let state = table.cohort(spell.episode, mask: spell.mask)
        if last.end == first {
          move(first - 1, last.state, state)
        } else {
          if last.end >= 0 { move(last.end - 1, last.state, outside) }
          move(first - 1, outside, state)
        }
        if end - first > 1 { stays.add(state, from: index.days[first], to: index.days[end - 1]) }
        last = (end, state)
      }
      if last.end >= 0 { move(last.end - 1, last.state, outside) }
    }
    let stayed = stays.counts
    let states = cohortIDs + [CohortTransitions.outside]
    return (0..<(index.count - 1)).compactMap { step in
      guard let from = index.days[step].date, let to = index.days[step + 1].date else { return nil }
      let counts = (0..<size).map { row in
        (0..<size).map { column in
          moves[(step * size + row) * size + column] + (row == column ? stayed[step][row] : 0)
        }
      }
      return CohortTransitions(from: from, to: to, states: states, counts: counts)
    }
  }
}

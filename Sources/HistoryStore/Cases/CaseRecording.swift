import LookedAfter

/// What recording cases would do, or did: which are new, which change and how.
public struct CaseRecording: Sendable {
  /// One case that is recorded.
  public struct Change: Sendable {
    /// Which case.
    public let key: CaseKey
    /// The case before; nil when there was none.
    public let before: Case?
    /// The case as it is recorded; nil when it is taken back as a whole.
    public let after: Case?

    let id: Int64?
    let steps: [StepChange]

    /// How many moves are added behind those that were there.
    public var added: Int { max(0, (after?.moves.count ?? 0) - (before?.moves.count ?? 0)) }

    /// How many moves are taken back.
    public var takenBack: Int { max(0, (before?.moves.count ?? 0) - (after?.moves.count ?? 0)) }
  }

  /// A step as its next revision; without a move, the step is taken back.
  struct StepChange: Sendable {
    let number: Int
    let revision: Int
    let move: CaseMove?
  }

  /// The cases that are new or change, in the order in which they were given.
  public let changes: [Change]

  /// How many cases are recorded already, just so.
  public let unchanged: Int

  /// How many cases there were none of.
  public var numberOfNew: Int { changes.count { $0.before == nil } }

  /// How many cases change.
  public var numberOfCorrections: Int { changes.count { $0.before != nil } }

  /// How many moves are written, those taken back included.
  public var numberOfMoves: Int { changes.reduce(0) { $0 + $1.steps.count } }

  /// How many moves are taken back.
  public var numberTakenBack: Int { changes.reduce(0) { $0 + $1.takenBack } }

  /// Sets cases against what is known of them; each case is given whole, and one without a move is
  /// taken back.
  init(of cases: [Case], known: (CaseKey) throws -> CaseRows.Known?) rethrows {
    var changes: [Change] = []
    changes.reserveCapacity(cases.count)
    var unchanged = 0
    for each in cases {
      let known = try known(each.key)
      let standing = known?.moves ?? []
      let facts = known?.facts ?? CaseFacts()
      var steps: [StepChange] = []
      for index in 0..<max(each.moves.count, standing.count) {
        let wanted = index < each.moves.count ? each.moves[index] : nil
        let isSame =
          index < standing.count && wanted == standing[index] && (index > 0 || facts == each.facts)
        guard !isSame else { continue }
        let revision = known.flatMap {
          $0.steps.indices.contains(index) ? $0.steps[index].revision : nil
        }
        steps.append(StepChange(number: index + 1, revision: (revision ?? 0) + 1, move: wanted))
      }
      guard !steps.isEmpty else {
        if !each.moves.isEmpty { unchanged += 1 }
        continue
      }
      changes.append(
        Change(
          key: each.key,
          before: standing.isEmpty
            ? nil : Case(child: each.child, route: each.route, facts: facts, moves: standing),
          after: each.moves.isEmpty ? nil : each, id: known?.id, steps: steps))
    }
    self.changes = changes
    self.unchanged = unchanged
  }
}

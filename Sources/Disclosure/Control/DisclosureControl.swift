/// Hides what has to be hidden before a release goes out: small numbers, what is worked out from
/// them, and as little else as keeps them from being worked out.
///
/// Order: the fewest further figures, then the smallest sum, so that a single line loses its next
/// smallest as in the Department for Education's tables; never a total unless nothing else works.
/// Where no set is safe, rows are put together; then totals may go; at the last everything that leads
/// to a small number. Each attempt is judged by the attacker's audit, not by the recipe.
public enum DisclosureControl {
  /// Controls a release.
  ///
  /// - Throws: `DisclosureError` when the release contradicts itself or a setting is out of range.
  public static func apply(
    to release: Release, policy: DisclosurePolicy = DisclosurePolicy()
  ) throws -> ControlledRelease {
    try policy.check()
    var attempt = try Attempt(release)
    while true {
      let outcome = try attempt.protection(policy, .parts)
      guard let stuck = outcome.stuck else { return attempt.controlled(outcome, policy) }
      if let next = try attempt.merging(around: stuck, outcome, policy) {
        attempt = next
        continue
      }
      for means in [Protection.Means.totals, .everything] {
        let outcome = try attempt.protection(policy, means)
        if outcome.stuck == nil { return attempt.controlled(outcome, policy) }
      }
      // Earlier publications give it away: it is named as open, and the others are seen to.
      attempt.ignored.formUnion(attempt.ids(of: stuck))
    }
  }
}

/// A release on the way to be safe: with rows merged, and figures given up.
private struct Attempt {
  var release: Release
  let ledger: Ledger
  var merged: [MergedRow] = []
  var gone: Set<FigureID> = []
  var ignored: Set<FigureID> = []

  init(_ release: Release, gone: Set<FigureID> = []) throws {
    self.release = release
    self.gone = gone
    ledger = try Ledger(release, merged: gone)
  }

  func ids(of variable: Int) -> Set<FigureID> {
    Set(release.figures.map(\.id).filter { ledger.index[$0] == variable })
  }

  func protection(_ policy: DisclosurePolicy, _ means: Protection.Means) throws -> Protection {
    Protection(ledger, policy, means, ignoring: Set(ignored.compactMap { ledger.index[$0] }))
  }

  /// The first merge of rows after which nothing is stuck, or at least not this number.
  func merging(around stuck: Int, _ outcome: Protection, _ policy: DisclosurePolicy) throws
    -> Attempt?
  {
    let around = ids(of: stuck)
    var quick = policy
    quick.searchLimit = max(200, policy.searchLimit / 10)
    var fallback: Attempt?
    for merge in release.merges(around: around) {
      let id = "other" + (merged.isEmpty ? "" : "-\(merged.count + 1)")
      let (next, row) = release.merging(merge.rows, of: merge.table, as: id)
      let figures = merge.rows.flatMap { release.tables[merge.table].rows[$0].figures }
      var attempt = try Attempt(next, gone: gone.union(figures))
      attempt.ignored = ignored
      attempt.merged = Self.flattened(merged, row)
      let result = try attempt.protection(quick, .parts)
      guard let still = result.stuck else { return attempt }
      // Another is stuck now: the merge helped, if it left none of its own that cannot be protected.
      let own = Set((row.figures + Array(around)).compactMap { attempt.ledger.index[$0] })
      if fallback == nil, !own.contains(still),
        own.allSatisfy({
          !result.marks.isSensitive($0) || Protection.canProtect($0, result.marks)
        })
      {
        fallback = attempt
      }
    }
    return fallback
  }

  /// Rows that hold a merged one take its rows over.
  private static func flattened(_ merged: [MergedRow], _ row: MergedRow) -> [MergedRow] {
    var row = row
    var rest: [MergedRow] = []
    for other in merged {
      if other.table == row.table, let place = row.rows.firstIndex(of: other.id) {
        row.rows.replaceSubrange(place...place, with: other.rows)
        row.names.replaceSubrange(place...place, with: other.names)
        for column in row.parts.indices where row.parts[column].indices.contains(place) {
          row.parts[column].replaceSubrange(place...place, with: other.parts[column])
        }
      } else {
        rest.append(other)
      }
    }
    return rest + [row]
  }

  // MARK: - Outcome

  func controlled(_ outcome: Protection, _ policy: DisclosurePolicy) -> ControlledRelease {
    var hidden: [FigureID: Hidden] = [:]
    var name: [Int: FigureID] = [:]
    for figure in release.figures {
      if let variable = ledger.index[figure.id], name[variable] == nil {
        name[variable] = figure.id
      }
    }
    for figure in release.figures
    where figure.publication == .planned || figure.publication == .shownBefore {
      guard let variable = ledger.index[figure.id] else { continue }
      hidden[figure.id] = reason(variable, outcome, name)
    }
    for derived in release.derived {
      let inputs = ledger.inputs(of: derived)
      let because = Set(
        inputs.filter { outcome.marks.takesDown($0) || outcome.marks.wasShownThoughSmall($0) }
          .compactMap { name[$0] })
      if derived.publication == .planned, !because.isEmpty {
        hidden[derived.id] = Hidden(.derived, because: because.sorted())
      }
    }
    return ControlledRelease(
      release: release, hidden: hidden, merged: merged,
      audit: AttackerAudit(release, outcome.marks), policy: policy)
  }

  private func reason(_ variable: Int, _ outcome: Protection, _ name: [Int: FigureID]) -> Hidden? {
    if ledger.variables[variable].isMerged { return Hidden(.merged) }
    if outcome.marks.wasShownThoughSmall(variable) { return Hidden(.small) }
    switch outcome.marks[variable] {
    case nil, .unpublished: return nil
    case .small: return Hidden(.small)
    case .smallChange: return Hidden(.smallChange)
    case .before: return Hidden(.hiddenBefore)
    case .large:
      let because = outcome.protects[variable].flatMap { name[$0] }.map { [$0] } ?? []
      return Hidden(
        outcome.withheld.contains(variable) ? .withheld : .protectsAnother, because: because)
    }
  }
}

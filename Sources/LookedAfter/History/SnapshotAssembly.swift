/// Puts the recorded totals and cohort counts of each month and basis together.
enum SnapshotAssembly {
  private struct Key: Hashable {
    let month: Month
    let basis: Basis?
  }

  private struct Parts {
    var asAt: CivilDate?
    var total: Recorded<Int>?
    var numbers: [CohortID: Recorded<Int>] = [:]
    var assessing: [CohortID: Recorded<Int>] = [:]
    var printedRate: Recorded<Quantity>?
  }

  /// The snapshots by month, in each month the one of the monthly update first.
  static func snapshots(
    scheme: CohortScheme, observations: [MeasureID: [Observation]]
  ) -> [Month: [Snapshot]] {
    var parts: [Key: Parts] = [:]
    func collect(_ measure: MeasureID, _ store: (inout Parts, Observation) -> Void) {
      for observation in observations[measure] ?? [] {
        guard case .month(let month) = observation.period else { continue }
        var part = parts[Key(month: month, basis: observation.basis)] ?? Parts()
        part.asAt = part.asAt ?? observation.asAt
        store(&part, observation)
        parts[Key(month: month, basis: observation.basis)] = part
      }
    }
    // Of figures that differ in their detail the first stands: the one with a blank detail.
    collect(CohortID.total.count) { $0.total = $0.total ?? $1.count }
    for cohort in scheme.cohorts {
      let id = cohort.id
      collect(id.count) { $0.numbers[id] = $0.numbers[id] ?? $1.count }
      collect(id.assessing) { $0.assessing[id] = $0.assessing[id] ?? $1.count }
    }
    collect("rate.printed") { $0.printedRate = $0.printedRate ?? $1.quantity }

    var byMonth: [Month: [Snapshot]] = [:]
    for (key, part) in parts where part.total != nil || !part.numbers.isEmpty {
      var counts: [CohortID: CohortCount] = [:]
      for (id, number) in part.numbers {
        counts[id] = CohortCount(number: number, assessing: part.assessing[id])
      }
      byMonth[key.month, default: []].append(
        Snapshot(
          month: key.month, asAt: part.asAt, basis: key.basis, total: part.total, counts: counts,
          printedRate: part.printedRate))
    }
    return byMonth.mapValues { $0.sorted(by: isPreferred) }
  }

  private static func isPreferred(_ left: Snapshot, _ right: Snapshot) -> Bool {
    if left.counts.isEmpty != right.counts.isEmpty { return !left.counts.isEmpty }
    // What was recorded stands before what is worked out, also where it does not say its basis.
    if left.isDerived != right.isDerived { return right.isDerived }
    switch (left.basis, right.basis) {
    case (let first?, let second?): return first < second
    case (.some, nil): return true
    default: return false
    }
  }
}

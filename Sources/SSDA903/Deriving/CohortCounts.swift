import LookedAfter

/// How many children were looked after on a day, and in which cohorts.
public struct CohortCounts: Equatable, Sendable {
  /// The day.
  public let date: CivilDate

  /// The children looked after, short breaks left out.
  public let total: Int

  /// The children in short breaks (V3, V4), who are in no other figure.
  public let respite: Int

  /// The children in each cohort, in the order of the scheme.
  public let cohorts: [Int]

  /// The children whom no rule takes.
  public let unallocated: Int

  let ids: [CohortID]

  init(
    date: CivilDate, total: Int, respite: Int, cohorts: [Int], unallocated: Int, ids: [CohortID]
  ) {
    self.date = date
    self.total = total
    self.respite = respite
    self.cohorts = cohorts
    self.unallocated = unallocated
    self.ids = ids
  }

  /// The children looked after together with those in short breaks.
  public var totalWithRespite: Int { total + respite }

  /// The number in a cohort, in all (`total`) or in none (`unallocated`); nil for any other id.
  public subscript(id: CohortID) -> Int? {
    switch id {
    case .total: total
    case .unallocated: unallocated
    default: ids.firstIndex(of: id).map { cohorts[$0] }
    }
  }
}

extension Caseload {
  /// The children looked after on each of some days, in the order given.
  ///
  /// One pass over the periods of care; nothing is said of cohorts.
  public func totals(on dates: [CivilDate]) -> [Int] {
    let index = DateIndex(dates)
    var tally = Tally(index, categories: 1)
    for child in range {
      for period in returns.children.base[child].periods {
        let period = returns.periods.base[period]
        tally.add(0, from: period.start, to: period.end)
      }
    }
    let counts = tally.counts
    return dates.map {
      returns.kept?.counts[Day($0)]?.total ?? counts[index.place(of: $0)][0]
    }
  }

  /// The children of each cohort on each of some days, in the order given. Each child is in the one
  /// cohort whose rule matches first.
  public func counts(on dates: [CivilDate]) -> [CohortCounts] {
    let index = DateIndex(dates)
    let respite = table.count + 1
    var tally = Tally(index, categories: table.count + 2)
    forEachSpell { spell in
      tally.add(table.cohort(spell.episode, mask: spell.mask), from: spell.start, to: spell.end)
    }
    addRespite(respite, to: &tally)
    let counts = tally.counts
    let ids = scheme.cohorts.map(\.id)
    return dates.map { date in
      // Where figures were kept when rows were removed, they stand.
      if let kept = returns.kept?.counts[Day(date)], kept.ids == ids { return kept }
      let row = counts[index.place(of: date)]
      return CohortCounts(
        date: date, total: row[...table.count].reduce(0, +), respite: row[respite],
        cohorts: Array(row[..<table.count]), unallocated: row[table.count], ids: ids)
    }
  }

  /// The children to whom each cohort's rule applies, whatever the other rules say: the parts then
  /// come to more than the children looked after.
  public func flags(on dates: [CivilDate]) -> [CohortCounts] {
    let index = DateIndex(dates)
    let respite = table.count + 2
    var tally = Tally(index, categories: table.count + 3)
    forEachSpell { spell in
      let flags = table.flags(spell.episode, mask: spell.mask)
      tally.add(table.count + 1, from: spell.start, to: spell.end)
      if flags == 0 { tally.add(table.count, from: spell.start, to: spell.end) }
      for cohort in 0..<table.count where flags >> UInt64(cohort) & 1 == 1 {
        tally.add(cohort, from: spell.start, to: spell.end)
      }
    }
    addRespite(respite, to: &tally)
    let counts = tally.counts
    let ids = scheme.cohorts.map(\.id)
    return dates.map { date in
      let row = counts[index.place(of: date)]
      return CohortCounts(
        date: date, total: row[table.count + 1], respite: row[respite],
        cohorts: Array(row[..<table.count]), unallocated: row[table.count], ids: ids)
    }
  }

  private func addRespite(_ category: Int, to tally: inout Tally) {
    for child in range {
      for place in returns.children.base[child].episodes {
        let episode = returns.episodes.base[place]
        if episode.legalStatus.isRespite, episode.start < episode.end {
          tally.add(category, from: episode.start, to: episode.end)
        }
      }
    }
  }
}

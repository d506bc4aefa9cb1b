/// Joins what several returns say of one child: at most one episode of each start, none overlapping
/// another, in the order of time.
struct ChildJoin {
  let sources: [ReturnSource]
  let years: [Int]
  let returns: [AuthorityReturns]
  let isHeaderLoaded: Bool

  /// Whether the rows are those that a history keeps, and of births only the month is known.
  let isOfStored: Bool
  private(set) var faults: ContiguousArray<Fault> = []
  private(set) var periods: ContiguousArray<CarePeriod> = []

  init(
    sources: [ReturnSource], years: [Int], returns: [AuthorityReturns], isHeaderLoaded: Bool,
    isOfStored: Bool = false
  ) {
    self.isOfStored = isOfStored
    self.sources = sources
    self.years = years
    self.returns = returns
    self.isHeaderLoaded = isHeaderLoaded
  }

  /// Joins the rows of a child, in place.
  ///
  /// - Parameters:
  ///   - child: gets the number of episodes left, and its periods as places in `periods`.
  ///   - number: the child's place in the list of children.
  ///   - rows: all rows of the child.
  mutating func join(
    _ child: inout Child, number: Int, rows: UnsafeMutableBufferPointer<Episode>
  ) {
    let number = Int32(truncatingIfNeeded: number)
    let returns = self.returns[Int(child.authority)]
    var seen: UInt64 = 0
    var count = 0
    for index in 0..<rows.count {
      seen |= 1 &<< UInt64(ordinal(rows[index]))
      if !rows[index].marks.contains(.leftOut) {
        if count != index { rows[count] = rows[index] }
        count &+= 1
      }
    }
    let kept = UnsafeMutableBufferPointer(rebasing: rows[..<count])
    sort(kept)
    count = dropRepeats(kept, number, seen: seen, loaded: returns.loaded)
    let episodes = UnsafeMutableBufferPointer(rebasing: kept[..<count])
    endOverlaps(episodes, number, returns)
    endStale(episodes, number, seen: seen, returns)
    cutAt18(episodes, number, child, returns)
    child.episodeCount = Int32(truncatingIfNeeded: count)
    var checks = ChildChecks(child: child, number: number, sources: sources, returns: returns)
    checks.isHeaderLoaded = isHeaderLoaded
    checks.isBirthKnown = !isOfStored && child.birth != .unknown
    checks.run(episodes, &faults)
    var assembly = PeriodAssembly(child: child, number: number, returns: returns)
    let before = periods.count
    assembly.run(episodes, sources: sources, &periods, &faults)
    child.firstPeriod = Int32(truncatingIfNeeded: before)
    child.periodCount = Int32(truncatingIfNeeded: periods.count - before)
  }

  private func ordinal(_ row: Episode) -> Int { sources[Int(row.source)].ordinal }

  // MARK: Order

  /// By start; of one start the latest return first, in it the closed before the open, and of two
  /// closed ones the one that ends last.
  private func isBefore(_ left: Episode, _ right: Episode) -> Bool {
    if left.start != right.start { return left.start < right.start }
    let years = (ordinal(left), ordinal(right))
    if years.0 != years.1 { return years.0 > years.1 }
    if left.end != right.end {
      if left.end == .open { return false }
      if right.end == .open { return true }
      return left.end > right.end
    }
    return (left.source, left.line) < (right.source, right.line)
  }

  private func sort(_ rows: UnsafeMutableBufferPointer<Episode>) {
    var isSorted = true
    for index in rows.indices.dropFirst() where isBefore(rows[index], rows[index - 1]) {
      isSorted = false
      break
    }
    var rows = rows
    if !isSorted { rows.sort(by: isBefore) }
  }

  // MARK: Repeats

  /// Keeps one row of each start, the first, and reports what the others show.
  private mutating func dropRepeats(
    _ rows: UnsafeMutableBufferPointer<Episode>, _ number: Int32, seen: UInt64, loaded: UInt64
  ) -> Int {
    var kept = 0
    var first = 0
    var told: UInt64 = 0
    while first < rows.count {
      var end = first + 1
      var group: UInt64 = 1 &<< UInt64(ordinal(rows[first]))
      while end < rows.count, rows[end].start == rows[first].start {
        compare(rows[end - 1], rows[end], number)
        group |= 1 &<< UInt64(ordinal(rows[end]))
        end += 1
      }
      if loaded & (loaded &- 1) != 0 {
        checkReturns(
          UnsafeMutableBufferPointer(rebasing: rows[first..<end]), number, group: group,
          seen: seen, loaded: loaded, told: &told)
      }
      let winner = rows[first]
      rows[kept] = winner
      kept += 1
      first = end
    }
    return kept
  }

  private mutating func compare(_ newer: Episode, _ older: Episode, _ number: Int32) {
    if ordinal(newer) == ordinal(older) {
      report(newer.says(sameAs: older) ? .duplicateRow : .sameStart, older, number)
      return
    }
    if newer.newEpisode != older.newEpisode { report(.restatedRNE, newer, number) }
    if newer.legalStatus != older.legalStatus { report(.restatedLS, newer, number) }
    if newer.need != older.need { report(.restatedCIN, newer, number) }
    if newer.provider != older.provider { report(.restatedProvider, newer, number) }
    if newer.placement != older.placement,
      !newer.placement.isRecoding(of: older.placement)
    {
      report(.restatedPlace, newer, number)
    }
  }

  /// Whether consecutive returns agree that the child had this episode.
  private mutating func checkReturns(
    _ group: UnsafeMutableBufferPointer<Episode>, _ number: Int32, group present: UInt64,
    seen: UInt64, loaded: UInt64, told: inout UInt64
  ) {
    let earliest = present.trailingZeroBitCount
    if let row = group.last, earliest > 0, loaded >> UInt64(earliest - 1) & 1 == 1,
      years[earliest - 1] == years[earliest] - 1, told >> UInt64(earliest) & 1 == 0,
      row.start < Day.firstDay(ofReturn: sources[Int(row.source)].firstYear)
    {
      told |= 1 << UInt64(earliest)
      let wasThere = seen >> UInt64(earliest - 1) & 1 == 1
      report(wasThere ? .missingContinuous : .noPreviousEpisodes, row, number)
    }
    var last = -1
    for row in group where row.end == .open && ordinal(row) != last {
      last = ordinal(row)
      let next = last + 1
      guard next < years.count, loaded >> UInt64(next) & 1 == 1, years[next] == years[last] + 1,
        present >> UInt64(next) & 1 == 0, seen >> UInt64(next) != 0
      else { continue }
      report(.differentStart, row, number)
    }
  }

  // MARK: Repairs

  private mutating func endOverlaps(
    _ rows: UnsafeMutableBufferPointer<Episode>, _ number: Int32, _ returns: AuthorityReturns
  ) {
    for index in rows.indices.dropLast() where rows[index].end > rows[index + 1].start {
      if !returns.missing.isEmpty, rows[index].end == .open,
        endBeforeGap(&rows[index], next: rows[index + 1].start, number, returns)
      {
        continue
      }
      report(rows[index].end == .open ? .previousNotEnded : .overlap, rows[index], number)
      rows[index].end = rows[index + 1].start
      rows[index].ceased = .x1
      rows[index].marks.insert(.endRepaired)
    }
  }

  /// Ends an episode that was open at the end of a return behind which one or more are missing, where
  /// the next return that there is shows that it did not last until then: that return would have it.
  private mutating func endBeforeGap(
    _ row: inout Episode, next: Day, _ number: Int32, _ returns: AuthorityReturns
  ) -> Bool {
    let place = ordinal(row)
    guard returns.missing.contains(years[place] + 1),
      let following = (place + 1..<years.count).first(where: { returns.loaded >> $0 & 1 == 1 }),
      next > Day.firstDay(ofReturn: years[following])
    else { return false }
    endAsStale(&row, at: place, number)
    return true
  }

  private mutating func endAsStale(_ row: inout Episode, at place: Int, _ number: Int32) {
    report(.staleOpen, row, number)
    row.end = max(Day.lastDay(ofReturn: years[place]) &+ 1, row.start)
    row.ceased = .e99
    row.marks.insert(.closedAsStale)
  }

  private mutating func endStale(
    _ rows: UnsafeMutableBufferPointer<Episode>, _ number: Int32, seen: UInt64,
    _ returns: AuthorityReturns
  ) {
    guard let last = rows.indices.last, rows[last].end == .open, seen != 0 else { return }
    let lastSeen = 63 - seen.leadingZeroBitCount
    guard lastSeen < 63 - returns.loaded.leadingZeroBitCount else { return }
    endAsStale(&rows[last], at: lastSeen, number)
  }

  private mutating func cutAt18(
    _ rows: UnsafeMutableBufferPointer<Episode>, _ number: Int32, _ child: Child,
    _ returns: AuthorityReturns
  ) {
    guard child.birth != .unknown, let last = rows.last else { return }
    // Nobody turns 18 within 17 years; the birthday itself is dearer to find.
    let latest = last.end == .open ? returns.lastDay : last.end
    guard latest &- child.birth > 6200 else { return }
    let birthday = isOfStored ? child.end18 : child.birth.birthday(18)
    guard birthday != .unknown else { return }
    for index in rows.indices where rows[index].end > birthday {
      if rows[index].end == .open, birthday > returns.lastDay { continue }
      if rows[index].start >= birthday {
        report(.afterDeathOr18, rows[index], number)
        rows[index].end = rows[index].start
      } else {
        report(.past18, rows[index], number)
        rows[index].end = birthday
      }
      rows[index].marks.insert(.cutAt18)
    }
  }

  private mutating func report(_ rule: ImportRule, _ row: Episode, _ number: Int32) {
    faults.append(
      Fault(
        rule, file: UInt16(truncatingIfNeeded: sources[Int(row.source)].file), line: row.line,
        child: number, start: row.start))
  }
}

extension Episode {
  /// Whether two rows say the same, wherever they stand.
  func says(sameAs other: Episode) -> Bool {
    start == other.start && end == other.end && newEpisode == other.newEpisode
      && legalStatus == other.legalStatus && need == other.need && placement == other.placement
      && provider == other.provider && ceased == other.ceased
      && placementChange == other.placementChange
  }
}

extension Placement {
  /// Whether a return had to restate another code as this one: H5 as K3 from 2024-25, Z1 as Z11 to
  /// Z14 from 2025-26.
  func isRecoding(of other: Placement) -> Bool {
    switch other {
    case .h5: self == .k3
    case .z1: self == .z11 || self == .z12 || self == .z13 || self == .z14
    default: false
    }
  }
}

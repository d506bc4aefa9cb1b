/// Puts a child's episodes together to periods of care. Dates decide; where the codes say otherwise,
/// that is reported.
struct PeriodAssembly {
  let child: Child
  let number: Int32
  let returns: AuthorityReturns

  /// - Parameter episodes: of one child, joined; each gets the placement that counts.
  mutating func run(
    _ episodes: UnsafeMutableBufferPointer<Episode>, sources: [ReturnSource],
    _ periods: inout ContiguousArray<CarePeriod>, _ faults: inout ContiguousArray<Fault>
  ) {
    func report(_ rule: ImportRule, _ row: Episode) {
      faults.append(
        Fault(
          rule, file: UInt16(truncatingIfNeeded: sources[Int(row.source)].file), line: row.line,
          child: number, start: row.start))
    }
    var current: CarePeriod?
    var previous = -1
    var settled = Placement.blank
    for index in episodes.indices {
      let row = episodes[index]
      guard row.counts else {
        // An episode of no length may still say why the period ended.
        if row.start == row.end, !row.legalStatus.isRespite, row.start == current?.end,
          row.ceased.isValid, row.ceased != .x1, !row.marks.contains(.cutAt18)
        {
          current?.ceased = row.ceased
          episodes[previous].ceased = row.ceased
        }
        continue
      }
      if let period = current, period.end == row.start {
        let before = episodes[previous]
        if row.newEpisode == .s {
          report(.startOnEndDay, row)
        } else if before.ceased.isValid, before.ceased != .x1, !before.marks.contains(.endRepaired)
        {
          report(.notStartAfterEnd, row)
        }
        if row.need != before.need, row.need.isValid, before.need.isValid {
          report(.needChanges, row)
        }
        current?.episodeCount = Int32(
          truncatingIfNeeded: Int(child.firstEpisode) + index + 1 - Int(period.firstEpisode))
      } else {
        if let period = current {
          if episodes[previous].placement.isTemporary {
            report(.temporaryAtEdge, episodes[previous])
          }
          if period.ceased == .x1 { report(.continuationMissing, episodes[previous]) }
          if row.newEpisode != .s, row.newEpisode.isValid {
            report(period.ceased == .x1 ? .gapBeforeContinuation : .notStartAfterEnd, row)
          }
          periods.append(period)
        } else if row.newEpisode != .s, row.newEpisode.isValid, row.start >= returns.firstDay {
          report(.firstNotStart, row)
        }
        if row.placement.isTemporary { report(.temporaryAtEdge, row) }
        var marks: CarePeriod.Marks = []
        if row.newEpisode == .s { marks.insert(.startIsKnown) }
        if row.newEpisode != .s || row.start < returns.firstDay { marks.insert(.leftTruncated) }
        current = CarePeriod(
          child: number,
          firstEpisode: Int32(truncatingIfNeeded: Int(child.firstEpisode) + index),
          episodeCount: 1, start: row.start, end: row.end, ceased: row.ceased, marks: marks)
        settled = .blank
      }
      current?.end = row.end
      current?.ceased = row.ceased
      if row.marks.contains(.closedAsStale) { current?.marks.insert(.closedAsStale) }
      if row.marks.contains(.cutAt18) { current?.marks.insert(.cutAt18) }
      if row.marks.isDisjoint(with: [.cutAt18, .isAdultAtEnd]) {
        current?.marks.remove(.isAdultAtEnd)
      } else {
        current?.marks.insert(.isAdultAtEnd)
      }
      if row.placement.isTemporary {
        if settled != .blank { episodes[index].settled = settled }
      } else {
        settled = row.placement
      }
      previous = index
    }
    guard let period = current else { return }
    if period.end != .open {
      if episodes[previous].placement.isTemporary { report(.temporaryAtEdge, episodes[previous]) }
      if period.ceased == .x1, !episodes[previous].marks.contains(.cutAt18) {
        report(.continuationMissing, episodes[previous])
      }
    }
    periods.append(period)
  }
}

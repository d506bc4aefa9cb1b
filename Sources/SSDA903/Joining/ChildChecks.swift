import LookedAfter

/// Checks a child's joined episodes one by one, for what is wrong or hardly possible.
struct ChildChecks {
  let child: Child
  let number: Int32
  let sources: [ReturnSource]
  let returns: AuthorityReturns
  var isHeaderLoaded = true

  /// Whether the day of birth is known.
  var isBirthKnown = true

  init(child: Child, number: Int32, sources: [ReturnSource], returns: AuthorityReturns) {
    self.child = child
    self.number = number
    self.sources = sources
    self.returns = returns
  }

  /// 28 October 2023, from which independent living (P2) is no longer allowed.
  private static let endOfP2 = CivilDate(year: 2023, month: 10, day: 28).map(Day.init) ?? .open

  func run(
    _ episodes: UnsafeMutableBufferPointer<Episode>, _ faults: inout ContiguousArray<Fault>
  ) {
    guard let first = episodes.first else { return }
    if isHeaderLoaded, !child.isInHeader { report(.notInHeader, first, &faults) }
    if isBirthKnown, child.birth > first.start {
      report(.bornAfterStart, first, &faults)
    }
    var breaks: (year: Int, days: Int, told: Bool) = (0, 0, false)
    for index in episodes.indices {
      let row = episodes[index]
      if row.start > lastDay(row) { report(.startAfterReturn, row, &faults) }
      checkPlacement(row, &faults)
      checkLegalStatus(row, &faults)
      if row.end != .open, row.ceased != .x1, row.ceased.isValid { checkEnd(row, &faults) }
      if row.ceased == .e2, index + 1 < episodes.count {
        report(.afterDeathOr18, row, &faults)
      }
      if row.legalStatus == .v3, row.end != .open {
        let year = row.start.returnYear
        if year != breaks.year { breaks = (year, 0, false) }
        breaks.days += Int(row.end &- row.start)
        if breaks.days > 75, !breaks.told {
          breaks.told = true
          report(.shortBreaksTooMany, row, &faults)
        }
      }
    }
  }

  /// The last day of the return that a row is of.
  @inline(__always)
  private func lastDay(_ row: Episode) -> Day { sources[Int(row.source)].lastDay }

  @inline(__always)
  private func checkPlacement(_ row: Episode, _ faults: inout ContiguousArray<Fault>) {
    let place = row.placement
    if row.provider == .pr0, place != .p1 { report(.parentProvider, row, &faults) }
    switch place {
    case .p1: if row.legalStatus == .v2 { report(.parentsUnderSection20, row, &faults) }
    case .k3, .h5:
      if isBirthKnown, row.start < child.birth.birthday(16) {
        report(.supportedUnder16, row, &faults)
      }
      checkYears(place.years, row, .place, &faults)
    case .a5, .a6: if row.legalStatus != .e1 { report(.adoptionWithoutOrder, row, &faults) }
    case .p2:
      if row.start >= Self.endOfP2 { report(.codeNotAllowed, row, &faults) }
      checkYears(place.years, row, .place, &faults)
    case .z1, .z11, .z12, .z13, .z14: checkYears(place.years, row, .place, &faults)
    default: break
    }
  }

  @inline(__always)
  private func checkLegalStatus(_ row: Episode, _ faults: inout ContiguousArray<Fault>) {
    let days = row.end == .open ? 0 : row.end &- row.start
    switch row.legalStatus {
    case .j1, .j2, .j3:
      if isBirthKnown, row.start < child.birth.birthday(10) {
        report(.remandUnder10, row, &faults)
      }
    case .l1: if days > 3 { report(.policeProtectionTooLong, row, &faults) }
    case .l2: if days > 21 { report(.emergencyOrderTooLong, row, &faults) }
    case .l3: if days > 7 { report(.assessmentOrderTooLong, row, &faults) }
    case .v3: if days > 17 { report(.shortBreakTooLong, row, &faults) }
    default: break
    }
  }

  private func checkEnd(_ row: Episode, _ faults: inout ContiguousArray<Fault>) {
    if row.ceased.isAdoption, !row.placement.isForAdoption {
      report(.adoptedWithoutPlacement, row, &faults)
    }
    if row.ceased == .e45 || row.ceased == .e46, !row.placement.isFoster {
      report(.guardianNotCarer, row, &faults)
    }
    if row.ceased.isSpecialGuardianship || row.ceased == .e17, isBirthKnown {
      let is18 = row.end >= child.birth.birthday(18)
      if row.ceased == .e17 {
        if !is18 { report(.stayingPutUnder18, row, &faults) }
      } else if is18 {
        report(.guardianshipAt18, row, &faults)
      }
    }
    if row.ceased.years != everyReturn { checkYears(row.ceased.years, row, .rec, &faults) }
  }

  /// Whether a code existed in any return that may have had the episode.
  private func checkYears(
    _ years: ClosedRange<Int>, _ row: Episode, _ field: Field,
    _ faults: inout ContiguousArray<Fault>
  ) {
    let source = sources[Int(row.source)]
    guard source.year > 0 else { return }
    let first = max(source.firstYear, field == .rec ? row.end.returnYear : row.start.returnYear)
    let last = max(source.year, first)
    if !years.overlaps(first...last) { report(.codeOutsideYears, row, &faults, field) }
  }

  private func report(
    _ rule: ImportRule, _ row: Episode, _ faults: inout ContiguousArray<Fault>,
    _ field: Field = .none
  ) {
    faults.append(
      Fault(
        rule, field, file: UInt16(truncatingIfNeeded: sources[Int(row.source)].file),
        line: row.line, child: number, start: row.start))
  }
}

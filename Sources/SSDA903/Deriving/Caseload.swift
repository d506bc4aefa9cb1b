import LookedAfter

/// The looked after children of the returns with their cohorts, ready to be counted on any day.
///
/// Every figure comes from one pass over the children, however many days are asked for.
public struct Caseload: Sendable {
  /// The returns.
  public let returns: JoinedReturns

  /// The scheme whose rules give each child a cohort.
  public let scheme: CohortScheme

  /// The authority whose children these are; nil for those of all.
  public let authority: String?

  /// The local plans; nil without.
  public let plans: PlanFile?

  let table: CohortTable
  let spans: PlanSpans
  let range: Range<Int>

  /// Gives the children their cohorts.
  ///
  /// - Parameters:
  ///   - returns: the returns.
  ///   - scheme: the scheme; a cohort without a rule gets no child.
  ///   - plans: the local plan file, without which plan cohorts stay empty.
  ///   - authority: the code of one authority, to leave the others out.
  /// - Throws: `ReturnError.unknownCode` when a rule of the scheme names a code that no list has;
  ///   `tooManyCohorts` when the scheme has more than 64.
  public init(
    _ returns: JoinedReturns, scheme: CohortScheme, plans: PlanFile? = nil,
    authority: String? = nil
  ) throws(ReturnError) {
    self.returns = returns
    self.scheme = scheme
    self.authority = authority
    self.plans = plans
    table = try CohortTable(scheme)
    spans = plans.map { PlanSpans($0, returns: returns) } ?? .none
    guard let authority else {
      range = 0..<returns.children.count
      return
    }
    // Children of one authority stand together.
    let place = returns.authorities.firstIndex(of: authority).map { UInt16($0) }
    let children = UnsafeBufferPointer(start: returns.children.base, count: returns.children.count)
    let first = children.firstIndex { $0.authority == place } ?? 0
    let end = children[first...].firstIndex { $0.authority != place } ?? children.count
    range = first..<(children.isEmpty || children[first].authority != place ? first : end)
  }

  /// The plans whose child is in none of the returns.
  public var unknownPlans: [ImportFinding] {
    spans.unknown.map { place in
      let line = plans?.rows[place].line ?? 0
      return ImportFinding(
        rule: .planChildUnknown, child: nil, file: plans?.name ?? "", line: line > 0 ? line : nil,
        field: "CHILD", episodeStart: nil)
    }
  }

  /// The days that the returns cover.
  public var coverage: ClosedRange<CivilDate>? { returns.coverage(of: authority) }

  /// The years that the returns cover, by the day that ends them.
  public var coveredYears: [Int] { returns.coveredYears(of: authority) }

  /// Whether a day lies in a year that there is a return of.
  public func covers(_ day: CivilDate) -> Bool {
    coverage?.contains(day) == true && !missingYears.contains(Day(day).returnYear)
  }

  /// The years between the first and the last return of which there is none.
  public var missingYears: [Int] { returns.missingYears(of: authority) }

  /// The ids of the cohorts in the order of the scheme, and `unallocated` behind them.
  public var cohortIDs: [CohortID] { scheme.cohorts.map(\.id) + [.unallocated] }

  // MARK: Spells

  /// A stretch of days on which everything that is counted of a child stays the same.
  struct Spell {
    let child: Int
    let period: Int
    let episode: Episode
    /// The first day.
    let start: Day
    /// The day after the last.
    let end: Day
    /// UASC, and the plans that the rules ask for, a bit each.
    let mask: Int

    var isUASC: Bool { mask & 1 == 1 }
  }

  /// Every spell of every child, in order of time for each.
  @inline(__always)
  func forEachSpell(_ body: (Spell) -> Void) {
    for child in range { forEachSpell(of: child, body) }
  }

  /// Every spell of a child, in order of time.
  @inline(__always)
  func forEachSpell(of number: Int, _ body: (Spell) -> Void) {
    let child = returns.children.base[number]
    let isPlain = !child.isUASC && !spans.hasPlans(number)
    for period in child.periods {
      for place in returns.periods.base[period].episodes {
        let episode = returns.episodes.base[place]
        guard episode.counts else { continue }
        if isPlain {
          body(
            Spell(
              child: number, period: period, episode: episode, start: episode.start,
              end: episode.end, mask: 0))
        } else {
          split(episode, number, period, child, body)
        }
      }
    }
  }

  /// Cuts an episode where UASC status ends and where plans begin and end.
  private func split(
    _ episode: Episode, _ number: Int, _ period: Int, _ child: Child, _ body: (Spell) -> Void
  ) {
    var cuts = [episode.start, episode.end]
    if child.isUASC { cuts.append(child.uascEnd) }
    let plans = spans.plans(of: number)
    for plan in plans {
      cuts.append(plan.start)
      cuts.append(plan.end)
    }
    cuts = cuts.filter { $0 >= episode.start && $0 <= episode.end }.sorted()
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      var mask = child.isUASC && child.uascEnd > start ? 1 : 0
      for plan in plans where plan.start <= start && start < plan.end {
        mask |= table.planBits[plan.kind].map { 1 << $0 } ?? 0
      }
      body(
        Spell(
          child: number, period: period, episode: episode, start: start, end: end, mask: mask))
    }
  }
}

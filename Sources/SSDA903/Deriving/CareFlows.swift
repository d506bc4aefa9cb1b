import LookedAfter

/// Who became looked after and who left care between two days, both included.
public struct CareFlows: Equatable, Sendable {
  /// The days.
  public let days: ClosedRange<CivilDate>

  /// Periods of care that began, by the first legal status.
  public internal(set) var started: [EntryRoute: Int] = [:]

  /// Periods of care that ended, by the route.
  public internal(set) var ceased: [ExitRoute: Int] = [:]

  /// The ends as a history records them, by measure.
  public internal(set) var ceasedMeasures: [MeasureID: Int] = [:]

  /// Children who are in no later return, and whose period of care we ended: no exits.
  public internal(set) var lost = 0

  /// Children who became looked after at least once.
  public internal(set) var childrenStarting = 0

  /// Children who left care at least once.
  public internal(set) var childrenCeasing = 0

  /// Children who left care, each by the route of the last occasion.
  public internal(set) var childrenCeasingByRoute: [ExitRoute: Int] = [:]

  /// Of those, how many periods have a known first day, and how many days they lasted together. The
  /// mean is the sum over the number; a period whose start is not known is left out.
  public internal(set) var durations: [ExitRoute: DayCount] = [:]

  fileprivate mutating func count(
    _ period: CarePeriod, _ route: ExitRoute, lastStatus: LegalStatus, isLastOccasion: Bool
  ) {
    ceased[route, default: 0] += 1
    ceasedMeasures[route.measure(lastStatus: lastStatus), default: 0] += 1
    guard isLastOccasion else { return }
    childrenCeasing += 1
    childrenCeasingByRoute[route, default: 0] += 1
    if !period.marks.contains(.leftTruncated) {
      durations[route, default: DayCount()].count += 1
      durations[route, default: DayCount()].days += Int(period.end - period.start)
    }
  }

  /// Periods of care that began.
  public var startedTotal: Int { started.values.reduce(0, +) }

  /// Periods of care that ended, those lost left out.
  public var ceasedTotal: Int { ceased.values.reduce(0, +) }

  /// Children who left after a period of care whose first day is not known. In the first years that
  /// the returns cover these are many, and those that lasted longest: the mean of the others is then
  /// too low.
  public var durationUnknown: Int { childrenCeasing - duration.count }

  /// All durations together.
  public var duration: DayCount {
    durations.values.reduce(DayCount()) {
      DayCount(count: $0.count + $1.count, days: $0.days + $1.days)
    }
  }
}

/// Some periods, and the days that they lasted together.
public struct DayCount: Equatable, Sendable {
  /// How many periods.
  public var count = 0

  /// The days of all.
  public var days = 0

  /// Counts nothing, or what is given.
  public init(count: Int = 0, days: Int = 0) {
    self.count = count
    self.days = days
  }

  /// The mean number of days to one decimal, half away from zero; nil for none.
  public var mean: Quantity? {
    count > 0
      ? Quantity(mantissa: divideRoundingHalfAwayFromZero(days * 10, by: count), decimals: 1) : nil
  }
}

extension Caseload {
  /// The flows of each of some stretches of days that do not overlap, in the order given.
  ///
  /// A start counts where its day lies within the years that the returns cover.
  ///
  /// Where figures were kept when rows were removed, they stand.
  public func flows(in stretches: [ClosedRange<CivilDate>]) -> [CareFlows] {
    let counted = countedFlows(in: stretches)
    guard let kept = returns.kept?.flows else { return counted }
    return zip(stretches, counted).map { stretch, flow in
      kept[Day(stretch.lowerBound)...Day(stretch.upperBound)] ?? flow
    }
  }

  private func countedFlows(in stretches: [ClosedRange<CivilDate>]) -> [CareFlows] {
    let index = StretchIndex(stretches)
    var flows = stretches.map { CareFlows(days: $0) }
    let covered = coverage
    let firstDay = covered.map { Day($0.lowerBound) } ?? .open
    let lastDay = covered.map { Day($0.upperBound) } ?? .unknown
    for number in range {
      let child = returns.children.base[number]
      var lastStart = -1
      for place in child.periods {
        let period = returns.periods.base[place]
        let start = index.place(of: period.start)
        guard start >= 0, period.start >= firstDay, period.start <= lastDay else { continue }
        let first = returns.episodes.base[Int(period.firstEpisode)]
        let isUASC = child.isUASC && child.uascEnd > period.start
        flows[start].started[EntryRoute(first.legalStatus, isUASC: isUASC), default: 0] += 1
        if start != lastStart { flows[start].childrenStarting += 1 }
        lastStart = start
      }
      // From the last back: the first end met in a stretch is the last occasion in it.
      var lastEnd = -1
      for place in child.periods.reversed() {
        let period = returns.periods.base[place]
        let end = index.place(of: period.end)
        guard end >= 0, period.end >= firstDay else { continue }
        if period.marks.contains(.closedAsStale) {
          flows[end].lost += 1
          continue
        }
        flows[end].count(
          period, route(of: period, child),
          lastStatus: returns.episodes.base[period.episodes.upperBound - 1].legalStatus,
          isLastOccasion: end != lastEnd)
        lastEnd = end
      }
    }
    return flows
  }

  /// The route by which a child left at the end of a period of care.
  func route(of period: CarePeriod, _ child: Child) -> ExitRoute {
    ExitRoute(period.ceased, isAdult: isAdult(at: period, child))
  }

  /// Whether a child had turned 18 when a period of care ended.
  private func isAdult(at period: CarePeriod, _ child: Child) -> Bool {
    returns.isStored ? period.marks.contains(.isAdultAtEnd) : child.isAdult(on: period.end)
  }

  /// The months that the returns cover, each from its first day to its last.
  public var months: [ClosedRange<CivilDate>] {
    financialYears.flatMap { year in
      (0..<12).compactMap { offset in
        let month = year.lowerBound.month.advanced(by: offset)
        return CivilDate(month, day: 1).map { $0...month.lastDay }
      }
    }
  }

  /// The years that the returns cover, each from 1 April to 31 March.
  public var financialYears: [ClosedRange<CivilDate>] {
    coveredYears.compactMap { year in
      guard let start = Day.firstDay(ofReturn: year).date,
        let end = Day.lastDay(ofReturn: year).date
      else { return nil }
      return start...end
    }
  }
}

/// Tells in which of some stretches a day is.
struct StretchIndex {
  private let first: Day
  private let places: [Int32]

  init(_ stretches: [ClosedRange<CivilDate>]) {
    let days = stretches.map { (Day($0.lowerBound), Day($0.upperBound)) }
    first = days.map(\.0).min() ?? 0
    let last = days.map(\.1).max() ?? first
    var places = [Int32](repeating: -1, count: stretches.isEmpty ? 0 : Int(last - first) + 1)
    for (index, stretch) in days.enumerated() {
      for day in stretch.0...stretch.1 {
        places[Int(day - first)] = Int32(truncatingIfNeeded: index)
      }
    }
    self.places = places
  }

  /// The place of the stretch that has the day; less than nothing when none has.
  @inline(__always)
  func place(of day: Day) -> Int {
    guard day >= first, day != .open else { return -1 }
    let offset = Int(day &- first)
    return offset < places.count ? Int(places[offset]) : -1
  }
}

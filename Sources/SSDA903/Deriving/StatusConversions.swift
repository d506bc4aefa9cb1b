import LookedAfter

/// What became of children on a legal status, and after how long: observed rates for forecasts.
public struct StatusConversion: Equatable, Sendable {
  /// The status that ended.
  public let status: LegalStatus

  /// What followed.
  public let outcome: Outcome

  /// How many, and how many days they had been on the status together. Stretches whose beginning is
  /// not known are counted in `number` only.
  public let lasted: DayCount

  /// How many, with those whose beginning is not known.
  public let number: Int

  /// What follows a legal status.
  public enum Outcome: Hashable, Sendable {
    /// Another status.
    case status(LegalStatus)
    /// The end of care.
    case left(ExitRoute)
  }
}

extension Caseload {
  /// The legal statuses that ended within some days, by status and by what followed; periods that we
  /// ended because a child was in no later return are left out.
  public func conversions(in days: ClosedRange<CivilDate>) -> [StatusConversion] {
    let stretch = (first: Day(days.lowerBound), last: Day(days.upperBound))
    struct Key: Hashable {
      let status: LegalStatus
      let outcome: StatusConversion.Outcome
    }
    var found: [Key: (lasted: DayCount, number: Int)] = [:]
    for number in range {
      let child = returns.children.base[number]
      for place in child.periods {
        let period = returns.periods.base[place]
        guard period.end >= stretch.first else { continue }
        var start = period.start
        var isKnown = period.marks.contains(.startIsKnown)
        var status: LegalStatus?
        func note(_ outcome: StatusConversion.Outcome, at end: Day) {
          guard let status, end >= stretch.first, end <= stretch.last else { return }
          let key = Key(status: status, outcome: outcome)
          found[key, default: (DayCount(), 0)].number += 1
          if isKnown {
            found[key, default: (DayCount(), 0)].lasted.count += 1
            found[key, default: (DayCount(), 0)].lasted.days += Int(end - start)
          }
        }
        for episode in period.episodes {
          let episode = returns.episodes.base[episode]
          guard episode.counts, episode.legalStatus != status else { continue }
          if status != nil {
            note(.status(episode.legalStatus), at: episode.start)
            isKnown = true
          }
          status = episode.legalStatus
          start = episode.start
        }
        if period.end != .open, !period.marks.contains(.closedAsStale) {
          note(.left(route(of: period, child)), at: period.end)
        }
      }
    }
    return found.map { key, value in
      StatusConversion(
        status: key.status, outcome: key.outcome, lasted: value.lasted, number: value.number)
    }
    .sorted {
      ($0.status.rawValue, -$0.number, "\($0.outcome)")
        < ($1.status.rawValue, -$1.number, "\($1.outcome)")
    }
  }
}

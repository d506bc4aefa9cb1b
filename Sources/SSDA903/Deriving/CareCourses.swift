import LookedAfter

/// One period of care of one child, month end by month end: when it began, the cohorts, how it ended.
/// Holds no id and no day: nothing leads back to the child.
public struct CareCourse: Equatable, Sendable {
  /// The month of birth; nil where it is not known.
  public let born: Month?

  /// The month in which it began.
  public let joined: Month

  /// Each cohort, with the month from whose end on the child was in it; in time order.
  public let stays: [(from: Month, cohort: CohortID)]

  /// The first month at whose end the child was not looked after any more; nil while it lasts.
  public let left: Month?

  /// The measure of leavers by the route; nil while it lasts.
  public let route: MeasureID?

  /// The measure of those who became looked after by the first legal status.
  public let start: MeasureID

  /// Whether two periods are alike in all that is known of them.
  public static func == (one: CareCourse, other: CareCourse) -> Bool {
    one.born == other.born && one.joined == other.joined && one.left == other.left
      && one.route == other.route && one.start == other.start
      && one.stays.elementsEqual(other.stays) { $0.from == $1.from && $0.cohort == $1.cohort }
  }
}

extension Caseload {
  /// The periods of care up to the end of a month, as they were known then: nothing that happened later
  /// is in them. Periods without a month's end in them are left out; a period in which respite breaks
  /// follow one another is cut there, as it is where children are counted.
  public func courses(through last: Month) -> [CareCourse] {
    let end = Day(last.lastDay)
    let ids = cohortIDs
    var found: [CareCourse] = []
    for child in range {
      let born = returns.children.base[child].birth.date?.month
      var open: Draft?
      func close(_ draft: Draft?) {
        guard let draft, let course = course(draft, born: born, end: end) else { return }
        found.append(course)
      }
      forEachSpell(of: child) { spell in
        guard spell.start <= end, let month = spell.start.date?.month else { return }
        let cohort = ids[table.cohort(spell.episode, mask: spell.mask)]
        if open?.period != spell.period || open?.end != spell.start {
          close(open)
          open = Draft(period: spell.period, joined: month, end: spell.end, stays: [])
        }
        open?.end = spell.end
        open?.status = spell.episode.legalStatus
        // The last spell that begins in a month is the one of its end.
        if let place = open?.stays.indices.last, open?.stays[place].from == month {
          open?.stays[place].cohort = cohort
        } else if open?.stays.last?.cohort != cohort {
          open?.stays.append((month, cohort))
        }
      }
      close(open)
    }
    return found
  }

  private struct Draft {
    let period: Int
    let joined: Month
    var end: Day
    var stays: [(from: Month, cohort: CohortID)]
    var status = LegalStatus.c2
  }

  private func course(_ draft: Draft, born: Month?, end: Day) -> CareCourse? {
    let period = returns.periods.base[draft.period]
    let child = returns.children.base[Int(period.child)]
    let isUASC = child.isUASC && child.uascEnd > period.start
    let start = EntryRoute(
      returns.episodes.base[Int(period.firstEpisode)].legalStatus, isUASC: isUASC
    ).measure
    guard draft.end <= end, let left = draft.end.date?.month else {
      return CareCourse(
        born: born, joined: draft.joined, stays: draft.stays, left: nil, route: nil,
        start: start)
    }
    guard left > draft.joined else { return nil }
    let isTheEnd = period.end == draft.end
    let route =
      isTheEnd && !period.marks.contains(.closedAsStale)
      ? self.route(of: period, child)
        .measure(lastStatus: draft.status)
      : "ceased.other"
    return CareCourse(
      born: born, joined: draft.joined, stays: draft.stays.filter { $0.from < left }, left: left,
      route: route, start: start)
  }
}

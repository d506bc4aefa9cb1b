import LookedAfter
import Pseudonyms

/// A child on a day, by pseudonym: for the authority's own eyes, never for a paper.
public struct CaseloadChild: Equatable, Sendable {
  /// Who it is, for those who hold the secret.
  public let child: Pseudonym

  /// The code of the authority; blank when the files have none.
  public let authority: String

  /// The month of birth; nil when it is not known.
  public let birthMonth: Month?

  /// The completed years of age; nil when the birth is not known.
  public let age: Int?

  /// The cohort, or `unallocated`.
  public let cohort: CohortID

  /// The legal status.
  public let legalStatus: LegalStatus

  /// The placement; for a temporary one, the one before it.
  public let placement: Placement

  /// The first day of the period of care, as far as the returns show.
  public let lookedAfterSince: CivilDate?

  /// Whether the period of care may have begun earlier.
  public let mayHaveStartedEarlier: Bool

  /// The first day in the cohort without a break, as far as the returns show.
  public let inCohortSince: CivilDate?

  /// The plans that are live, in the order of the plan file.
  public let plans: [LivePlan]
}

/// A plan that is live on a day.
public struct LivePlan: Equatable, Sendable {
  /// What it aims at.
  public let kind: PlanKind

  /// Since when.
  public let start: CivilDate?

  /// The stage of its application, in the words of the file; blank when it has none.
  public let stage: String
}

extension Caseload {
  /// The children of a cohort on a day, in the order of their pseudonyms.
  ///
  /// - Parameters:
  ///   - cohort: a cohort of the scheme, `unallocated` or `total`.
  ///   - date: the day.
  ///   - key: the secret of the pseudonyms.
  public func children(
    in cohort: CohortID, on date: CivilDate, key: PseudonymKey
  ) -> [CaseloadChild] {
    let day = Day(date)
    let ids = cohortIDs
    var names = PseudonymCache(returns: returns, key: key)
    var found: [CaseloadChild] = []
    for number in range {
      var since = Day.unknown
      var last = (cohort: -1, end: Day.unknown)
      var current: Spell?
      forEachSpell(of: number) { spell in
        guard spell.start <= day else { return }
        let place = table.cohort(spell.episode, mask: spell.mask)
        if place != last.cohort || spell.start != last.end { since = spell.start }
        last = (place, spell.end)
        if day < spell.end { current = spell }
      }
      guard let current, let name = names[number],
        cohort == .total || ids[last.cohort] == cohort
      else { continue }
      found.append(line(name, number, current, ids[last.cohort], since: since, on: day))
    }
    return found.sorted { $0.child < $1.child }
  }

  private func line(
    _ name: Pseudonym, _ number: Int, _ spell: Spell, _ cohort: CohortID, since: Day, on day: Day
  ) -> CaseloadChild {
    let child = returns.children.base[number]
    let period = returns.periods.base[spell.period]
    let birth = child.birth.date
    let age = birth.map { birth in
      let years = (day.date?.month.year ?? 0) - birth.month.year
      return child.birth.birthday(years) <= day ? years : years - 1
    }
    return CaseloadChild(
      child: name, authority: returns.authorities[Int(child.authority)],
      birthMonth: birth?.month, age: age, cohort: cohort, legalStatus: spell.episode.legalStatus,
      placement: spell.episode.settled, lookedAfterSince: period.start.date,
      mayHaveStartedEarlier: period.marks.contains(.leftTruncated),
      inCohortSince: since.date,
      plans: spans.plans(of: number).filter { $0.start <= day && day < $0.end }.map { span in
        LivePlan(
          kind: span.kind, start: span.start.date,
          stage: plans?.rows[Int(span.row)].stage ?? "")
      })
  }
}

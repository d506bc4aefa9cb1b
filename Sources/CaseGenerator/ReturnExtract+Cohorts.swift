import LookedAfter

extension ReturnExtract {
  /// The cohort in which the rules of a scheme put a child on a day; nil where no rule takes the
  /// child, or where it is not looked after.
  public func cohort(of child: String, on day: CivilDate, by scheme: CohortScheme) -> CohortID? {
    guard let episode = episode(of: child, on: day) else { return nil }
    let isUASC = unaccompanied[child].map { $0.map { day < $0 } ?? true } ?? false
    let live = plans.filter {
      $0.child == child && $0.start <= day && ($0.end.map { day < $0 } ?? true)
    }.map(\.kind)
    let place = settledPlace(of: child, in: episode)
    let rules = scheme.cohorts.compactMap { cohort in cohort.rule.map { (cohort.id, $0) } }
    return rules.sorted { $0.1.order < $1.1.order }.first { _, rule in
      if let wanted = rule.isUASC, wanted != isUASC { return false }
      if !rule.needs.isEmpty, !rule.needs.contains(episode.need) { return false }
      if rule.excludedNeeds.contains(episode.need) { return false }
      if rule.legalStatuses.isEmpty, rule.placements.isEmpty, rule.plans.isEmpty { return true }
      return rule.legalStatuses.contains(episode.status) || rule.placements.contains(place)
        || rule.plans.contains(where: live.contains)
    }?.0
  }

  /// The placement of an episode: of a temporary one, the one before it.
  private func settledPlace(of child: String, in episode: Episode) -> String {
    guard episode.place.hasPrefix("T") else { return episode.place }
    return episodes[child]?.last {
      $0.start < episode.start && !$0.place.hasPrefix("T") && !$0.endsCare
    }?.place ?? episode.place
  }

  /// The day on which each child's care order was discharged by going home, on or after a day: the
  /// child left care for the parents from a care order, and had not turned 18.
  public func discharges(since day: CivilDate) -> [String: CivilDate] {
    episodes.compactMapValues { own in
      own.last { $0.end.map { $0 >= day } ?? false && isDischarge($0) }?.end
    }
  }

  private func isDischarge(_ episode: Episode) -> Bool {
    guard let end = episode.end, ["E4A", "E4B"].contains(episode.reason),
      ["C1", "C2"].contains(episode.status)
    else { return false }
    return !isAdult(episode.child, on: end)
  }

  /// Whether a child has turned 18 by a day.
  public func isAdult(_ child: String, on day: CivilDate) -> Bool {
    guard let born = birthdays[child] else { return false }
    let months = born.month.distance(to: day.month)
    return months > 216 || months == 216 && day.day >= born.day
  }
}

import LookedAfter

/// The two indicators of stability of placements, on one day and for the year that ends with it.
public struct PlacementStability: Equatable, Sendable {
  /// The day: 31 March for the published indicator.
  public let date: CivilDate

  /// The looked after children on the day.
  public internal(set) var lookedAfter = 0

  /// Of those, the children with three or more placements in the twelve months up to the day, when
  /// a placement with the same carer is no new one.
  public internal(set) var threeOrMoreCarers = 0

  /// The same when any change of placement counts.
  public internal(set) var threeOrMorePlacements = 0

  /// The children under 16 who have been looked after without a break for two and a half years.
  public internal(set) var longTerm = 0

  /// Of those, the children in one placement for two years; or placed for adoption, where that
  /// placement and the one before it together last as long.
  public internal(set) var longTermStable = 0

  /// The children for whom the second indicator cannot be told, for their age is not known.
  public internal(set) var ageUnknown = 0

  /// The children looked after for the twelve months up to the day without a break.
  public internal(set) var allYear = 0

  /// What is counted, for the foot of a table.
  public static let definition =
    "Placements of 24 hours or more in the twelve months, with those open at its beginning and end;"
    + " short breaks left out. Temporary placements (T0 to T4) and the return from them do not"
    + " count, nor does placement for adoption with the current foster carers. Of the two readings"
    + " one counts changes of carer (RNE S, P, B), the other also changes with the same carer (T, U)."
    + " Long-term stability goes by changes of carer."
}

extension Caseload {
  /// The stability of placements on each of some days, in the order given.
  public func stability(on dates: [CivilDate]) -> [PlacementStability] {
    dates.map { date in
      // Where figures were kept when rows were removed, they stand.
      if let kept = returns.kept?.stability[Day(date)] { return kept }
      var figures = PlacementStability(date: date)
      let day = Day(date)
      let months = StabilityDays(
        day: day, yearStart: day.advanced(byMonths: -12) &+ 1,
        twoYears: day.advanced(byMonths: -24), longTerm: day.advanced(byMonths: -30))
      for child in range { add(returns.children.base[child], months, &figures) }
      return figures
    }
  }

  private struct StabilityDays {
    let day: Day
    let yearStart: Day
    let twoYears: Day
    let longTerm: Day
  }

  private func add(
    _ child: Child, _ days: StabilityDays, _ figures: inout PlacementStability
  ) {
    guard
      let last = child.periods.last(where: { returns.periods.base[$0].start <= days.day }),
      returns.periods.base[last].end > days.day
    else { return }
    figures.lookedAfter += 1
    if returns.periods.base[last].start <= days.yearStart { figures.allYear += 1 }
    var counts = (carer: 0, any: 0)
    var current = PlacementRuns(.carer)
    for place in child.periods where place <= last {
      let period = returns.periods.base[place]
      guard period.end > days.yearStart else { continue }
      var runs = (carer: PlacementRuns(.carer), any: PlacementRuns(.any))
      var isCounted = (carer: false, any: false)
      for episode in period.episodes {
        let episode = returns.episodes.base[episode]
        guard episode.counts, episode.start <= days.day else { continue }
        if runs.carer.take(episode) { isCounted.carer = false }
        if runs.any.take(episode) { isCounted.any = false }
        guard episode.end > days.yearStart, !episode.placement.isTemporary else { continue }
        if !isCounted.carer { counts.carer += 1 }
        if !isCounted.any { counts.any += 1 }
        isCounted = (true, true)
      }
      current = runs.carer
    }
    if counts.carer >= 3 { figures.threeOrMoreCarers += 1 }
    if counts.any >= 3 { figures.threeOrMorePlacements += 1 }
    guard returns.periods.base[last].start <= days.longTerm else { return }
    guard child.birth != .unknown else {
      figures.ageUnknown += 1
      return
    }
    guard child.birth.birthday(16) > days.day else { return }
    figures.longTerm += 1
    let isForAdoption = current.placement?.isForAdoption ?? false
    let start = isForAdoption ? current.startBefore ?? current.start : current.start
    if current.placement != nil, start <= days.twoYears { figures.longTermStable += 1 }
  }
}

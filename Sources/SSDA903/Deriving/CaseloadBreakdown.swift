import LookedAfter

/// The looked after children of a day by some property.
public struct CaseloadBreakdown: Equatable, Sendable {
  /// The day.
  public let date: CivilDate

  /// By what.
  public let kind: BreakdownKind

  /// The lines with their numbers of children; together they are all looked after children.
  public let lines: [Line]

  /// A line.
  public struct Line: Equatable, Sendable {
    /// What it counts.
    public let category: BreakdownCategory
    /// How many children.
    public let count: Int
  }

  /// All looked after children.
  public var total: Int { lines.reduce(0) { $0 + $1.count } }

  /// The share of a line in percent to one decimal, half away from zero; nil without children.
  public func share(of line: Line) -> Quantity? {
    total > 0
      ? Quantity(
        mantissa: divideRoundingHalfAwayFromZero(line.count * 1000, by: total), decimals: 1) : nil
  }
}

extension Caseload {
  /// The looked after children on each of some days by a property, in the order given.
  ///
  /// A child in a temporary placement is counted in the one before it. Who provides a placement is
  /// as the row of the day has it, and blank for temporary ones. Time in care counts from the first
  /// day of the period of care that the returns show; where the true start is earlier, it is longer.
  public func breakdown(_ kind: BreakdownKind, on dates: [CivilDate]) -> [CaseloadBreakdown] {
    let index = DateIndex(dates)
    let categories = kind.categories
    var tally = Tally(index, categories: categories.count)
    switch kind {
    case .age, .timeInCare: addBands(kind, to: &tally)
    case .legalStatus:
      forEachSpell { $0.add(Int(LegalStatusGroup($0.episode.legalStatus).rawValue), to: &tally) }
    case .placement:
      forEachSpell { $0.add(Int(PlacementGroup($0.episode.settled).rawValue), to: &tally) }
    case .need: forEachSpell { $0.add(Int($0.episode.need.rawValue), to: &tally) }
    case .provider: forEachSpell { $0.add(Int($0.episode.provider.rawValue), to: &tally) }
    case .uasc: forEachSpell { $0.add($0.isUASC ? 0 : 1, to: &tally) }
    case .sex:
      forEachSpell { $0.add(Int(returns.children.base[$0.child].sex.rawValue), to: &tally) }
    case .legalStatusCode:
      forEachSpell { $0.add(Int($0.episode.legalStatus.rawValue), to: &tally) }
    case .placementCode: forEachSpell { $0.add(Int($0.episode.settled.rawValue), to: &tally) }
    }
    let counts = tally.counts
    let kept = returns.kept?.breakdowns[kind] ?? [:]
    return dates.map { date in
      // Where figures were kept when rows were removed, they stand.
      let row = kept[Day(date)] ?? counts[index.place(of: date)]
      return CaseloadBreakdown(
        date: date, kind: kind,
        lines: zip(categories, row).map { CaseloadBreakdown.Line(category: $0, count: $1) })
    }
  }

  /// Bands change on birthdays and anniversaries, so each period of care is cut there.
  private func addBands(_ kind: BreakdownKind, to tally: inout Tally) {
    for number in range {
      let child = returns.children.base[number]
      var birthdays: [Day] = []
      if kind == .age, child.birth != .unknown {
        birthdays = BreakdownKind.ages.map { child.birth.birthday($0) }
        // What stands before the birth is a mistake in a date; it is counted as under 1.
        birthdays[0] = .unknown
      }
      for place in child.periods {
        let period = returns.periods.base[place]
        let starts =
          kind == .age
          ? birthdays : BreakdownKind.months.map { period.start.advanced(byMonths: $0) }
        guard !starts.isEmpty else {
          tally.add(BreakdownKind.ages.count, from: period.start, to: period.end)
          continue
        }
        for (band, start) in starts.enumerated() {
          let end = band + 1 < starts.count ? starts[band + 1] : Day.open
          tally.add(band, from: max(start, period.start), to: min(end, period.end))
        }
      }
    }
  }
}

extension Caseload.Spell {
  @inline(__always)
  fileprivate func add(_ category: Int, to tally: inout Tally) {
    tally.add(category, from: start, to: end)
  }
}

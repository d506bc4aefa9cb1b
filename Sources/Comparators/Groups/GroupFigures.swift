import LookedAfter

/// The figures of the members of a group for a year.
///
/// What is missing stays missing: a member without a rate is counted and named, and no other
/// authority takes its place.
public struct GroupFigures: Sendable, Equatable {
  /// With fewer rates than this a group says more about the places than about the group, and is not
  /// shown.
  public static let fewest = 3

  /// A member with its figures.
  public struct Member: Sendable, Equatable {
    /// Who it is, and why it is a member.
    public let member: GroupMembership.Member
    /// Its figures, or why there are none.
    public let outcome: FigureOutcome

    /// The authority.
    public var authority: EnglishAuthority { member.authority }
  }

  /// The printed rate of an authority.
  public struct AuthorityRate: Sendable, Hashable {
    /// The code of the authority.
    public let code: String
    /// Children per 10,000 aged 0 to 17, a whole number.
    public let rate: Int
  }

  /// Who belongs to the group.
  public let membership: GroupMembership

  /// What is counted.
  public let measure: PublishedMeasure

  /// The year.
  public let year: Int

  /// Which figures of the year are meant.
  public let edition: FigureEdition

  /// All members, in the order of the membership.
  public let members: [Member]

  /// The printed rates there are, in the order of the members: what a mean, a median, a rank or a
  /// quartile is taken over.
  public var rates: [AuthorityRate] {
    members.compactMap { member in
      member.outcome.rate.map { AuthorityRate(code: member.authority.code, rate: $0) }
    }
  }

  /// The members without a rate; `outcome` says why.
  public var withoutRate: [Member] { members.filter { $0.outcome.rate == nil } }

  /// Children and population of the members that have both: the rate of them together is the sum of
  /// the children over that of the population.
  public var countsAndPopulations: [(count: Int, population: Int)] {
    members.compactMap { member in
      guard let figure = member.outcome.figure, let count = figure.count.value,
        let population = figure.population.value
      else { return nil }
      return (count, population)
    }
  }

  /// How many have a rate: `9 of 10`.
  public var coverage: String { "\(rates.count) of \(members.count)" }

  /// Whether there are rates enough to show the group.
  public var isShown: Bool { rates.count >= Self.fewest }

  /// The lowest and the highest rate; nil when the group is not shown.
  public var spread: ClosedRange<Int>? {
    let rates = rates.map(\.rate)
    guard isShown, let lowest = rates.min(), let highest = rates.max() else { return nil }
    return lowest...highest
  }

  /// The simple mean of the printed whole-number rates, at two decimals, as the department's Local
  /// Authority Interactive Tool has it; nil when the group is not shown.
  public var meanRate: Quantity? {
    guard isShown else { return nil }
    let sum = rates.reduce(0) { $0 + $1.rate }
    return Quantity(
      mantissa: divideRoundingHalfAwayFromZero(sum * 100, by: rates.count), decimals: 2)
  }

  /// The publications that the figures are from, the earliest first.
  public var publications: [Publication] {
    let used = Set(members.compactMap { $0.outcome.figure?.publication })
    return used.sorted { ($0.knownFrom, $0.id) < ($1.knownFrom, $1.id) }
  }
}

/// What stands beside an authority's figures: a printed figure or those of a group.
public enum ComparatorFigures: Sendable, Equatable {
  /// England or a region.
  case area(Area, FigureOutcome)
  /// A group of authorities.
  case group(GroupFigures)
}

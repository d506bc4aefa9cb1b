/// Where the children stood at one moment, as one paper counted them.
public struct Snapshot: Sendable, Equatable {
  /// The month that the paper reports the snapshot for.
  public let month: Month

  /// The day of the count; nil when the paper does not print it.
  public let asAt: CivilDate?

  /// How the children were counted; nil when the paper does not say.
  public let basis: Basis?

  /// All looked after children. Independent of the cohorts.
  public let total: Recorded<Int>?

  /// The number in each cohort that was recorded.
  public let counts: [CohortID: CohortCount]

  /// The rate per 10,000 that the paper printed beside the total.
  public let printedRate: Recorded<Quantity>?

  /// Whether it is worked out from children's rows, and not taken from a paper or a count.
  public var isDerived: Bool { basis?.isDerived ?? false }

  /// The number in a cohort, or all children for the total's id.
  public subscript(id: CohortID) -> Recorded<Int>? {
    id == .total ? total : counts[id]?.number
  }

  /// The children of all recorded cohorts together; nil when no cohort is recorded.
  ///
  /// Not a number of children: a child may be in two cohorts.
  public var sumOfCohorts: Int? {
    counts.isEmpty ? nil : counts.values.reduce(0) { $0 + $1.number.value }
  }

  /// Children in no cohort less children counted more than once: `total − sum of cohorts`.
  ///
  /// A net figure. It is shown, never spread over the cohorts and never forced to zero.
  public var netRemainder: Int? {
    guard let total, let sumOfCohorts else { return nil }
    return total.value - sumOfCohorts
  }

  /// The day of the count in words, or the month's end where the day is not printed.
  public var asAtInWords: String {
    asAt?.inWords ?? "end of \(month.inWords)"
  }

  /// The same after a verb: `on 2 November 2020`, `at the end of February 2020`.
  public var onAsAtInWords: String {
    asAt.map { "on \($0.inWords)" } ?? "at the end of \(month.inWords)"
  }
}

/// The number of children in a cohort.
public struct CohortCount: Sendable, Equatable {
  /// The number of children.
  public let number: Recorded<Int>

  /// How many of them are still being assessed for whether the route is in their best interests.
  public let assessing: Recorded<Int>?
}

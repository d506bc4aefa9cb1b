/// One recorded figure or text: the form in which a history is kept, imported and exported.
///
/// Two observations are about the same thing when measure, period, basis and detail are equal; the
/// later revision then stands, and the earlier one is kept. Two papers that give different totals
/// for one month differ in their basis, so both stand.
public struct Observation: Sendable, Equatable {
  /// What was observed.
  public let measure: MeasureID

  /// The time it belongs to.
  public let period: Period

  /// Where a stock was counted: weekly data, month end, year end; nil when it is not known or
  /// means nothing.
  public let basis: Basis?

  /// The day that the figure describes, where that is known and is not the period's last day.
  public let asAt: CivilDate?

  /// What else tells this figure from others: the month a plan is for, the month something slipped
  /// to, the edition of a population estimate, the year of a comparator, a scope. Blank for none.
  public let detail: String

  /// The number, if there is one.
  public let value: Quantity?

  /// The words, if there are any.
  public let text: String?

  /// How it came to be known.
  public let provenance: Provenance

  /// Makes an observation.
  public init(
    measure: MeasureID, period: Period, basis: Basis? = nil, asAt: CivilDate? = nil,
    detail: String = "", value: Quantity?, text: String? = nil, provenance: Provenance
  ) {
    self.measure = measure
    self.period = period
    self.basis = basis
    self.asAt = asAt
    self.detail = detail
    self.value = value
    self.text = text
    self.provenance = provenance
  }

  /// Whether this revision takes the figure back: it then holds neither number nor words.
  public var isWithdrawn: Bool { value == nil && text == nil }

  /// Whether it is worked out from children's rows, and not taken from a paper or a count.
  public var isDerived: Bool { basis?.isDerived ?? false }

  /// The number when it is whole, with its provenance.
  public var count: Recorded<Int>? {
    value?.whole.map { Recorded($0, provenance) }
  }

  /// The number with its decimals and its provenance.
  public var quantity: Recorded<Quantity>? { value.map { Recorded($0, provenance) } }
}

/// How a number of children was counted.
///
/// Stocks of different bases are never subtracted from one another without saying so.
public enum Basis: String, CaseIterable, Sendable, Comparable {
  /// From the service's weekly report, on the day of the report.
  case weekly
  /// On the last day of the calendar month.
  case monthEnd = "month_end"
  /// On 31 March.
  case yearEnd = "year_end"
  /// Worked out from the statutory return (SSDA903): stocks on the last day of the month, and what
  /// happened in it. It stands beside what was recorded, and steps in where nothing was.
  case return903 = "return_903"

  /// The words for it: `weekly data`.
  public var name: String {
    switch self {
    case .weekly: "weekly data"
    case .monthEnd: "calendar month end"
    case .yearEnd: "year end"
    case .return903: "903 return, month end"
    }
  }

  /// Whether it is worked out from children's rows, and not taken from a paper or a count.
  public var isDerived: Bool { self == .return903 }

  /// Orders bases as the monthly update prefers them: its table is made from weekly data.
  public static func < (left: Basis, right: Basis) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .weekly: 0
    case .monthEnd: 1
    case .yearEnd: 2
    case .return903: 3
    }
  }
}

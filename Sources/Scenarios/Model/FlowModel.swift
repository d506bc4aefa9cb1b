import LookedAfter

/// The stock of children and what fills and empties it from month to month: what a projection runs on.
///
/// Each month, of the children of a cohort at its start some leave care and some move to another
/// cohort; then others join. A projection needs nothing else, whether the rates were estimated from
/// monthly totals, from cohorts, or from children.
public struct FlowModel: Equatable, Sendable {
  /// The month at whose end the stock was counted; the first projected month is the next.
  public var start: Month

  /// The cohorts, and what is left of the total when they are taken from it.
  public var compartments: [Compartment]

  /// What the total is less than the cohorts together, where children stand in two of them: 0, or a
  /// negative number that is added to every projected total.
  public var overlap: Int

  /// φ: how much more the flows vary than those of children who come and go independently.
  public var spread: Double

  /// What the joiners of each calendar month, January first, are to the average month: 12 numbers.
  public var season: [Double]

  /// The squared relative error of the joiners of all cohorts together.
  public var joinersError: Double

  /// The squared relative error of the leaving rate of all cohorts together.
  public var leavingError: Double

  /// Children of whom it is known when they may leave: planned applications, those under way,
  /// eighteenth birthdays.
  public var known: [KnownLeavers]

  /// The share of joiners who came under each legal status, where it is known.
  public var statuses: [MeasureID: Double] = [:]

  /// The cohort that children leave by a route, where the scheme names one.
  public var cohortsByRoute: [MeasureID: CohortID] = [:]

  /// How the service changes from year to year, by which bands from twenty-four months on are at
  /// least as wide; nil where that is not to be taken into account.
  public var yearly: YearlyChange?

  /// What the model rests on.
  public var basis: Basis

  /// What a model rests on.
  public struct Basis: Equatable, Sendable {
    /// The months whose flows were used.
    public var months: Int

    /// The first of those months; nil where the steps have no dates.
    public var first: Month?

    /// Whether children were followed one by one.
    public var isChildLevel: Bool

    /// Makes a basis.
    public init(months: Int, first: Month?, isChildLevel: Bool) {
      self.months = months
      self.first = first
      self.isChildLevel = isChildLevel
    }
  }

  /// Makes a model; see the properties.
  public init(
    start: Month, compartments: [Compartment], overlap: Int = 0, spread: Double,
    season: [Double] = Array(repeating: 1, count: 12), joinersError: Double = 0,
    leavingError: Double = 0, known: [KnownLeavers] = [], basis: Basis
  ) {
    self.start = start
    self.compartments = compartments
    self.overlap = overlap
    self.spread = spread.isFinite ? max(1, spread) : 1
    self.season = season.count == 12 ? season : Array(repeating: 1, count: 12)
    self.joinersError = joinersError
    self.leavingError = leavingError
    self.known = known
    self.basis = basis
  }

  /// The children of all compartments at the start, less the overlap.
  public var opening: Int { compartments.reduce(overlap) { $0 + $1.opening } }

  /// The place of a compartment; nil where there is none of that id.
  public func index(of id: CohortID) -> Int? { compartments.firstIndex { $0.id == id } }

  /// The id of the compartment of children in no cohort.
  public static let remainder: CohortID = "net_remainder"
}

/// A cohort, or the children in none: how many there are, who joins, who leaves, who moves.
public struct Compartment: Equatable, Sendable {
  /// The cohort.
  public var id: CohortID

  /// The children at the start.
  public var opening: Int

  /// The children who become looked after in a month, in the average month of the year.
  public var joiners: Double

  /// The share of those joiners who come under each legal status, where children are followed one by
  /// one.
  public var statuses: [MeasureID: Double] = [:]

  /// The squared relative error of the joiners that is the compartment's own.
  public var joinersError: Double

  /// The share who leave care in a month, by route.
  public var leaving: [LeavingRate]

  /// The squared relative error of the leaving rates that is the compartment's own.
  public var leavingError: Double

  /// How much of the error of the whole's leaving rate the compartment shares, 0 to 1.
  public var commonLeaving: Double

  /// What the leaving rates are in each coming month to what is given; the last goes on. Children
  /// grow older and stay longer, and that changes who leaves. Empty for no change.
  public var course: [Double]

  /// The share who move to another compartment in a month.
  public var moves: [MovingRate]

  /// The squared relative error of the moving rates.
  public var movesError: Double

  /// Makes a compartment; see the properties.
  public init(
    id: CohortID, opening: Int, joiners: Double = 0, joinersError: Double = 0,
    leaving: [LeavingRate] = [], leavingError: Double = 0, commonLeaving: Double = 1,
    course: [Double] = [], moves: [MovingRate] = [], movesError: Double = 0
  ) {
    self.id = id
    self.opening = opening
    self.joiners = joiners
    self.joinersError = joinersError
    self.leaving = leaving
    self.leavingError = leavingError
    self.commonLeaving = commonLeaving
    self.course = course
    self.moves = moves
    self.movesError = movesError
  }

  /// The share who leave in a month by any route.
  public var leavingRate: Double { leaving.reduce(0) { $0 + $1.rate } }
}

/// The share of a cohort's children who leave care in a month by one route.
public struct LeavingRate: Equatable, Sendable {
  /// The reason for leaving, such as `ceased.sgo`; `ceased` where the reasons are not told apart.
  public var route: MeasureID

  /// The share, 0 to 1.
  public var rate: Double

  /// Makes a rate.
  public init(_ route: MeasureID, _ rate: Double) {
    self.route = route
    self.rate = rate
  }
}

/// The share of a cohort's children who move to another in a month.
public struct MovingRate: Equatable, Sendable {
  /// The cohort they move to.
  public var to: CohortID

  /// The share, 0 to 1.
  public var rate: Double

  /// Makes a rate.
  public init(to: CohortID, _ rate: Double) {
    self.to = to
    self.rate = rate
  }
}

extension MeasureID {
  /// Leavers of any reason.
  public static let ceased: MeasureID = "ceased"

  /// Whether a reason for leaving is this one or below it: `ceased.sgo` is below `ceased`.
  func covers(_ route: MeasureID) -> Bool {
    self == route || route.rawValue.hasPrefix(rawValue + ".")
      || route.rawValue.hasPrefix(rawValue + "_")
  }
}

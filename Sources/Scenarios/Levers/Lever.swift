import LookedAfter

/// One thing that a what-if changes. Levers are combined by giving several; each acts on what those
/// before it have left.
public enum Lever: Equatable, Sendable {
  /// Those who become looked after, of one legal status or of all.
  case joiners(Amount, status: MeasureID? = nil, into: CohortID? = nil, Span)

  /// Those who leave care, by one route or by any, of one cohort or of all.
  case leavers(Amount, route: MeasureID? = nil, from: CohortID? = nil, Span)

  /// All children of some cohorts leave care in a month.
  case everyoneLeaves([CohortID], in: Month)

  /// What becomes of planned applications and of those under way.
  case applications(ApplicationChange)

  /// Children of one cohort move to another in a month.
  case move(Int, from: CohortID, to: CohortID, in: Month)

  /// A cohort takes nobody from a month on. Where another is given, who is in it then moves there, and
  /// who would have joined it or moved into it goes there too. Where none is given, who is in it stays
  /// until they leave, who would have joined it does not become looked after, and who would have moved
  /// into it stays where they are.
  case close(CohortID, movingTo: CohortID? = nil, from: Month)

  /// A cohort takes so many joiners a month from a month on who would have been in others.
  case open(CohortID, joiners: Double, from: Month)

  /// The population aged 0 to 17.
  case population(Int, from: Month)

  /// What a child costs in a year, in pounds; of one cohort, or of all.
  case unitCost(pounds: Int, cohort: CohortID? = nil, from: Month)
}

extension Lever {
  /// Whether so many leavers are known children, such as those whose order is granted, rather than a
  /// rate: by a route, and up to a month.
  public static func namesChildren(_ amount: Amount, route: MeasureID?, _ span: Span) -> Bool {
    guard case .exactly(let number) = amount, let route, route != .ceased else { return false }
    return number > 0 && span.last != nil
  }
}

/// By how much a lever changes a number of children a month.
public enum Amount: Equatable, Sendable {
  /// So many a month, instead of the usual number. Of leavers by a route up to a month they are taken
  /// as known, such as orders that are granted: where more than that leave so usually, the others do so
  /// as well.
  case exactly(Double)
  /// So many more a month than usual; fewer when negative.
  case more(Double)
  /// By a percentage of the usual number: -20 for a fifth fewer.
  case percent(Double)
}

/// The months in which a lever acts.
public struct Span: Equatable, Sendable {
  /// The first month.
  public let first: Month

  /// The last; nil for as long as the projection goes.
  public let last: Month?

  /// From a month on.
  public static func from(_ month: Month) -> Span { Span(first: month, last: nil) }

  /// One month only.
  public static func only(_ month: Month) -> Span { Span(first: month, last: month) }

  /// From a month to another, both included.
  public static func months(_ first: Month, _ last: Month) -> Span {
    Span(first: first, last: max(first, last))
  }

  func holds(_ month: Month) -> Bool { month >= first && month <= (last ?? month) }
}

/// What a lever says of applications.
public struct ApplicationChange: Equatable, Sendable {
  /// Which applications.
  public enum Which: Equatable, Sendable {
    /// Those planned, that have not gone to legal services.
    case planned
    /// Those with legal services or filed with the court.
    case underWay
    /// Both.
    case all

    func holds(_ reason: KnownLeavers.Reason) -> Bool {
      switch self {
      case .planned: reason == .planned
      case .underWay: reason == .withLegal || reason == .filed
      case .all: reason != .birthday
      }
    }
  }

  /// Which applications.
  public var which: Which

  /// Of one route only, such as `ceased.sgo`; of any when nil.
  public var route: MeasureID?

  /// The chance that each succeeds, 0 to 1; as estimated when nil.
  public var succeed: Double?

  /// How many of them are made at all, the earliest first; all when nil.
  public var only: Int?

  /// The months by which each is later; earlier when negative.
  public var delay: Int

  /// Whether each is decided in the month it is due, with no time for legal services and court.
  public var onTime: Bool

  /// Makes a change; see the properties.
  public init(
    _ which: Which = .all, route: MeasureID? = nil, succeed: Double? = nil, only: Int? = nil,
    delay: Int = 0, onTime: Bool = false
  ) {
    self.which = which
    self.route = route
    self.succeed = succeed
    self.only = only
    self.delay = delay
    self.onTime = onTime
  }
}

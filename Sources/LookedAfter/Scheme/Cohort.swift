/// The id of a cohort, as the scheme file has it: `placement_orders`.
public struct CohortID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Lower-case words joined by underscores.
  public let rawValue: String

  /// Takes an id as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes an id written in code.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id.
  public var description: String { rawValue }

  /// The id under which all looked after children are counted.
  public static let total: CohortID = "total"

  /// The id of the children whom no rule of the scheme takes: shown, never hidden. No cohort of a
  /// scheme has it.
  public static let unallocated: CohortID = "unallocated"
}

/// A group of looked after children who share a status and the way they are expected to leave care.
public struct Cohort: Equatable, Sendable {
  /// The id, unique in a scheme.
  public let id: CohortID

  /// The full name, as the child status table prints it.
  public let name: String

  /// A name of a word or two, for narrow places.
  public let shortName: String

  /// Where the cohort stands in the profile; nil for the total.
  public let group: ProfileGroup?

  /// How children of the cohort are expected to leave care, without a full stop.
  public let expectedExit: String

  /// What a rise or a fall of the number means.
  public let polarity: Polarity

  /// The reason for leaving that is the expected exit, where the flows count one: a fall while
  /// children left for this reason is a good one. Nil where no single reason is expected.
  public let exitReason: MeasureID?

  /// The route whose applications are made for children of the cohort; nil for none.
  public let route: Route?

  /// Sentences that say what the cohort is and how children leave it.
  public let standingCommentary: String

  /// Which children of the statutory return it takes; nil when the return says nothing of it.
  public let rule: CohortRule?

  /// The counts that say what moved its number; a scheme made before there were any has none.
  public let movements: [CountedMovement]

  /// Makes a cohort.
  public init(
    id: CohortID, name: String, shortName: String, group: ProfileGroup?, expectedExit: String,
    polarity: Polarity, exitReason: MeasureID?, route: Route?, standingCommentary: String,
    rule: CohortRule? = nil, movements: [CountedMovement] = []
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.group = group
    self.expectedExit = expectedExit
    self.polarity = polarity
    self.exitReason = exitReason
    self.route = route
    self.standingCommentary = standingCommentary
    self.rule = rule
    self.movements = movements
  }
}

/// What is expected of the children of a cohort, in the profile of looked after children.
public enum ProfileGroup: String, CaseIterable, Sendable {
  /// Expected to leave care before 18, by a safe route.
  case leave
  /// Expected to stay in care until 18.
  case stay
  /// Not settled yet: a court has still to decide.
  case undecided
  /// Different for each child, and kept under review.
  case varied

  /// The words of the profile.
  public var name: String {
    switch self {
    case .leave: "Expected to leave care"
    case .stay: "Expected to stay in care"
    case .undecided: "Not yet decided"
    case .varied: "Varied, under review"
    }
  }
}

/// What a rise or a fall of a cohort means; there is no single sign.
public enum Polarity: String, CaseIterable, Sendable {
  /// A fall is the aim, a rise is not.
  case lowerIsBetter = "lower_is_better"
  /// Good or bad by what moved the number: an order granted, or a placement that broke down.
  case dependsOnCause = "depends_on_cause"
  /// Small and specialist: watched, not judged.
  case watch
  /// Outside the service's control.
  case context
}

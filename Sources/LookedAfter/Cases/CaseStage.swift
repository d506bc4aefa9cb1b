/// A stage of a route: where a case can stand, and where it can go from there.
public struct CaseStage: Hashable, Sendable {
  /// What a stage means, whatever its name: the rules and the sums go by it.
  public enum Role: String, CaseIterable, Sendable {
    /// On the list, and nothing is sent or planned yet.
    case planning
    /// Set aside for now, to be looked at again.
    case parked
    /// A month is planned, or was and is to be set anew.
    case planned
    /// An application is with legal services or with the court.
    case underWay = "under_way"
    /// In the course of something that is no route out of care, such as care proceedings.
    case open
    /// What the route leads to has come about.
    case achieved
    /// Over without it.
    case ended
  }

  /// What has to be said when a case comes to the stage.
  public enum Reasons: Hashable, Sendable {
    /// Nothing; a reason may be given.
    case optional
    /// A reason in any words.
    case anyWords
    /// One of the measures below a branch of the catalogue: the closed list of reasons for slipping.
    case listed(MeasureID)
  }

  /// How the cases of a stage become a figure of the monthly update.
  public enum Counted: String, CaseIterable, Sendable {
    /// The cases that stand at the stage at the end of a month.
    case atEnd = "at_end"
    /// The cases that came to the stage in a month.
    case inMonth = "in_month"
    /// The cases that came to the stage in a month from legal services or the court.
    case fromOpen = "from_open"
    /// The cases that stand at the stage at the end of a month, under the period since the first.
    case toDate = "to_date"
    /// The cases at the stage by the month that they are planned for.
    case planned
    /// The children of each cohort who stand at the stage, under the cohort's own measure.
    case byCohort = "by_cohort"
  }

  /// The id, unique in its route.
  public let id: CaseStageID
  /// The name, in sentence case.
  public let name: String
  /// What the stage means.
  public let role: Role
  /// Where a case can go from here.
  public let next: [CaseStageID]
  /// What has to be said on coming here.
  public let reasons: Reasons
  /// The figure that cases of the stage make; nil for none of its own.
  public let measure: MeasureID?
  /// How they make it.
  public let counted: Counted?
  /// Which of the three meanings of "reunified" the stage has; nil for none.
  public let homeEvent: HomeEvent?

  /// Makes a stage.
  public init(
    id: CaseStageID, name: String, role: Role, next: [CaseStageID], reasons: Reasons = .optional,
    measure: MeasureID? = nil, counted: Counted? = nil, homeEvent: HomeEvent? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.next = next
    self.reasons = reasons
    self.measure = measure
    self.counted = counted
    self.homeEvent = homeEvent
  }

  /// Whether a case at the stage is neither achieved nor over.
  public var isLive: Bool { role != .achieved && role != .ended }
}

/// What councils call "reunified": three events, which are never added up.
public enum HomeEvent: String, CaseIterable, Sendable {
  /// The care order was discharged after the child had lived at home.
  case orderDischarged = "order_discharged"
  /// The child went home to parents and is still looked after.
  case returnedHome = "returned_home"
  /// Care proceedings were concluded with the child at home.
  case homeAtConclusion = "home_at_conclusion"

  /// The words for it.
  public var name: String {
    switch self {
    case .orderDischarged: "Care order discharged after living at home (left care)"
    case .returnedHome: "Returned to parents while still looked after"
    case .homeAtConclusion: "Care proceedings concluded with the child at home"
    }
  }
}

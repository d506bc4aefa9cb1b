import LookedAfter

/// What an authority's figures are set beside.
public enum ComparatorGroup: String, Hashable, Sendable, CaseIterable {
  /// England, as printed.
  case england
  /// The region, as printed; for an authority of London, Inner or Outer London.
  case region
  /// The ten statistical neighbours.
  case statisticalNeighbours
  /// Those of the neighbours that were Good or Outstanding.
  case goodNeighbours
  /// Every authority that was Good, one's own among them.
  case ofstedGood
  /// Every authority that was Outstanding, one's own among them.
  case ofstedOutstanding
  /// Every authority, for ranks and quartiles.
  case allAuthorities

  /// The name, as papers print it.
  public var name: String {
    switch self {
    case .england: "England"
    case .region: "Region"
    case .statisticalNeighbours: "Statistical neighbours"
    case .goodNeighbours: "Good or better statistical neighbours"
    case .ofstedGood: "Authorities judged Good"
    case .ofstedOutstanding: "Authorities judged Outstanding"
    case .allAuthorities: "All authorities"
    }
  }
}

/// Who belongs to a group on a day.
public struct GroupMembership: Sendable, Equatable {
  /// A member of a group.
  public struct Member: Sendable, Equatable {
    /// The authority.
    public let authority: EnglishAuthority
    /// Which neighbour it is, where the group is one of neighbours.
    public let neighbour: StatisticalNeighbour?
    /// The judgement that makes it a member, where one does.
    public let judgement: InspectionJudgement?
  }

  /// The group: one of those that have members.
  public let group: ComparatorGroup

  /// The day for which the model and the judgements are taken.
  public let day: CivilDate

  /// The members, neighbours with the nearest first, all others in the order of their codes.
  public let members: [Member]

  /// The model of neighbours, where the group is one of neighbours.
  public let model: NeighbourModel?

  /// How many were looked at: ten neighbours, or every authority that was there.
  public let candidates: Int

  /// How many of those had no judgement that the list holds: it begins in 2018, and until an
  /// authority's first inspection from then on an older one counted that is not in it.
  public let withoutJudgement: Int

  /// Whether the model was out by the day. The earliest one stands for those before it, which are
  /// not kept.
  public var isModelOfItsTime: Bool { model.map { $0.publication.knownFrom <= day } ?? true }
}

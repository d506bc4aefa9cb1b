import LookedAfter

/// How many of the children are expected to leave care, and how many to stay.
public struct Profile: Equatable, Sendable {
  /// The cohorts of one group, and their children.
  public struct Group: Equatable, Sendable {
    /// The group.
    public let group: ProfileGroup

    /// Its cohorts that are counted in the snapshot, in scheme order.
    public let cohorts: [(cohort: Cohort, number: Int)]

    /// The children of those cohorts together.
    public var number: Int { cohorts.reduce(0) { $0 + $1.number } }

    /// Whether two groups hold the same.
    public static func == (left: Group, right: Group) -> Bool {
      left.group == right.group && left.cohorts.map(\.cohort) == right.cohorts.map(\.cohort)
        && left.cohorts.map(\.number) == right.cohorts.map(\.number)
    }
  }

  /// The groups that hold a counted cohort: leave, stay, undecided, varied.
  public let groups: [Group]

  /// Children in no cohort less children in several.
  public let netRemainder: Int?

  /// The profile of a snapshot.
  public init(of snapshot: Snapshot, scheme: CohortScheme) {
    groups = ProfileGroup.allCases.compactMap { group in
      let cohorts = scheme.cohorts(in: group).compactMap { cohort in
        snapshot[cohort.id].map { (cohort, $0.value) }
      }
      return cohorts.isEmpty ? nil : Group(group: group, cohorts: cohorts)
    }
    netRemainder = snapshot.netRemainder
  }
}

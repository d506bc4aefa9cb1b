/// Which children of the statutory return (SSDA903) a cohort takes: a row of the decision table.
///
/// A child belongs to the cohort whose rule matches first, in the order of the rules. A rule matches
/// when need and UASC are as it asks, and legal status, placement or plan is one of those it names;
/// one that names none of the three asks for need and UASC alone.
public struct CohortRule: Equatable, Sendable {
  /// The place of the rule: the one with the lowest number is asked first.
  public let order: Int

  /// Codes of LS, such as `C1`.
  public let legalStatuses: [String]

  /// Codes of PLACE, such as `K2`.
  public let placements: [String]

  /// Codes of the category of need (CIN) that the child must have; empty for any.
  public let needs: [String]

  /// Codes of the category of need (CIN) that the child must not have.
  public let excludedNeeds: [String]

  /// Whether the child must be an unaccompanied asylum-seeking child, or must not be; nil for either.
  public let isUASC: Bool?

  /// Kinds of plan of the local plan file, such as `SGO`.
  public let plans: [String]

  /// Makes a rule.
  public init(
    order: Int, legalStatuses: [String] = [], placements: [String] = [], needs: [String] = [],
    excludedNeeds: [String] = [], isUASC: Bool? = nil, plans: [String] = []
  ) {
    self.order = order
    self.legalStatuses = legalStatuses
    self.placements = placements
    self.needs = needs
    self.excludedNeeds = excludedNeeds
    self.isUASC = isUASC
    self.plans = plans
  }
}

/// What a care plan aims at, in the words of the local plan file.
public enum PlanKind: String, CaseIterable, Sendable {
  /// A special guardianship order.
  case specialGuardianship = "SGO"
  /// Going home.
  case reunification = "REUNIFY"
  /// Growing up with foster carers.
  case longTermFostering = "LTFOST"
  /// Adoption.
  case adoption = "ADOPTION"
  /// Residential care.
  case residential = "RESIDENTIAL"
  /// Supported accommodation.
  case supported = "SUPPORTED"
  /// Anything else.
  case other = "OTHER"
}

/// What a care plan aims at, in the words of the local plan file.
public enum PlanKind: String, CaseIterable, Sendable {
  case specialGuardianship = "SGO"
  case reunification = "REUNIFY"
  case longTermFostering = "LTFOST"
  case adoption = "ADOPTION"
  case residential = "RESIDENTIAL"
  case supported = "SUPPORTED"
  case other = "OTHER"
}

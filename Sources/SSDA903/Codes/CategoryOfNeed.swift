/// Why the child came to be looked after (CIN); the same all through a period of care.
public enum CategoryOfNeed: UInt8, StatutoryCode {
  /// The field holds nothing.
  case blank
  /// The field holds no code of any year.
  case invalid
  /// Abuse or neglect.
  case n1
  /// Child's disability.
  case n2
  /// Parental illness or disability.
  case n3
  /// Family in acute stress.
  case n4
  /// Family dysfunction.
  case n5
  /// Socially unacceptable behaviour.
  case n6
  /// Low income.
  case n7
  /// Absent parenting.
  case n8

  /// The codes as the return writes them.
  public static let texts = [
    "(blank)", "(not valid)", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8",
  ]

  /// What the code means.
  public var name: String {
    switch self {
    case .blank: "not recorded"
    case .invalid: "not a valid code"
    case .n1: "abuse or neglect"
    case .n2: "child's disability"
    case .n3: "parental illness or disability"
    case .n4: "family in acute stress"
    case .n5: "family dysfunction"
    case .n6: "socially unacceptable behaviour"
    case .n7: "low income"
    case .n8: "absent parenting"
    }
  }
}

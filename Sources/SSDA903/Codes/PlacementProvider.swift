/// Who provides a placement (PLACE_PROVIDER).
public enum PlacementProvider: UInt8, StatutoryCode {
  /// The field holds nothing.
  case blank
  /// The field holds no code of any year.
  case invalid
  /// Parent or other person with parental responsibility.
  case pr0
  /// Own provision.
  case pr1
  /// Another local authority.
  case pr2
  /// Other public provision.
  case pr3
  /// Private provision.
  case pr4
  /// Voluntary provision.
  case pr5

  /// The codes as the return writes them.
  public static let texts = [
    "(blank)", "(not valid)", "PR0", "PR1", "PR2", "PR3", "PR4", "PR5",
  ]

  /// What the code means.
  public var name: String {
    switch self {
    case .blank: "not recorded"
    case .invalid: "not a valid code"
    case .pr0: "parent or other person with parental responsibility"
    case .pr1: "own provision"
    case .pr2: "another local authority"
    case .pr3: "other public provision"
    case .pr4: "private provision"
    case .pr5: "voluntary provision"
    }
  }
}

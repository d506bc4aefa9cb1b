/// Why an episode began (RNE).
public enum ReasonForNewEpisode: UInt8, StatutoryCode {
  /// The field holds nothing.
  case blank
  /// The field holds no code of any year.
  case invalid
  /// Started to be looked after.
  case s
  /// Change of legal status.
  case l
  /// Change of placement and carer.
  case p
  /// Change of placement, same carer.
  case t
  /// Change of legal status, placement and carer.
  case b
  /// Change of legal status and placement, same carer.
  case u

  /// The codes as the return writes them.
  public static let texts = [
    "(blank)", "(not valid)", "S", "L", "P", "T", "B", "U",
  ]

  /// What the code means.
  public var name: String {
    switch self {
    case .blank: "not recorded"
    case .invalid: "not a valid code"
    case .s: "started to be looked after"
    case .l: "change of legal status"
    case .p: "change of placement and carer"
    case .t: "change of placement, same carer"
    case .b: "change of legal status, placement and carer"
    case .u: "change of legal status and placement, same carer"
    }
  }
}

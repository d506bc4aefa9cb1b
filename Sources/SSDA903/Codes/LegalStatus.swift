/// The legal status of an episode (LS).
public enum LegalStatus: UInt8, StatutoryCode {
  /// The field holds nothing.
  case blank
  /// The field holds no code of any year.
  case invalid
  /// Interim care order.
  case c1
  /// Full care order.
  case c2
  /// Freeing order.
  case d1
  /// Placement order.
  case e1
  /// Single period of accommodation under section 20.
  case v2
  /// Short breaks, each break recorded.
  case v3
  /// Short breaks, the agreement recorded.
  case v4
  /// Remanded to local authority accommodation or youth detention.
  case j1
  /// In local authority accommodation under PACE.
  case j2
  /// Youth rehabilitation order with residence or intensive fostering.
  case j3
  /// Police protection.
  case l1
  /// Emergency protection order.
  case l2
  /// Child assessment order.
  case l3

  /// The codes as the return writes them.
  public static let texts = [
    "(blank)", "(not valid)", "C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1",
    "L2", "L3",
  ]

  /// What the code means.
  public var name: String {
    switch self {
    case .blank: "not recorded"
    case .invalid: "not a valid code"
    case .c1: "interim care order"
    case .c2: "full care order"
    case .d1: "freeing order"
    case .e1: "placement order"
    case .v2: "single period of accommodation under section 20"
    case .v3: "short breaks, each break recorded"
    case .v4: "short breaks, the agreement recorded"
    case .j1: "remanded to local authority accommodation or youth detention"
    case .j2: "in local authority accommodation under PACE"
    case .j3: "youth rehabilitation order with residence or intensive fostering"
    case .l1: "police protection"
    case .l2: "emergency protection order"
    case .l3: "child assessment order"
    }
  }

  /// Whether it is one of the two for short breaks, under which a child is not counted as looked
  /// after.
  public var isRespite: Bool { self == .v3 || self == .v4 }
}

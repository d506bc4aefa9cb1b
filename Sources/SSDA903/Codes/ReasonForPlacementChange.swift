/// Why a placement ended (REASON_PLACE_CHANGE); written on the episode that ends.
public enum ReasonForPlacementChange: UInt8, StatutoryCode {
  /// The field holds nothing.
  case blank
  /// The field holds no code of any year.
  case invalid
  /// Care plan.
  case carpl
  /// Carer resigned or provision closed.
  case close
  /// Allegation.
  case alleg
  /// Standards of care.
  case stand
  /// Approval removed.
  case apprr
  /// Carer's request, child's behaviour.
  case creqb
  /// Carer's request, other.
  case creqo
  /// Child's request.
  case child
  /// Authority's request.
  case lareq
  /// Change of the status of the placement only.
  case place
  /// Custody.
  case custod
  /// Other.
  case other

  /// The codes as the return writes them.
  public static let texts = [
    "(blank)", "(not valid)", "CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO",
    "CHILD", "LAREQ", "PLACE", "CUSTOD", "OTHER",
  ]

  /// What the code means.
  public var name: String {
    switch self {
    case .blank: "not recorded"
    case .invalid: "not a valid code"
    case .carpl: "care plan"
    case .close: "carer resigned or provision closed"
    case .alleg: "allegation"
    case .stand: "standards of care"
    case .apprr: "approval removed"
    case .creqb: "carer's request, child's behaviour"
    case .creqo: "carer's request, other"
    case .child: "child's request"
    case .lareq: "authority's request"
    case .place: "change of the status of the placement only"
    case .custod: "custody"
    case .other: "other"
    }
  }

  /// The returns that may hold the code.
  public var years: ClosedRange<Int> {
    switch self {
    case .custod: 2019...2199
    default: everyReturn
    }
  }
}

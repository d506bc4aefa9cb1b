/// The type of a placement (PLACE).
public enum Placement: UInt8, StatutoryCode {
  /// The field holds nothing.
  case blank
  /// The field holds no code of any year.
  case invalid
  /// Foster placement with a relative or friend, long term.
  case u1
  /// Foster placement with a relative or friend who is also an approved adopter.
  case u2
  /// Foster placement with a relative or friend.
  case u3
  /// Foster placement with another carer, long term.
  case u4
  /// Foster placement with another carer who is also an approved adopter.
  case u5
  /// Foster placement with another carer.
  case u6
  /// Placed for adoption with the current foster carer, by consent.
  case a3
  /// Placed for adoption with another carer, by consent.
  case a4
  /// Placed for adoption with the current foster carer, with a placement order.
  case a5
  /// Placed for adoption with another carer, with a placement order.
  case a6
  /// With parents or another person with parental responsibility.
  case p1
  /// Independent living.
  case p2
  /// Residential employment.
  case p3
  /// Secure children's home.
  case k1
  /// Children's home.
  case k2
  /// Registered supported accommodation.
  case k3
  /// Semi-independent accommodation.
  case h5
  /// Residential care home.
  case r1
  /// Medical or nursing establishment.
  case r2
  /// Family centre or mother and baby unit.
  case r3
  /// Young offender institution or prison.
  case r5
  /// Residential school.
  case s1
  /// Temporary placement.
  case t0
  /// Temporary placement in hospital.
  case t1
  /// Temporary absence on holiday.
  case t2
  /// Temporary placement while carers are on holiday.
  case t3
  /// Other temporary accommodation of 7 days or less.
  case t4
  /// Other placement.
  case z1
  /// Other placement (Z11).
  case z11
  /// Other placement (Z12).
  case z12
  /// Other placement (Z13).
  case z13
  /// Other placement (Z14).
  case z14

  /// The codes as the return writes them.
  public static let texts = [
    "(blank)", "(not valid)", "U1", "U2", "U3", "U4", "U5", "U6", "A3", "A4", "A5", "A6", "P1",
    "P2", "P3", "K1", "K2", "K3", "H5", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2", "T3", "T4",
    "Z1", "Z11", "Z12", "Z13", "Z14",
  ]

  /// What the code means.
  public var name: String {
    switch self {
    case .blank: "not recorded"
    case .invalid: "not a valid code"
    case .u1: "foster placement with a relative or friend, long term"
    case .u2: "foster placement with a relative or friend who is also an approved adopter"
    case .u3: "foster placement with a relative or friend"
    case .u4: "foster placement with another carer, long term"
    case .u5: "foster placement with another carer who is also an approved adopter"
    case .u6: "foster placement with another carer"
    case .a3: "placed for adoption with the current foster carer, by consent"
    case .a4: "placed for adoption with another carer, by consent"
    case .a5: "placed for adoption with the current foster carer, with a placement order"
    case .a6: "placed for adoption with another carer, with a placement order"
    case .p1: "with parents or another person with parental responsibility"
    case .p2: "independent living"
    case .p3: "residential employment"
    case .k1: "secure children's home"
    case .k2: "children's home"
    case .k3: "registered supported accommodation"
    case .h5: "semi-independent accommodation"
    case .r1: "residential care home"
    case .r2: "medical or nursing establishment"
    case .r3: "family centre or mother and baby unit"
    case .r5: "young offender institution or prison"
    case .s1: "residential school"
    case .t0: "temporary placement"
    case .t1: "temporary placement in hospital"
    case .t2: "temporary absence on holiday"
    case .t3: "temporary placement while carers are on holiday"
    case .t4: "other temporary accommodation of 7 days or less"
    case .z1: "other placement"
    case .z11: "other placement (Z11)"
    case .z12: "other placement (Z12)"
    case .z13: "other placement (Z13)"
    case .z14: "other placement (Z14)"
    }
  }

  /// The returns that may hold the code.
  public var years: ClosedRange<Int> {
    switch self {
    case .z1, .h5, .p2: 1900...2025
    case .z11, .z12, .z13, .z14: 2026...2199
    case .k3: 2025...2199
    default: everyReturn
    }
  }

  /// Whether it is a temporary move, which leaves the child's real placement standing.
  public var isTemporary: Bool {
    rawValue >= Placement.t0.rawValue && rawValue <= Placement.t4.rawValue
  }

  /// Whether the child is placed for adoption.
  public var isForAdoption: Bool {
    rawValue >= Placement.a3.rawValue && rawValue <= Placement.a6.rawValue
  }

  /// Whether it is a foster placement.
  public var isFoster: Bool {
    rawValue >= Placement.u1.rawValue && rawValue <= Placement.u6.rawValue
  }

  /// Whether the child is placed for adoption with those who fostered it: not a change of carer.
  public var isAdoptionByCarer: Bool { self == .a3 || self == .a5 }
}

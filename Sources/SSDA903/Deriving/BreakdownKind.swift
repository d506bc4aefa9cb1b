/// By what the looked after children are broken down.
public enum BreakdownKind: String, CaseIterable, Sendable {
  /// The published groups of legal statuses.
  case legalStatus = "legal-status"
  /// The published groups of placements.
  case placement
  /// The published bands of age.
  case age
  /// The category of need at the start of the period of care.
  case need
  /// Who provides the placement.
  case provider
  /// How long the period of care has lasted.
  case timeInCare = "time-in-care"
  /// Unaccompanied asylum-seeking children, and the others.
  case uasc
  /// The sex.
  case sex
  /// Each code of LS.
  case legalStatusCode = "legal-status-code"
  /// Each code of PLACE.
  case placementCode = "placement-code"
}

/// A line of a breakdown: what it counts.
public struct BreakdownCategory: Equatable, Sendable {
  /// A short id, for files.
  public let key: String

  /// The words for it.
  public let label: String

  /// Makes a line.
  public init(key: String, label: String) {
    self.key = key
    self.label = label
  }
}

/// The groups in which the Department publishes legal statuses.
enum LegalStatusGroup: UInt8, CaseIterable {
  case careOrder, placementOrder, freed, section20, youthJustice, childProtection, unknown

  init(_ status: LegalStatus) {
    switch status {
    case .c1, .c2: self = .careOrder
    case .e1: self = .placementOrder
    case .d1: self = .freed
    case .v2: self = .section20
    case .j1, .j2, .j3: self = .youthJustice
    case .l1, .l2, .l3: self = .childProtection
    case .blank, .invalid, .v3, .v4: self = .unknown
    }
  }

  var category: BreakdownCategory {
    switch self {
    case .careOrder: BreakdownCategory(key: "care_order", label: "Care orders")
    case .placementOrder:
      BreakdownCategory(key: "placement_order", label: "Placement order granted")
    case .freed: BreakdownCategory(key: "freed", label: "Freed for adoption")
    case .section20: BreakdownCategory(key: "section20", label: "Voluntary, section 20")
    case .youthJustice: BreakdownCategory(key: "youth_justice", label: "Youth justice")
    case .childProtection:
      BreakdownCategory(key: "child_protection", label: "Detained for child protection")
    case .unknown: BreakdownCategory(key: "unknown", label: "Legal status not known")
    }
  }
}

/// The groups in which the Department publishes placements on 31 March.
enum PlacementGroup: UInt8, CaseIterable {
  case foster, adoption, parents, childrensHomes, supported, otherResidential, schools, other
  case unknown

  init(_ placement: Placement) {
    switch placement {
    case .u1, .u2, .u3, .u4, .u5, .u6: self = .foster
    case .a3, .a4, .a5, .a6: self = .adoption
    case .p1: self = .parents
    case .k1, .k2: self = .childrensHomes
    case .k3, .h5, .p2: self = .supported
    case .p3, .r1, .r2, .r3, .r5: self = .otherResidential
    case .s1: self = .schools
    case .t0, .t1, .t2, .t3, .t4, .z1, .z11, .z12, .z13, .z14: self = .other
    case .blank, .invalid: self = .unknown
    }
  }

  var category: BreakdownCategory {
    switch self {
    case .foster: BreakdownCategory(key: "foster", label: "Foster placements")
    case .adoption: BreakdownCategory(key: "adoption", label: "Placed for adoption")
    case .parents: BreakdownCategory(key: "parents", label: "Placed with parents")
    case .childrensHomes:
      BreakdownCategory(key: "childrens_homes", label: "Secure homes and children's homes")
    case .supported:
      BreakdownCategory(
        key: "supported", label: "Independent, semi-independent and supported accommodation")
    case .otherResidential:
      BreakdownCategory(key: "other_residential", label: "Other residential settings")
    case .schools: BreakdownCategory(key: "schools", label: "Residential schools")
    case .other: BreakdownCategory(key: "other", label: "Other placements")
    case .unknown: BreakdownCategory(key: "unknown", label: "Placement not known")
    }
  }
}

extension BreakdownKind {
  /// The birthdays at which the published bands of age begin.
  static let ages = [0, 1, 5, 10, 16]

  /// The months after which the bands of time in care begin.
  static let months = [0, 6, 12, 24, 36, 60]

  /// The lines, in order. Those of children for whom it is not known come last.
  public var categories: [BreakdownCategory] {
    switch self {
    case .legalStatus: LegalStatusGroup.allCases.map(\.category)
    case .placement: PlacementGroup.allCases.map(\.category)
    case .age:
      [
        ("under_1", "Under 1"), ("1_to_4", "1 to 4"), ("5_to_9", "5 to 9"),
        ("10_to_15", "10 to 15"), ("16_and_over", "16 and over"), ("unknown", "Age not known"),
      ].map(BreakdownCategory.init)
    case .timeInCare:
      [
        ("under_6_months", "Under 6 months"), ("6_to_12_months", "6 months to under a year"),
        ("1_to_2_years", "1 to under 2 years"), ("2_to_3_years", "2 to under 3 years"),
        ("3_to_5_years", "3 to under 5 years"), ("5_years", "5 years and over"),
      ].map(BreakdownCategory.init)
    case .uasc:
      [
        ("uasc", "Unaccompanied asylum-seeking children"), ("others", "Other children"),
      ].map(BreakdownCategory.init)
    case .sex:
      [
        ("unknown", "Sex not known"), ("male", "Male"), ("female", "Female"),
        ("undetermined", "Undetermined"),
      ].map(BreakdownCategory.init)
    case .need: Self.codes(CategoryOfNeed.self)
    case .provider: Self.codes(PlacementProvider.self)
    case .legalStatusCode: Self.codes(LegalStatus.self)
    case .placementCode: Self.codes(Placement.self)
    }
  }

  /// A line for each code, and those of blanks and of what is no code behind them.
  private static func codes<Code: StatutoryCode>(_ type: Code.Type) -> [BreakdownCategory] {
    Code.allCases.map { code in
      BreakdownCategory(
        key: code.isValid ? code.code : code == .blank ? "blank" : "invalid", label: code.name)
    }
  }
}

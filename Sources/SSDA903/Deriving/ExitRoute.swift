import LookedAfter

/// How a child left care.
public enum ExitRoute: String, CaseIterable, Sendable {
  /// Turned 18.
  case turned18 = "turned_18"
  /// Turned 18 and stayed with the carer.
  case turned18WithCarer = "turned_18_with_carer"
  /// Special guardianship order.
  case specialGuardianship = "sgo"
  /// Adoption.
  case adoption
  /// Home to parents or others with parental responsibility, planned.
  case homePlanned = "home_planned"
  /// Home to parents or others with parental responsibility, not planned.
  case homeNotPlanned = "home_not_planned"
  /// To a person without parental responsibility.
  case homeWithoutParentalResponsibility = "home_without_pr"
  /// Child arrangements order.
  case childArrangements = "child_arrangements"
  /// Independent living before 18.
  case independence
  /// Taken over by another authority.
  case transfer
  /// Sentenced to custody.
  case custody
  /// Other reason.
  case other
  /// Reason not known.
  case unknown

  /// The words for it.
  public var name: String {
    switch self {
    case .turned18: "Turned 18"
    case .turned18WithCarer: "Turned 18 and stayed with the carer"
    case .specialGuardianship: "Special guardianship order"
    case .adoption: "Adoption"
    case .homePlanned: "Home to parents or others with parental responsibility, planned"
    case .homeNotPlanned: "Home to parents or others with parental responsibility, not planned"
    case .homeWithoutParentalResponsibility: "To a person without parental responsibility"
    case .childArrangements: "Child arrangements order"
    case .independence: "Independent living before 18"
    case .transfer: "Taken over by another authority"
    case .custody: "Sentenced to custody"
    case .other: "Other reason"
    case .unknown: "Reason not known"
    }
  }

  /// The route of a reason, of a child who had turned 18 by then or had not. Turning 18 has no code
  /// of its own and is asked first.
  init(_ reason: ReasonEpisodeCeased, isAdult: Bool) {
    if isAdult {
      self = reason == .e17 ? .turned18WithCarer : .turned18
      return
    }
    switch reason {
    case .e11, .e12: self = .adoption
    case .e45, .e46, .e47, .e48, .e43, .e44: self = .specialGuardianship
    case .e4a: self = .homePlanned
    case .e4b: self = .homeNotPlanned
    case .e13: self = .homeWithoutParentalResponsibility
    case .e41: self = .childArrangements
    case .e5, .e6, .e7: self = .independence
    case .e17: self = .turned18WithCarer
    case .e3: self = .transfer
    case .e9: self = .custody
    case .e2, .e8, .e14, .e15, .e16: self = .other
    case .blank, .invalid, .x1, .e99: self = .unknown
    }
  }

  /// The measure under which a history records children who left by this route, from their last
  /// legal status: home from a care order is its discharge.
  public func measure(lastStatus: LegalStatus) -> MeasureID {
    switch self {
    case .turned18: "ceased.turned_18"
    case .turned18WithCarer: "ceased.turned_18_with_carer"
    case .specialGuardianship: "ceased.sgo"
    case .adoption: "ceased.adoption"
    case .homePlanned, .homeNotPlanned:
      lastStatus == .c1 || lastStatus == .c2 ? "ceased.discharged" : "ceased.returned_home"
    case .homeWithoutParentalResponsibility, .transfer, .custody, .other, .unknown:
      "ceased.other"
    case .childArrangements: "ceased.child_arrangements"
    case .independence: "ceased.independent_living"
    }
  }
}

/// On what footing a child came to be looked after: the first legal status of the period of care,
/// unaccompanied asylum-seeking children apart.
public enum EntryRoute: String, CaseIterable, Sendable {
  /// Unaccompanied asylum-seeking child.
  case uasc
  /// Interim care order.
  case interimCareOrder = "ico"
  /// Care order.
  case careOrder = "care_order"
  /// Section 20 (voluntary agreement).
  case section20 = "section20"
  /// Police protection.
  case policeProtection = "police_protection"
  /// Emergency protection order.
  case emergencyProtection = "emergency_protection"
  /// Youth justice.
  case remand
  /// Other legal status.
  case other

  /// The words for it.
  public var name: String {
    switch self {
    case .uasc: "Unaccompanied asylum-seeking child"
    case .interimCareOrder: "Interim care order"
    case .careOrder: "Care order"
    case .section20: "Section 20 (voluntary agreement)"
    case .policeProtection: "Police protection"
    case .emergencyProtection: "Emergency protection order"
    case .remand: "Youth justice"
    case .other: "Other legal status"
    }
  }

  init(_ status: LegalStatus, isUASC: Bool) {
    if isUASC {
      self = .uasc
      return
    }
    switch status {
    case .c1: self = .interimCareOrder
    case .c2: self = .careOrder
    case .v2: self = .section20
    case .l1: self = .policeProtection
    case .l2: self = .emergencyProtection
    case .j1, .j2, .j3: self = .remand
    default: self = .other
    }
  }

  /// The measure under which a history records children who came this way.
  public var measure: MeasureID { "started.\(rawValue)" }
}

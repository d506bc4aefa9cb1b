/// Why an episode ended (REC). X1 goes on in another episode; every other code ends the period of care.
public enum ReasonEpisodeCeased: UInt8, StatutoryCode {
  /// The field holds nothing.
  case blank
  /// The field holds no code of any year.
  case invalid
  /// Another episode starts the same day.
  case x1
  /// Adopted, application unopposed.
  case e11
  /// Adopted, consent dispensed with.
  case e12
  /// Died.
  case e2
  /// Care taken over by another authority.
  case e3
  /// Returned home, planned.
  case e4a
  /// Returned home, not planned.
  case e4b
  /// Left to live with a person without parental responsibility.
  case e13
  /// Child arrangements order.
  case e41
  /// Special guardianship order, former foster carer who is a relative or friend.
  case e45
  /// Special guardianship order, other former foster carer.
  case e46
  /// Special guardianship order, relative or friend.
  case e47
  /// Special guardianship order, other carer.
  case e48
  /// Special guardianship order, former foster carer (before 2018-19).
  case e43
  /// Special guardianship order, other carer (before 2018-19).
  case e44
  /// Independent living with support.
  case e5
  /// Independent living without support.
  case e6
  /// Residential care funded by adult services.
  case e7
  /// 18 and stayed with current carers.
  case e17
  /// Any other reason.
  case e8
  /// Sentenced to custody.
  case e9
  /// Remand ended.
  case e14
  /// Age assessment found 18 or over.
  case e15
  /// Moved abroad.
  case e16
  /// Not known.
  case e99

  /// The codes as the return writes them.
  public static let texts = [
    "(blank)", "(not valid)", "X1", "E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45",
    "E46", "E47", "E48", "E43", "E44", "E5", "E6", "E7", "E17", "E8", "E9", "E14", "E15", "E16",
    "E99",
  ]

  /// What the code means.
  public var name: String {
    switch self {
    case .blank: "not recorded"
    case .invalid: "not a valid code"
    case .x1: "another episode starts the same day"
    case .e11: "adopted, application unopposed"
    case .e12: "adopted, consent dispensed with"
    case .e2: "died"
    case .e3: "care taken over by another authority"
    case .e4a: "returned home, planned"
    case .e4b: "returned home, not planned"
    case .e13: "left to live with a person without parental responsibility"
    case .e41: "child arrangements order"
    case .e45: "special guardianship order, former foster carer who is a relative or friend"
    case .e46: "special guardianship order, other former foster carer"
    case .e47: "special guardianship order, relative or friend"
    case .e48: "special guardianship order, other carer"
    case .e43: "special guardianship order, former foster carer (before 2018-19)"
    case .e44: "special guardianship order, other carer (before 2018-19)"
    case .e5: "independent living with support"
    case .e6: "independent living without support"
    case .e7: "residential care funded by adult services"
    case .e17: "18 and stayed with current carers"
    case .e8: "any other reason"
    case .e9: "sentenced to custody"
    case .e14: "remand ended"
    case .e15: "age assessment found 18 or over"
    case .e16: "moved abroad"
    case .e99: "not known"
    }
  }

  /// The returns that may hold the code.
  public var years: ClosedRange<Int> {
    switch self {
    case .e43, .e44: 1900...2018
    case .e45, .e46, .e47, .e48: 2019...2199
    default: everyReturn
    }
  }

  /// Whether it is an adoption.
  public var isAdoption: Bool { self == .e11 || self == .e12 }

  /// Whether it is a special guardianship order.
  public var isSpecialGuardianship: Bool {
    rawValue >= ReasonEpisodeCeased.e45.rawValue && rawValue <= ReasonEpisodeCeased.e44.rawValue
  }
}

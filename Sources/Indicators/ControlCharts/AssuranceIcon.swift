/// Whether the process as it is can be relied on to meet a target.
public enum AssuranceIcon: String, CaseIterable, Sendable {
  /// Every ordinary value meets the target.
  case consistentlyPassing = "consistently_passing"
  /// No ordinary value does.
  case consistentlyFailing = "consistently_failing"
  /// It is met or missed by chance.
  case hitAndMiss = "hit_and_miss"

  /// The icon of a target between, above or below the limits as computed; nil where nothing is aimed
  /// at or the target is not a number.
  public init?(_ limits: ControlLimits, target: Double, aim: PreferredDirection) {
    guard aim != .neutral, target.isFinite else { return nil }
    if limits.lower == limits.upper {
      let meets = aim == .decrease ? limits.centre <= target : limits.centre >= target
      self = meets ? .consistentlyPassing : .consistentlyFailing
    } else if target > limits.upper {
      self = aim == .decrease ? .consistentlyPassing : .consistentlyFailing
    } else if target < limits.lower {
      self = aim == .decrease ? .consistentlyFailing : .consistentlyPassing
    } else {
      self = .hitAndMiss
    }
  }

  /// The letter that stands for the icon where there is no colour: P, F or ?.
  public var letter: String {
    switch self {
    case .consistentlyPassing: "P"
    case .consistentlyFailing: "F"
    case .hitAndMiss: "?"
    }
  }

  /// The words for the icon.
  public var words: String {
    switch self {
    case .consistentlyPassing: "consistently passing"
    case .consistentlyFailing: "consistently failing"
    case .hitAndMiss: "hit and miss"
    }
  }
}

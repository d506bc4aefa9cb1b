/// What kind of variation the latest point of a chart shows, as Making Data Count draws it.
public enum VariationIcon: String, CaseIterable, Sendable {
  /// Ordinary variation.
  case commonCause = "common_cause"
  /// A high or rising signal, where that is aimed at.
  case improvementHigh = "improvement_high"
  /// A low or falling signal, where that is aimed at.
  case improvementLow = "improvement_low"
  /// A high or rising signal, where the other is aimed at.
  case concernHigh = "concern_high"
  /// A low or falling signal, where the other is aimed at.
  case concernLow = "concern_low"
  /// A high or rising signal, where nothing is aimed at.
  case neutralHigh = "neutral_high"
  /// A low or falling signal, where nothing is aimed at.
  case neutralLow = "neutral_low"

  /// The icon of a point.
  public init(_ signals: PointSignals, aim: PreferredDirection) {
    guard let direction = signals.leading?.direction else {
      self = .commonCause
      return
    }
    let high = direction == .high
    switch aim.favours(upwards: high) {
    case nil: self = high ? .neutralHigh : .neutralLow
    case true?: self = high ? .improvementHigh : .improvementLow
    case false?: self = high ? .concernHigh : .concernLow
    }
  }

  /// The letter that stands for the icon where there is no colour: H, L, or C for common cause.
  public var letter: String {
    switch self {
    case .commonCause: "C"
    case .improvementHigh, .concernHigh, .neutralHigh: "H"
    case .improvementLow, .concernLow, .neutralLow: "L"
    }
  }

  /// The words for the icon; a rise and a high value have one name.
  public var words: String {
    switch self {
    case .commonCause: "no significant change"
    case .improvementHigh: "improvement, high"
    case .improvementLow: "improvement, low"
    case .concernHigh: "concern, high"
    case .concernLow: "concern, low"
    case .neutralHigh: "unusually high"
    case .neutralLow: "unusually low"
    }
  }

  /// The colour of the icon: `grey`, `blue`, `orange` or `purple`; never shown alone.
  public var colour: String {
    switch self {
    case .commonCause: "grey"
    case .improvementHigh, .improvementLow: "blue"
    case .concernHigh, .concernLow: "orange"
    case .neutralHigh, .neutralLow: "purple"
    }
  }
}

/// Every rule that marks a point, with its direction: one byte a point.
public struct PointSignals: OptionSet, Sendable, Hashable {
  /// Two bits for each rule, in the order of the rules: high, then low.
  public let rawValue: UInt8

  /// Takes the bits as they are.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// One rule in one direction.
  init(_ rule: ControlRule, _ direction: SignalDirection) {
    let place =
      switch rule {
      case .outside: 0
      case .trend: 2
      case .twoInThree: 4
      case .shift: 6
      }
    self.init(rawValue: 1 << UInt8(place + (direction == .high ? 0 : 1)))
  }

  /// Every rule that marks the point, the one that names it first.
  public var all: [(rule: ControlRule, direction: SignalDirection)] {
    ControlRule.allCases.flatMap { rule in
      SignalDirection.allCases.filter { contains(PointSignals(rule, $0)) }.map { (rule, $0) }
    }
  }

  /// The rule that names the point, and its direction; nil for an unmarked point.
  public var leading: (rule: ControlRule, direction: SignalDirection)? { all.first }
}

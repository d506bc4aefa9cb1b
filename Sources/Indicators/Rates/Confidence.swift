/// How sure an interval is meant to be: from 0.9 up to, not including, 1.
public struct Confidence: Hashable, Comparable, Sendable {
  /// The confidence as a share of 1, such as 0.95.
  public let level: Double

  /// Takes a share from 0.9 to below 1, or a percentage from 90 to below 100; nil for anything else.
  public init?(_ value: Double) {
    switch value {
    case 0.9..<1: level = value
    case 90..<100: level = value / 100
    default: return nil
    }
  }

  private init(known level: Double) { self.level = level }

  /// 95%, of which one in twenty is wrong by chance.
  public static let ninetyFive = Confidence(known: 0.95)

  /// 99.8%, the outer limits of public health charts.
  public static let ninetyNinePointEight = Confidence(known: 0.998)

  /// The probability left out at each end.
  public var tail: Double { (1 - level) / 2 }

  /// How many standard deviations lie on either side: 1.959964 at 95%, 3.090232 at 99.8%.
  public var z: Double { NormalDistribution.distance(ofTail: tail) }

  /// Orders by the level.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.level < right.level }
}

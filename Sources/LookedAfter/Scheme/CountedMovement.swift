/// A count that moves the number of a cohort: `+started.ico` adds children to it, `-ceased.sgo` takes
/// them from it.
public struct CountedMovement: Equatable, Sendable {
  /// What is counted: a line, or a branch whose lines are.
  public let measure: MeasureID
  /// Whether the children come in.
  public let isIn: Bool

  /// Makes a movement.
  public init(measure: MeasureID, isIn: Bool) {
    self.measure = measure
    self.isIn = isIn
  }

  /// Reads a measure with its sign before it; nil for anything else.
  public init?(written text: some StringProtocol) {
    guard let sign = text.first, "+-".contains(sign), text.count > 1 else { return nil }
    self.init(measure: MeasureID(rawValue: String(text.dropFirst())), isIn: sign == "+")
  }
}

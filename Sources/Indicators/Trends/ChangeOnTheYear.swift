/// The change from one year to the next: what the Local Authority Interactive Tool calls its trend.
///
/// It says nothing of chance, and is printed as "change on the year", never as a trend.
public struct ChangeOnTheYear: Equatable, Sendable {
  /// The later value less the earlier.
  public let change: Double

  /// The neutral direction of the change; nil for what is not a number.
  public let direction: DirectionOfTravel?

  /// The change between two values.
  public init(from before: Double, to now: Double) {
    change = now - before
    direction =
      change.isNaN ? nil : change > 0 ? .increase : change < 0 ? .decrease : .noChange
  }
}

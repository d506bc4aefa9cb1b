import LookedAfter

/// A plan for the number looked after: where it should be, month by month.
///
/// Between the months that are set, the plan runs in a straight line; after the last, it stays.
public struct Trajectory: Equatable, Sendable {
  /// A month that the plan sets a number for.
  public struct Milestone: Equatable, Sendable {
    /// The month.
    public let month: Month

    /// The number planned for its end.
    public let number: Double

    /// Makes a milestone.
    public init(_ month: Month, _ number: Double) {
      self.month = month
      self.number = number
    }
  }

  /// The months set, in order; two or more.
  public let milestones: [Milestone]

  /// A plan through milestones; nil with fewer than two, out of order, or not numbers of 0 or more.
  public init?(_ milestones: [Milestone]) {
    guard milestones.count >= 2,
      zip(milestones, milestones.dropFirst()).allSatisfy({ $0.month < $1.month }),
      milestones.allSatisfy({ (0...1e9).contains($0.number) })
    else { return nil }
    self.milestones = milestones
  }

  /// The number planned for a month; nil before the plan begins.
  public func number(in month: Month) -> Double? {
    guard let first = milestones.first, month >= first.month else { return nil }
    let next = milestones.firstIndex { $0.month >= month }
    guard let next, next > 0 else { return next == nil ? milestones.last?.number : first.number }
    let (left, right) = (milestones[next - 1], milestones[next])
    let share =
      Double(left.month.distance(to: month)) / Double(left.month.distance(to: right.month))
    return left.number + (right.number - left.number) * share
  }

  /// Whether the plan is for fewer, for more, or for as many.
  public var direction: PreferredDirection {
    guard let first = milestones.first, let last = milestones.last else { return .neutral }
    return last.number < first.number
      ? .decrease : last.number > first.number ? .increase : .neutral
  }
}

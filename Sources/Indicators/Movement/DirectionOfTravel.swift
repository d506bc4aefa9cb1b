import LookedAfter

/// Whether a number moved, by the key of the monthly update: neutral, without any judgement.
///
/// The improvement plan's key ("increase in improvement") is another one and is not mixed in.
public enum DirectionOfTravel: String, CaseIterable, Sendable {
  /// More than in the month before.
  case increase = "Increase"
  /// Fewer.
  case decrease = "Decrease"
  /// As many.
  case noChange = "No change"

  /// The direction of a change.
  public init(change: Int) {
    self = change > 0 ? .increase : change < 0 ? .decrease : .noChange
  }
}

/// How a number moved between two snapshots.
public struct Movement: Equatable, Sendable {
  /// The number before.
  public let before: Int

  /// The number now.
  public let now: Int

  /// Now less before.
  public var change: Int { now - before }

  /// The neutral direction of the change.
  public var direction: DirectionOfTravel { DirectionOfTravel(change: change) }

  /// The movement of a cohort, or of the total, between two snapshots; nil when either is unknown.
  public init?(of cohort: CohortID, from before: Snapshot?, to now: Snapshot?) {
    guard let before = before?[cohort]?.value, let now = now?[cohort]?.value else { return nil }
    self.before = before
    self.now = now
  }
}

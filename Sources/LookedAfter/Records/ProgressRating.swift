/// A manager's judgement of progress, with a reason: not a function of the direction of travel.
public struct ProgressRating: Sendable, Equatable {
  /// The level.
  public let level: ProgressLevel

  /// How the authority's key shows the level.
  public let mark: RatingScale.Mark

  /// Why; nil when no reason was recorded.
  public let reason: String?

  /// How it came to be known.
  public let provenance: Provenance
}

/// The five levels of progress. What stands for them in a paper is the authority's `RatingScale`.
public enum ProgressLevel: Int, CaseIterable, Sendable {
  /// On track, good progress.
  case good = 1
  /// Some progress, improvement.
  case some = 2
  /// No progress, no change.
  case none = 3
  /// Some slippage, worsening.
  case someSlippage = 4
  /// Significant slippage, worsening.
  case significantSlippage = 5
}

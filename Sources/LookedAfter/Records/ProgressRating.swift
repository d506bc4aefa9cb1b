/// A manager's judgement of progress, with a reason: not a function of the direction of travel.
public struct ProgressRating: Sendable, Equatable {
  /// The level.
  public let level: ProgressLevel

  /// Why; nil when no reason was recorded.
  public let reason: String?

  /// How it came to be known.
  public let provenance: Provenance
}

/// The five levels of the monthly update's rating key.
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

  /// The words of the key.
  public var name: String {
    switch self {
    case .good: "on track, good progress"
    case .some: "some progress, improvement"
    case .none: "no progress, no change"
    case .someSlippage: "some slippage, worsening"
    case .significantSlippage: "significant slippage, worsening"
    }
  }

  /// The words that stand beside the symbol in the table.
  public var shortName: String {
    switch self {
    case .good: "good progress"
    case .some: "some progress"
    case .none: "no progress"
    case .someSlippage: "some slippage"
    case .significantSlippage: "significant slippage"
    }
  }

  /// The face of the key. The one of level 5 is ours: the published text lost it.
  public var symbol: String {
    switch self {
    case .good: "\u{1F60A}"
    case .some: "\u{1F60C}"
    case .none: "\u{1F610}"
    case .someSlippage: "\u{1F629}"
    case .significantSlippage: "\u{1F631}"
    }
  }
}

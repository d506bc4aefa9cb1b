import LookedAfter

/// What a cohort's change leads one to expect of its progress, and the rating that goes with it.
///
/// A suggestion only: the manager knows why the number moved, and the rating is the manager's. The
/// direction that someone chose counts before the polarity of the scheme, and the number of all
/// children has none unless it was chosen.
public struct ExpectedProgress: Equatable, Sendable {
  /// The change against the period before, in children.
  public let change: Int

  /// What one would expect; nil where it depends on why the number moved, or no direction is set.
  public let expectation: RatingAndDirection.Expectation?

  /// The level that goes with it; nil where there is none.
  public let suggested: ProgressLevel?

  /// What the change of a cohort leads one to expect.
  ///
  /// - Parameters:
  ///   - cohort: the cohort.
  ///   - change: how much it changed.
  ///   - isClear: whether the change is more than ordinary variation; nil where that is not known.
  ///   - leftByExpectedExit: whether children left by the cohort's expected exit in the month.
  ///   - history: what is recorded, with its scheme.
  public init(
    of cohort: Cohort, change: Int, isClear: Bool?, leftByExpectedExit: Bool, in history: History
  ) {
    self.change = change
    let aim = history.direction(of: cohort.id.count)?.aim
    let expectation = Self.expectation(
      of: cohort, change: change, aim: aim, leftByExpectedExit: leftByExpectedExit)
    self.expectation = expectation
    let isClear = isClear ?? false
    suggested =
      switch expectation {
      case nil: nil
      case .progress: isClear ? .good : .some
      case .neither: ProgressLevel.none
      case .slippage: isClear ? .significantSlippage : .someSlippage
      }
  }

  private static func expectation(
    of cohort: Cohort, change: Int, aim: PreferredDirection?, leftByExpectedExit: Bool
  ) -> RatingAndDirection.Expectation? {
    if let favoured = aim?.favours(upwards: change > 0) {
      return change == 0 ? .neither : favoured ? .progress : .slippage
    }
    if cohort.id == .total || aim == .neutral { return nil }
    if change == 0 { return .neither }
    switch cohort.polarity {
    case .lowerIsBetter: return change < 0 ? .progress : .slippage
    case .dependsOnCause: return change < 0 && leftByExpectedExit ? .progress : nil
    case .watch, .context: return nil
    }
  }

  /// The improvement plan's key, which judges where the monthly update's key does not: `increase in
  /// improvement`, `same as previous period`, `decrease in improvement`; nil where nothing can be
  /// judged.
  public var performance: String? {
    switch expectation {
    case nil: nil
    case .progress: "increase in improvement"
    case .neither: "same as previous period"
    case .slippage: "decrease in improvement"
    }
  }
}

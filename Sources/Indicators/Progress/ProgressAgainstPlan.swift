import LookedAfter

/// Whether a number is where the plan has it: kept apart from the evidence that it moved at all.
///
/// The unit is what starts and leavers would move the number by chance since the plan began,
/// `√(φ (E + X))`. Within one unit is on plan; beyond it, ahead or behind; beyond 1.96, well so.
public struct ProgressAgainstPlan: Equatable, Sendable, Explainable {
  /// How far along the plan.
  public enum Level: String, CaseIterable, Sendable {
    /// Further than planned, by more than chance.
    case wellAhead = "well_ahead"
    /// Further than planned.
    case ahead
    /// As planned, within what chance would do.
    case onPlan = "on_plan"
    /// Not as far as planned.
    case behind
    /// Not as far as planned, by more than chance.
    case wellBehind = "well_behind"

    /// The words of the level: `well ahead`.
    public var words: String {
      switch self {
      case .wellAhead: "well ahead"
      case .ahead: "ahead"
      case .onPlan: "on plan"
      case .behind: "behind"
      case .wellBehind: "well behind"
      }
    }

    /// The colour by the rule: green for ahead or on plan, amber for behind, red for well behind.
    public var colour: RAGColour {
      switch self {
      case .wellAhead, .ahead, .onPlan: .green
      case .behind: .amber
      case .wellBehind: .red
      }
    }
  }

  /// The number now.
  public let actual: Double

  /// The number planned.
  public let planned: Double

  /// What is aimed at.
  public let aim: PreferredDirection

  /// The noise since the plan began, in children.
  public let unit: Double

  /// The level.
  public let level: Level

  private let spread: Spread
  private let events: Int

  /// Sets a number beside the plan.
  ///
  /// - Parameters:
  ///   - actual: the number that there is.
  ///   - month: the month that is meant.
  ///   - plan: the plan.
  ///   - events: starts and leavers together since the plan began, 0 or more.
  ///   - spread: the spread beyond chance.
  ///   - aim: fewer or more; nil to take it from the plan.
  /// - Returns: nil before the plan begins, for a plan without a direction, or for numbers that are
  ///   none.
  public init?(
    _ actual: Double, in month: Month, plan: Trajectory, events: Int, spread: Spread,
    aim: PreferredDirection? = nil
  ) {
    let aim = aim ?? plan.direction
    guard aim != .neutral, (0...1e9).contains(actual), (0..<1_000_000_000).contains(events),
      let planned = plan.number(in: month)
    else { return nil }
    self.actual = actual
    self.planned = planned
    self.aim = aim
    self.spread = spread
    self.events = events
    unit = (spread.phi * Double(events)).squareRoot()
    let ahead = aim == .decrease ? planned - actual : actual - planned
    if abs(ahead) <= unit {
      level = .onPlan
    } else if ahead > 0 {
      level = ahead > 1.96 * unit ? .wellAhead : .ahead
    } else {
      level = -ahead > 1.96 * unit ? .wellBehind : .behind
    }
  }

  /// How the level was made.
  public var working: Working {
    Working(
      "progress against the plan",
      formula: "on plan within √(φ (E + X)); well ahead or behind beyond 1.96 of it",
      inputs: [
        Working.Input("actual", .number(actual)), Working.Input("planned", .number(planned)),
        Working.Input("E + X", .whole(events)),
      ],
      parameters: [
        Working.Line("φ", .number(spread.phi)), Working.Line("φ is", .words(spread.basisInWords)),
        Working.Line("aim", .words(aim.rawValue)),
      ],
      results: [
        Working.Line("noise", .number(unit)), Working.Line("level", .words(level.words)),
      ], cautions: spread.cautions)
  }
}

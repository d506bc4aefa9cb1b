import Indicators
import LookedAfter

extension Sentences {
  /// How a number changed, and whether chance alone would do it: `344, 43 fewer than a year ago: 68
  /// came in and 111 left. A fall this size would be unusual by chance.`
  ///
  /// - Parameters:
  ///   - number: the number now.
  ///   - change: now less before.
  ///   - since: the time before, as it follows "than": `a year ago`, `in October 2020`.
  ///   - balance: the starts and leavers between the two; nil when they are not known.
  public static func change(
    of number: Int, by change: Int, since: String, balance: FlowBalance?
  ) -> String {
    let opening = "\(Prose.figures(number)), \(Prose.comparison(change)) \(since)"
    guard let balance else {
      let ending =
        change == 0
        ? "." : ". Without starts and leavers it cannot be said whether chance alone did it."
      return opening + ending
    }
    let flows =
      "\(Prose.figures(balance.started)) came in and \(Prose.figures(balance.ceased)) left"
    guard balance.evidence(ofChange: change) != nil else {
      return "\(opening), but \(flows): they do not explain it, so whether the number really moved"
        + " cannot be said from them."
    }
    return "\(opening): \(flows). \(certainty(of: balance))"
  }

  /// How sure a change is: `Changes this size happen by chance.`
  public static func certainty(of balance: FlowBalance) -> String {
    switch balance.evidence {
    case .fallingClear: "A fall this size would be unusual by chance."
    case .risingClear: "A rise this size would be unusual by chance."
    case .fallingCouldBeChance, .risingCouldBeChance: "Changes this size happen by chance."
    case .noChange:
      balance.events == 0 ? "Nobody came in or left." : "As many came in as left."
    }
  }

  /// How a number stands against the plan: `Behind: 343 against 332 planned.`
  public static func progress(_ progress: ProgressAgainstPlan?) -> String {
    guard let progress else { return "No trajectory set." }
    let numbers =
      "\(Prose.decimal(progress.actual, 0)) against \(Prose.decimal(progress.planned, 0)) planned"
    let chance =
      progress.level == .onPlan && progress.actual != progress.planned
      ? ", within what chance would do" : ""
    return Prose.sentence("\(progress.level.words): \(numbers)\(chance)")
  }

  /// Where a number lies by its expected band: `331 in March 2021 is below the 332 to 348 to be
  /// expected had starts and leavers gone on as before.`
  public static func band(
    _ number: Int, when: String, in point: ExpectedBand.Point
  ) -> String {
    let range = "\(Prose.decimal(point.lower, 0)) to \(Prose.decimal(point.upper, 0))"
    let place =
      switch point.place(of: Double(number)) {
      case .farBelow: "far below the \(range)"
      case .below: "below the \(range)"
      case .within: "within the \(range)"
      case .above: "above the \(range)"
      case .farAbove: "far above the \(range)"
      }
    return "\(Prose.figures(number)) \(when) is \(place) to be expected had starts and leavers gone"
      + " on as before."
  }
}

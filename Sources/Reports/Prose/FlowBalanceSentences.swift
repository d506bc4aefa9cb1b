import Indicators
import LookedAfter

/// Whether the number looked after really moved, for people who know no statistics.
enum FlowBalanceSentences {
  /// How many came in and left, and whether the difference is more than chance.
  static func sentence(_ balance: FlowBalance?, months: Int) -> String {
    guard let balance else {
      return "Whether that is more than chance cannot be said: joiners and leavers are not recorded"
        + " for every month between."
    }
    let flows =
      "\(Prose.figures(balance.started)) came in and \(Prose.figures(balance.ceased)) left in the"
      + " \(Prose.count(months, "month", "months"))"
    switch balance.evidence {
    case .noChange: return flows + ", so the number did not move."
    case .fallingClear: return flows + ". A fall this size would be unusual by chance."
    case .risingClear: return flows + ". A rise this size would be unusual by chance."
    case .fallingCouldBeChance, .risingCouldBeChance:
      return flows + ". Changes this size happen by chance."
    }
  }
}

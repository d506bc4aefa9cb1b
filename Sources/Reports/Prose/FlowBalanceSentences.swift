import Indicators
import LookedAfter

/// Whether the number looked after really moved, for people who know no statistics.
enum FlowBalanceSentences {
  /// How many came in and left, and whether the difference is more than chance.
  ///
  /// - Parameter change: how the number itself changed; nil where that is not known.
  static func sentence(_ balance: FlowBalance?, months: Int, change: Int? = nil) -> String {
    guard let balance else {
      return "Whether that is more than chance cannot be said: joiners and leavers are not recorded"
        + " for every month between."
    }
    let flows =
      "\(Prose.figures(balance.started)) came in and \(Prose.figures(balance.ceased)) left in the"
      + " \(Prose.count(months, "month", "months"))"
    guard StockTrendSentences.evidence(balance, change) != nil else {
      return "\(flows): they do not explain the number, so whether it really moved cannot be said"
        + " from them."
    }
    if balance.events == 0 {
      return "Nobody came in or left in the \(Prose.count(months, "month", "months"))."
    }
    return "\(flows). \(Sentences.certainty(of: balance))"
  }
}

import LookedAfter
import Scenarios

/// Where the number did not move as joiners and leavers say, a projection rests on figures that
/// contradict each other.
enum FlowCautions {
  /// A month counts where the number is off by this share of it, and by at least `least` children.
  private static let share = 0.02
  private static let least = 5

  /// One sentence on the months that a projection rests on; none where they add up.
  ///
  /// - Parameters:
  ///   - last: the last month of the figures.
  ///   - months: how many months before it count.
  static func sentences(_ history: History, upTo last: Month, months: Int) -> [String] {
    guard let flows = MonthlyFlows(history, upTo: last) else { return [] }
    let first = last.advanced(by: 1 - months)
    let gaps = flows.totals.indices.dropFirst().compactMap { place -> (month: Month, gap: Int)? in
      let month = flows.first.advanced(by: place)
      guard month >= first, let before = flows.totals[place - 1], let now = flows.totals[place],
        let joined = flows.started[place], let left = flows.ceased[place]
      else { return nil }
      let gap = now - before - joined + left
      let most = max(least, Int((Double(before) * share).rounded(.up)))
      return abs(gap) >= most ? (month, gap) : nil
    }
    guard let greatest = gaps.max(by: { abs($0.gap) < abs($1.gap) }) else { return [] }
    let number = Prose.figures(abs(greatest.gap))
    let others =
      gaps.count == 1
      ? ""
      : "; there \(gaps.count == 2 ? "is" : "are") \(Prose.count(gaps.count - 1, "other such month", "other such months"))"
    return [
      "In \(greatest.month.inWords) the number was \(number) \(greatest.gap > 0 ? "higher" : "lower")"
        + " than those who joined and left make it\(others). The projection follows the joiners and"
        + " leavers, and cannot foresee such a jump."
    ]
  }
}

import Indicators
import LookedAfter

/// The number looked after at each month's end, and who started and left in the month.
public struct MonthlyFlows: Equatable, Sendable {
  /// The month of the first values.
  public let first: Month

  /// The children at each month's end; nil where it is not known.
  public let totals: [Int?]

  /// Those who became looked after in the month.
  public let started: [Int?]

  /// Those who left care in the month.
  public let ceased: [Int?]

  /// Takes the values of successive months; the three lists are of one length, and what is missing
  /// at the end of one is not known.
  public init(first: Month, totals: [Int?], started: [Int?], ceased: [Int?]) {
    let count = max(totals.count, started.count, ceased.count)
    func filled(_ values: [Int?]) -> [Int?] {
      values.map { $0.flatMap { (0..<100_000_000).contains($0) ? $0 : nil } }
        + Array(repeating: nil, count: count - values.count)
    }
    self.first = first
    self.totals = filled(totals)
    self.started = filled(started)
    self.ceased = filled(ceased)
  }

  /// The flows that a history holds, up to a month.
  ///
  /// The total of a month is counted at its end where that is recorded, and else as the monthly
  /// update has it.
  public init?(_ history: History, upTo last: Month) {
    guard let first = history.months.first, first <= last else { return nil }
    let months = (0...first.distance(to: last)).map { first.advanced(by: $0) }
    self.init(
      first: first,
      totals: months.map { month in
        let all = history.snapshots(for: month)
        return (all.first { $0.basis == .monthEnd && $0.total != nil } ?? all.first)?.total?.value
      },
      started: months.map { history.flows(in: .month($0))?.joined.total },
      ceased: months.map { history.flows(in: .month($0))?.left.total })
  }

  /// The last month.
  public var last: Month { first.advanced(by: totals.count - 1) }

  /// The same up to the value of a place, which is left in.
  public func upTo(_ index: Int) -> MonthlyFlows {
    MonthlyFlows(
      first: first, totals: Array(totals.prefix(index + 1)),
      started: Array(started.prefix(index + 1)), ceased: Array(ceased.prefix(index + 1)))
  }

  /// The months of which starts, leavers and the number at the start are known, oldest first.
  var complete: [(index: Int, opening: Int, started: Int, ceased: Int)] {
    (1..<max(totals.count, 1)).compactMap { index in
      guard let opening = totals[index - 1] ?? rolled(index - 1), let started = started[index],
        let ceased = ceased[index]
      else { return nil }
      return (index, opening, started, ceased)
    }
  }

  /// The complete months; where there are not enough of them, the first month too when it is recorded,
  /// whose number at the start follows from its number at the end and its flows.
  var usable: [(index: Int, opening: Int, started: Int, ceased: Int)] {
    let complete = complete
    guard complete.count < FlowEstimate.monthsNeeded,
      let index = totals.indices.first(where: { totals[$0] != nil }),
      index < complete.first?.index ?? .max, let total = totals[index],
      let started = started[index], let ceased = ceased[index], total - started + ceased >= 0
    else { return complete }
    return [(index, total - started + ceased, started, ceased)] + complete
  }

  /// A total that is not recorded, from the one before it and the flows of its month.
  private func rolled(_ index: Int) -> Int? {
    guard index > 0, let before = totals[index - 1], let started = started[index],
      let ceased = ceased[index]
    else { return nil }
    return max(0, before + started - ceased)
  }
}

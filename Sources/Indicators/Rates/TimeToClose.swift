import Glibc

/// How long it would take to close a gap at the present pace of starts and leavers.
public enum TimeToClose: Equatable, Sendable {
  /// The number is at the comparator's or below it.
  case closed
  /// Months, at the present pace; rounded up for print.
  case months(Double)
  /// No more children leave than start: the gap does not close.
  case notClosing

  /// The time to close a gap.
  ///
  /// - Parameters:
  ///   - gap: the children looked after less those needed.
  ///   - startedPerMonth: the mean starts of a month.
  ///   - ceasedPerMonth: the mean leavers of a month.
  public init(gap: Int, startedPerMonth: Double, ceasedPerMonth: Double) {
    guard gap > 0 else {
      self = .closed
      return
    }
    let pace = ceasedPerMonth - startedPerMonth
    guard pace > 0, pace.isFinite else {
      self = .notClosing
      return
    }
    self = .months(Double(gap) / pace)
  }
}

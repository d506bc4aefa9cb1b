import LookedAfter

/// Tells a month or a day that can be right from a slip of the hand.
struct PlausibleDates {
  /// The day on which figures are recorded; nil where that is not known.
  let today: CivilDate?

  /// What is wrong with recording the children of a month; nil when nothing is.
  ///
  /// A report is prepared at most a month ahead. Children's departments of councils began under the
  /// Children Act 1948.
  func problem(with month: Month) -> String? {
    if month.year < 1948 {
      return
        "\(month.inWords) is before 1948, when councils began to look after children; check the"
        + " year."
    }
    guard let today, today.month.advanced(by: 1) < month else { return nil }
    return "\(month.inWords) is still to come, and today is \(today.inWords); check the month. Only"
      + " plans and forecasts are recorded ahead."
  }

  /// What is wrong with a count of a month as at a day; nil when nothing is.
  func problem(with day: CivilDate, as month: Month) -> String? {
    guard abs(month.distance(to: day.month)) > 1 else { return nil }
    return
      "\(day.inWords) is not a day of \(month.inWords), nor of the month before or after; check"
      + " the day."
  }

  /// What is wrong with the time of a figure; nil when nothing is. References, plans, settings and
  /// words may be of any time.
  func problem(with observation: Observation, kind: Measure.Kind?) -> String? {
    guard let kind, [.stock, .flow, .judgement].contains(kind),
      let month = observation.period.lastMonth
    else { return nil }
    return problem(with: month)
      ?? observation.asAt.flatMap { problem(with: $0, as: month) }
  }
}

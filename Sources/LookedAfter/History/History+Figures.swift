extension MeasureID {
  /// The cohort whose change a commentary asks to have taken apart: `{bridge.ico}`; nil for a figure.
  public var bridgedCohort: CohortID? {
    let prefix = "bridge."
    guard rawValue.hasPrefix(prefix) else { return nil }
    return CohortID(rawValue: String(rawValue.dropFirst(prefix.count)))
  }
}

extension History {
  /// The figure that a commentary may name: a recorded number of a month, or one that is made from
  /// recorded numbers, such as `pipeline.sgo.open`.
  public func figure(_ measure: MeasureID, in month: Month) -> Int? {
    let snapshot = snapshot(for: month)
    if let number = snapshot?[CohortID(rawValue: measure.rawValue)] { return number.value }
    switch measure {
    case "net_remainder": return snapshot?.netRemainder
    case "pipeline.open": return pipeline(in: .month(month))?.open
    case "planned.total": return plannedApplications(reportedIn: month)?.total
    default: break
    }
    for route in Route.allCases where measure == "pipeline.\(route.rawValue).open" {
      return pipeline(in: .month(month))?.open(route)
    }
    return count(of: measure, in: month)?.value
  }
}

/// The applications that one monthly report plans, and what it says of the plan for its own month.
public struct PlannedApplications: Sendable, Equatable {
  /// The month of the report.
  public let reportMonth: Month

  /// The months planned for, in time order.
  public let plans: [PlannedMonth]

  /// What became of the applications planned for the month of the report.
  public let outcome: PlanOutcome

  /// All applications planned; nil when nothing is.
  public var total: Int? {
    plans.isEmpty ? nil : plans.reduce(0) { $0 + ($1.total ?? 0) }
  }
}

/// The applications planned for one month.
public struct PlannedMonth: Sendable, Equatable {
  /// The month in which they are to go to legal services.
  public let month: Month

  /// The number by route, where the plan splits them.
  public let routes: [Route: Recorded<Int>]

  /// The number of all routes, where the plan does not split them.
  public let unsplit: Recorded<Int>?

  /// All applications planned for the month.
  public var total: Int? {
    routes.isEmpty ? unsplit?.value : routes.values.reduce(unsplit?.value ?? 0) { $0 + $1.value }
  }
}

/// What became of a month's planned applications.
public struct PlanOutcome: Sendable, Equatable {
  /// The month that had been planned.
  public let month: Month

  /// What the month before had planned; nil where it planned nothing.
  public let plan: PlannedMonth?

  /// How many the month before had planned.
  public var planned: Int? { plan?.total }

  /// How many went as planned.
  public let sent: Recorded<Int>?

  /// Those that slipped, by reason and new month.
  public let slips: [Slip]

  /// All that slipped.
  public var slipped: Int { slips.reduce(0) { $0 + $1.number.value } }

  /// Whether the report says nothing of it.
  public var isEmpty: Bool { sent == nil && slips.isEmpty }
}

/// Applications that did not go in the month planned.
public struct Slip: Sendable, Equatable {
  /// The reason: one of the catalogue's closed list.
  public let reason: Measure

  /// How many.
  public let number: Recorded<Int>

  /// The month they are planned for now; nil when none is set.
  public let newMonth: Month?

  /// What was said of the month, such as "early in the month".
  public let remark: String?
}

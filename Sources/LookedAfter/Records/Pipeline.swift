/// A way out of care that ends with an order of the court.
public enum Route: String, CaseIterable, Sendable {
  /// A special guardianship order is granted.
  case sgo
  /// The care order is discharged, the child being home again.
  case discharge

  /// The words for the application: `SGO`, `discharge`.
  public var name: String {
    switch self {
    case .sgo: "SGO"
    case .discharge: "discharge"
    }
  }

  /// The words for a column heading.
  public var heading: String {
    switch self {
    case .sgo: "Special guardianship (SGO)"
    case .discharge: "Discharge of the care order"
    }
  }
}

/// A stage on the way to an order.
public enum Stage: String, CaseIterable, Sendable {
  /// Assessed and recommended, but the carer does not agree for now: parked.
  case carerNotWilling = "carer_not_willing"
  /// Sent to legal services, not filed yet.
  case withLegal = "with_legal"
  /// Filed with the court: in proceedings.
  case filed
  /// Granted or discharged in the month; the child leaves care.
  case granted

  /// The words for it.
  public var name: String {
    switch self {
    case .carerNotWilling: "Recommended, carer not willing"
    case .withLegal: "With legal services"
    case .filed: "Filed with the court"
    case .granted: "Granted or discharged in the month"
    }
  }

  /// The stages of an application that is under way.
  public static let open: [Stage] = [.filed, .withLegal]
}

/// How many children are at each stage of each route at one time.
public struct Pipeline: Sendable, Equatable {
  /// The month or the day that the stages are of.
  public let period: Period

  /// The recorded numbers, by route and stage.
  public let counts: [Route: [Stage: Recorded<Int>]]

  /// The recorded numbers of stages that a paper did not split by route.
  public let unsplit: [Stage: Recorded<Int>]

  /// The number of open applications as the paper stated it.
  public let statedOpen: Recorded<Int>?

  /// The number at a stage of a route; nil when it is not recorded.
  public subscript(route: Route, stage: Stage) -> Recorded<Int>? { counts[route]?[stage] }

  /// Applications of a route that are filed or with legal services; nil unless both are recorded.
  public func open(_ route: Route) -> Int? {
    let numbers = Stage.open.compactMap { self[route, $0]?.value }
    return numbers.count == Stage.open.count ? numbers.reduce(0, +) : nil
  }

  /// Applications of a stage on all routes; nil unless each is recorded, or the sum was.
  public func all(at stage: Stage) -> Int? {
    let numbers = Route.allCases.compactMap { self[$0, stage]?.value }
    if numbers.isEmpty { return unsplit[stage]?.value }
    return numbers.count == Route.allCases.count ? numbers.reduce(0, +) : nil
  }

  /// Applications of a stage on those routes that are recorded; nil when none is.
  public func known(at stage: Stage) -> Int? {
    let numbers = Route.allCases.compactMap { self[$0, stage]?.value }
    return numbers.isEmpty ? unsplit[stage]?.value : numbers.reduce(0, +)
  }

  /// Open applications of all routes, from the stages; nil unless each is recorded.
  public var open: Int? {
    let numbers = Stage.open.compactMap { all(at: $0) }
    return numbers.count == Stage.open.count ? numbers.reduce(0, +) : nil
  }
}

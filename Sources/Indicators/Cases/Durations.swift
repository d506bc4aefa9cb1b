import LookedAfter

/// Lengths of time in days, and what they come to in weeks.
public struct Durations: Sendable, Equatable {
  /// The lengths, shortest first.
  public let days: [Int]

  /// Takes lengths in any order.
  public init(_ days: [Int]) { self.days = days.sorted() }

  /// How many there are.
  public var count: Int { days.count }

  /// The median in weeks, to one decimal; nil without any. Of an even number, the mean of the two in
  /// the middle.
  public var medianWeeks: Quantity? {
    guard !days.isEmpty else { return nil }
    let twice = days[(days.count - 1) / 2] + days[days.count / 2]
    return Quantity(mantissa: divideRoundingHalfAwayFromZero(twice * 10, by: 14), decimals: 1)
  }

  /// The longest in weeks, to one decimal; nil without any.
  public var longestWeeks: Quantity? { days.last.map(Self.weeks) }

  /// How many are no longer than a number of weeks.
  public func within(weeks: Int) -> Int { days.count { $0 <= weeks * 7 } }

  /// Days in weeks, to one decimal.
  public static func weeks(_ days: Int) -> Quantity {
    Quantity(mantissa: divideRoundingHalfAwayFromZero(days * 10, by: 7), decimals: 1)
  }
}

/// How long the cases of a stage have stood there.
public struct StageAge: Sendable, Equatable {
  /// The route.
  public let route: CaseRoute
  /// The stage.
  public let stage: CaseStage
  /// How long each case has stood there.
  public let durations: Durations

  /// The ages of the live stages of some routes at the end of a day, the longest wait first.
  public static func all(
    in book: CaseBook, on routes: [CaseRoute], at day: CivilDate
  ) -> [StageAge] {
    var days: [CaseRouteID: [Int: [Int]]] = [:]
    let wanted = Dictionary(uniqueKeysWithValues: routes.map { ($0.id, $0) })
    let now = day.dayNumber
    for each in book.cases {
      guard let route = wanted[each.route], let stage = each.stage(at: day),
        let index = route.index(of: stage), route.stages[index].isLive,
        let arrival = each.arrival(at: day)
      else { continue }
      days[each.route, default: [:]][index, default: []].append(now - arrival.dayNumber)
    }
    return routes.flatMap { route in
      route.stages.indices.compactMap { index in
        days[route.id]?[index].map {
          StageAge(route: route, stage: route.stages[index], durations: Durations($0))
        }
      }
    }
    .enumerated().sorted {
      ($1.element.durations.days.last ?? 0, $0.offset)
        < ($0.element.durations.days.last ?? 0, $1.offset)
    }
    .map(\.element)
  }
}

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
    let wanted = Set(routes.map(\.id))
    let isWanted = book.routes.all.map { route in
      wanted.contains(route.id) ? route.stages.map(\.isLive) : route.stages.map { _ in false }
    }
    var days = isWanted.map { $0.map { _ in [Int]() } }
    let now = day.dayNumber
    book.forEachStanding(at: day) { standing in
      guard isWanted[standing.route][standing.stage] else { return }
      days[standing.route][standing.stage].append(now - standing.arrival)
    }
    return zip(book.routes.all, days).flatMap { route, days in
      zip(route.stages, days).compactMap { stage, days in
        days.isEmpty ? nil : StageAge(route: route, stage: stage, durations: Durations(days))
      }
    }
    .enumerated().sorted {
      ($1.element.durations.days.last ?? 0, $0.offset)
        < ($0.element.durations.days.last ?? 0, $1.offset)
    }
    .map(\.element)
  }
}

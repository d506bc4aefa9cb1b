import LookedAfter
import Scenarios

/// Moves between cohorts, and cohorts that close or open.
extension LeverReader {
  private static let reserved: Set<String> = [
    "to", "into", "from", "are", "is", "children", "child", "in", "by", "for", "take", "takes",
  ]

  func move(_ work: inout ClauseWork) throws -> Clause {
    let example = "10 move from other residential to fostering by \(Self.written(next))"
    work.takeAll(Vocabulary.moves)
    work.takeAll(["down"])
    // The last "to" stands before where they go.
    guard let place = work.texts.lastIndex(where: { ["to", "into"].contains($0) }) else {
      throw unclear(work.leftOver(besides: Vocabulary.noise) ?? work.all[0], try: example)
    }
    let target = work.words[place]
    guard
      let to = try work.takeName(cohorts, after: ["to", "into"], reserved: Self.reserved)
    else {
      let words = work.words.drop { $0.start <= target.start }
      throw unclear(words.first ?? target, try: example)
    }
    let number = work.takeNumber()
    let isAll = work.take(Vocabulary.everyone) != nil
    guard let from = try work.takeName(cohorts, reserved: Self.reserved) else {
      throw unclear(work.leftOver(besides: Vocabulary.noise) ?? work.all[0], try: example)
    }
    let there = history.snapshot(for: start)?[from]?.value
    guard let children = number?.whole ?? (isAll ? there : nil), children >= 0 else {
      throw Unclear(number?.word ?? work.all[0], nearest: nil, example: example)
    }
    let route = "\(children) move from \(typed(from)) to \(typed(to))"
    switch work.time {
    case .only(let month), .from(let month, nil):
      return Clause(
        levers: [.move(children, from: from, to: to, in: month)],
        written: "\(route) in \(Self.written(month))")
    case nil:
      return Clause(
        levers: [.move(children, from: from, to: to, in: next)],
        written: "\(route) in \(Self.written(next))")
    case .by(let month):
      return Clause(
        levers: spread(children, from, to, min(next, month), month),
        written: "\(route) by \(Self.written(month))")
    case .from(let first, let last?):
      return Clause(
        levers: spread(children, from, to, first, last),
        written: "\(route) from \(Self.written(first)) to \(Self.written(last))")
    }
  }

  /// Children who move a few at a time, evenly over some months.
  private func spread(
    _ children: Int, _ from: CohortID, _ to: CohortID, _ first: Month, _ last: Month
  ) -> [Lever] {
    let months = min(max(1, first.distance(to: last) + 1), 600)
    var (given, levers): (Int, [Lever]) = (0, [])
    for place in 0..<months {
      let upTo = Int((Double(children) * Double(place + 1) / Double(months) + 1e-9).rounded(.down))
      if upTo > given {
        levers.append(.move(upTo - given, from: from, to: to, in: first.advanced(by: place)))
      }
      given = upTo
    }
    return levers
  }

  func closeOrOpen(_ work: inout ClauseWork) throws -> Clause {
    let month: Month =
      switch work.time {
      case .only(let month), .by(let month), .from(let month, _): month
      case nil: next
      }
    if work.take(["open", "opens", "opened"]) != nil {
      var example = "open supported-accommodation for 2 a month from \(Self.written(month))"
      work.takeFrequency()
      guard let cohort = try work.takeName(cohorts, reserved: Self.reserved) else {
        throw unclear(work.leftOver(besides: Vocabulary.noise) ?? work.all[0], try: example)
      }
      example = "open \(typed(cohort)) for 2 a month from \(Self.written(month))"
      work.takeAll(Vocabulary.joiners)
      guard let number = work.takeNumber(), !number.isPercent else {
        throw Unclear(work.all[0], nearest: nil, example: example)
      }
      let monthly = work.isYearly ? number.value / 12 : number.value
      return Clause(
        levers: [.open(cohort, joiners: monthly, from: month)],
        written: "open \(typed(cohort)) for \(Self.written(monthly)) a month from"
          + " \(Self.written(month))")
    }
    let example = "close residential-other to long-term-matched from \(Self.written(next))"
    work.takeAll(["close", "closes", "closed", "shut", "shuts"])
    work.takeAll(Vocabulary.moves)
    let to = try work.takeName(cohorts, after: ["to", "into"], reserved: Self.reserved)
    guard let cohort = try work.takeName(cohorts, reserved: Self.reserved) else {
      throw unclear(work.leftOver(besides: Vocabulary.noise) ?? work.all[0], try: example)
    }
    return Clause(
      levers: [.close(cohort, movingTo: to, from: month)],
      written: "close \(typed(cohort))\(to.map { " to \(typed($0))" } ?? "") from"
        + " \(Self.written(month))")
  }

  // MARK: Population and costs

  func population(_ work: inout ClauseWork) throws -> Clause {
    let example = "population rises 2% from \(Self.written(next))"
    work.takeAll(["population", "aged", "0-17", "total"])
    let month: Month =
      switch work.time {
      case .only(let month), .by(let month), .from(let month, _): month
      case nil: next
      }
    let number = work.takeNumber()
    let isDown = work.take(Vocabulary.down) != nil
    let isUp = work.take(Vocabulary.up) != nil
    guard let number else {
      throw unclear(work.leftOver(besides: Vocabulary.noise) ?? work.all[0], try: example)
    }
    let now = history.population(for: start)?.number.value
    let result: Double
    if number.isPercent || isDown || isUp, number.before != "to" {
      guard let now else {
        throw ConsoleError.refused(
          "No population aged 0 to 17 is recorded to change; say what it is: population 36,000.")
      }
      guard isDown || isUp else { throw Unclear(number.word, nearest: nil, example: example) }
      let change = number.isPercent ? Double(now) * number.value / 100 : number.value
      result = Double(now) + (isDown ? -change : change)
    } else {
      result = number.value
    }
    guard let whole = Int(exactly: result.rounded(.toNearestOrAwayFromZero)) else {
      throw Unclear(number.word, nearest: nil, example: example)
    }
    return Clause(
      levers: [.population(whole, from: month)],
      written: "population \(whole) from \(Self.written(month))")
  }

  func unitCost(_ work: inout ClauseWork) throws -> Clause {
    let example = "a child costs £60,000 a year from \(Self.written(next))"
    work.takeFrequency()
    let number = work.takeNumber()
    work.takeAll(["cost", "costs", "costing", "unit", "average", "placement", "placements"])
    let (ids, who) = try costed(&work)
    let month: Month =
      switch work.time {
      case .only(let month), .by(let month), .from(let month, _): month
      case nil: next
      }
    guard let number, !number.isPercent,
      let pounds = Int(
        exactly: (number.value * (work.isMonthly ? 12 : 1)).rounded(.toNearestOrAwayFromZero))
    else {
      throw number.map { Unclear($0.word, nearest: nil, example: example) }
        ?? unclear(work.leftOver(besides: Vocabulary.noise) ?? work.all[0], try: example)
    }
    return Clause(
      levers: ids.map { .unitCost(pounds: pounds, cohort: $0, from: month) },
      written: "a child\(who.map { " in \($0)" } ?? "") costs \(pounds) from"
        + " \(Self.written(month))")
  }

  /// The cohorts that a cost is of, and how they are written: one, those of a kind of placement such as
  /// residential, or all children.
  private func costed(_ work: inout ClauseWork) throws -> (ids: [CohortID?], written: String?) {
    let reserved = Self.reserved.union(Vocabulary.noise).union(["year", "month"])
    do {
      if let cohort = try work.takeName(cohorts, reserved: reserved) {
        return ([cohort], typed(cohort))
      }
    } catch {
      guard work.holds(["residential", "foster", "fostering", "fostered", "supported"]) else {
        throw error
      }
    }
    let kinds: [(PlacementCosts.Kind, String, Set<String>)] = [
      (.residential, "residential", ["residential"]),
      (.supported, "supported", ["supported", "accommodation"]),
      (.fostering, "foster", ["foster", "fostering", "fostered"]),
    ]
    for (kind, written, words) in kinds where work.holds(words) {
      let ids = PlacementCosts.cohorts(kind, in: history.scheme)
      guard !ids.isEmpty else { continue }
      work.takeAll(words)
      return (ids, written)
    }
    return ([nil], nil)
  }
}

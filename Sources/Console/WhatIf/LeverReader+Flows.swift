import LookedAfter
import Scenarios

/// Joiners and leavers, by numbers and percentages.
extension LeverReader {
  /// Words that are no part of a name in a clause about joiners or leavers.
  private static let reserved = Vocabulary.joiners.union(Vocabulary.leavers).union(Vocabulary.down)
    .union(Vocabulary.up).union(Vocabulary.none).union(Vocabulary.everyone).union(Vocabulary.grants)
    .union([
      "by", "from", "in", "to", "into", "under", "through", "via", "with", "a", "an", "the", "of",
      "are", "is", "children", "child", "orders", "order", "than", "usual", "exactly", "only",
      "month", "for", "halve", "halves", "double", "doubles", "care",
    ])

  func joiners(_ work: inout ClauseWork) throws -> Clause {
    work.takeFrequency()
    let isRate = work.holds(Vocabulary.rates)
    let first = work.words.first
    work.takeAll(Vocabulary.joiners)
    let into = try work.takeName(cohorts, after: ["into"], reserved: Self.reserved)
    let status = try work.takeName(statuses, reserved: Self.reserved)
    let amount = try amount(
      &work, first, example: "joiners fall 20% from \(Self.written(next))")
    let (change, span, how) = spread(amount, work, isRate: isRate)
    let kind = status.map { " under \(typed($0, below: "started"))" } ?? ""
    let place = into.map { " into \(typed($0))" } ?? ""
    return Clause(
      levers: [.joiners(change, status: status, into: into, span)],
      written: written(amount, how, "join", "joins", kind + place))
  }

  func leavers(_ work: inout ClauseWork) throws -> Clause {
    work.takeFrequency()
    let isRate = work.holds(Vocabulary.rates)
    let isGrant = work.holds(Vocabulary.grants)
    guard let first = work.all.first else { return Clause() }
    let hasVerb = work.holds(Vocabulary.leavers)
    work.takeAll(Vocabulary.leavers)
    let named = try work.takeName(cohorts, after: ["from"], reserved: Self.reserved)
    let route = try work.takeName(routes, reserved: Self.reserved)
    // "10 of ico leave".
    let from =
      try named ?? (hasVerb ? work.takeName(cohorts, reserved: Self.reserved) : nil)
    if isGrant, route == nil {
      throw unclear(
        work.words.first { Vocabulary.grants.contains($0.text) } ?? first,
        try: "grant 8 sgo in \(Self.written(next))")
    }
    guard hasVerb || isGrant || route != nil else {
      throw unclear(
        work.words.first {
          $0.text.first?.isLetter ?? false
            && !Vocabulary.noise.union(Self.reserved).contains($0.text)
            && NumberWords.read([$0.text], at: 0) == nil
        } ?? work.words.first ?? first,
        try: "5 more leave a month from \(Self.written(next))")
    }
    work.takeAll(Vocabulary.grants)
    let amount = try amount(
      &work, first, example: "5 more leave a month from \(Self.written(next))")
    let (change, span, how) = spread(amount, work, isRate: isRate)
    if case .exactly(let number) = change, span.first == span.last, number != number.rounded() {
      throw Unclear(
        work.all.first { Double($0.text) != nil } ?? first, nearest: nil,
        example: "grant 8 sgo in \(Self.written(next))")
    }
    let kind = route.map { " by \(typed($0, below: "ceased"))" } ?? ""
    let place = from.map { " from \(typed($0))" } ?? ""
    return Clause(
      levers: [.leavers(change, route: route, from: from, span)],
      written: written(amount, how, "leave", "leaves", kind + place))
  }

  func everyone(_ work: inout ClauseWork) throws -> Clause {
    let when: Month =
      switch work.time {
      case .only(let month), .by(let month), .from(let month, _): month
      case nil: next
      }
    work.takeAll(Vocabulary.everyone)
    let number = work.takeNumber()
    var ids: [CohortID]
    let written: String
    if work.takeRun("expected", "to", "leave") {
      ids = history.scheme.cohorts(in: .leave).map(\.id)
      written = "everyone expected to leave leaves"
    } else {
      work.takeAll(Vocabulary.leavers)
      guard
        let cohort = try work.takeName(
          cohorts, reserved: ["in", "on", "who", "are", "is", "children", "child", "from", "care"])
      else {
        throw unclear(
          work.leftOver(besides: Vocabulary.noise) ?? work.all[0],
          try: "everyone expected to leave leaves")
      }
      ids = [cohort]
      written = "everyone in \(typed(cohort)) leaves"
    }
    work.takeAll(Vocabulary.leavers)
    let snapshot = history.snapshot(for: start)
    if !ids.allSatisfy({ snapshot?[$0] == nil }) { ids.removeAll { snapshot?[$0] == nil } }
    let there = ids.reduce(0) { $0 + (snapshot?[$1]?.value ?? 0) }
    if let number, number.whole != there {
      throw Unclear(number.word, nearest: String(there), example: written)
    }
    return Clause(
      levers: [.everyoneLeaves(ids, in: when)], written: "\(written) in \(Self.written(when))")
  }

  // MARK: Amounts

  /// An amount as it is said.
  private enum Said {
    case exactly(Double)
    case more(Double)
    case percent(Double)
  }

  private func amount(
    _ work: inout ClauseWork, _ first: WhatIfWord?, example: String
  ) throws -> Said {
    if work.take(["halve", "halves", "halved"]) != nil { return .percent(-50) }
    if work.take(["double", "doubles", "doubled"]) != nil { return .percent(100) }
    let number = work.takeNumber()
    let isNone = work.take(Vocabulary.none) != nil
    let isDown = work.take(Vocabulary.down) != nil
    let isUp = work.take(Vocabulary.up) != nil
    guard let number else {
      if isNone { return .exactly(0) }
      let word = work.leftOver(besides: Vocabulary.noise) ?? work.words.first ?? first
      throw word.map { unclear($0, try: example) }
        ?? Unclear(
          WhatIfWord(text: "", start: 0, length: 0, isQuoted: false), nearest: nil,
          example: example)
    }
    let value = work.isYearly && !number.isPercent ? number.value / 12 : number.value
    let isTo = number.before == "to"
    if number.isPercent {
      if isTo { return .percent(value - 100) }
      guard isDown || isUp else {
        throw unclear(
          work.leftOver(besides: Vocabulary.noise) ?? number.word, try: example)
      }
      return .percent(isDown ? -value : value)
    }
    if isTo || !(isDown || isUp) { return .exactly(value) }
    return .more(isDown ? -value : value)
  }

  /// The amount as the engine takes it, the months, and how those are written.
  private func spread(
    _ said: Said, _ work: ClauseWork, isRate: Bool
  ) -> (Amount, Span, (monthly: Bool, text: String)) {
    let isShare: Bool
    let isNothing: Bool
    switch said {
    case .percent: (isShare, isNothing) = (true, false)
    case .exactly(let number): (isShare, isNothing) = (false, number == 0)
    case .more: (isShare, isNothing) = (false, false)
    }
    let isMonthly = work.isMonthly || work.isYearly || isNothing || isRate
    func amount(over months: Int) -> Amount {
      switch said {
      case .percent(let percent): .percent(percent)
      case .exactly(let number): .exactly(number / Double(months))
      case .more(let number): .more(number / Double(months))
      }
    }
    switch work.time {
    case .only(let month):
      return (amount(over: 1), .only(month), (false, "in \(Self.written(month))"))
    case .from(let first, let last?):
      return (
        amount(over: 1), .months(first, last),
        (true, "from \(Self.written(first)) to \(Self.written(last))")
      )
    case .from(let first, nil):
      return (amount(over: 1), .from(first), (true, "from \(Self.written(first))"))
    case .by(let month):
      if isShare { return (amount(over: 1), .from(month), (true, "from \(Self.written(month))")) }
      if isMonthly {
        return (
          amount(over: 1), .months(next, month),
          (true, "from \(Self.written(next)) to \(Self.written(month))")
        )
      }
      let months = max(1, start.distance(to: month))
      return (
        amount(over: months), .months(min(next, month), month),
        (false, "by \(Self.written(month))")
      )
    case nil:
      return isShare || isMonthly
        ? (amount(over: 1), .from(next), (true, "from \(Self.written(next))"))
        : (amount(over: 1), .only(next), (false, "in \(Self.written(next))"))
    }
  }

  private func written(
    _ said: Said, _ how: (monthly: Bool, text: String), _ many: String, _ one: String,
    _ rest: String
  ) -> String {
    let monthly = how.monthly ? " a month" : ""
    switch said {
    case .exactly(0): return "nobody \(one)\(rest) \(how.text)"
    case .exactly(let number):
      return "\(Self.written(number)) \(many)\(monthly)\(rest) \(how.text)"
    case .more(let number):
      let word = number < 0 ? "fewer" : "more"
      return "\(Self.written(abs(number))) \(word) \(many)\(monthly)\(rest) \(how.text)"
    case .percent(let percent):
      let word = percent < 0 ? "fewer" : "more"
      return "\(Self.written(abs(percent)))% \(word) \(many)\(rest) \(how.text)"
    }
  }
}

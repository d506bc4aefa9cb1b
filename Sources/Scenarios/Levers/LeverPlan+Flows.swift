import LookedAfter

extension LeverPlan {
  mutating func addJoiners(
    _ amount: Amount, _ status: MeasureID?, _ into: CohortID?, _ span: Span
  ) throws(LeverError) {
    let shares = try statusShares(status)
    let target = into.flatMap { model.index(of: $0) }
    let usual = model.compartments.indices.map { index in
      target == nil || target == index
        ? max(0, model.compartments[index].joiners) * shares[index] : 0
    }
    let whole = usual.reduce(0, +)
    if case .more(let number) = amount, -number > max(whole, (whole * 10).rounded() / 10) + 1e-9 {
      throw .outOfRange(
        what: "number of fewer joiners a month", least: "0",
        most: "\((whole * 10).rounded() / 10), the usual number")
    }
    let even = 1 / Double(max(model.compartments.count, 1))
    let parts = usual.map { whole > 0 ? $0 / whole : even }
    let active = Set(places(span))
    adjust { month, rates in
      guard active.contains(month) else { return }
      for index in rates.joiners.indices where target == nil || target == index {
        let part = target == nil ? parts[index] : 1
        let usual = rates.joiners[index]
        // Those who come under other statuses are not touched.
        let others = usual * (1 - shares[index])
        let changed =
          switch amount {
          case .percent(let percent): usual * (1 + shares[index] * percent / 100)
          case .more(let number): usual + number * part
          case .exactly(let number): others + number * part
          }
        rates.joiners[index] = max(others, changed, 0)
      }
    }
  }

  /// The share of each cohort's joiners who come under a status: where children are followed, of those
  /// who joined the cohort, and else that of all joiners.
  private func statusShares(_ status: MeasureID?) throws(LeverError) -> [Double] {
    guard let status, status != "started" else { return model.compartments.map { _ in 1 } }
    guard let known = model.statuses[status] else { throw .unknownShare(status) }
    guard model.compartments.contains(where: { !$0.statuses.isEmpty }) else {
      return model.compartments.map { _ in min(1, max(0, known)) }
    }
    return model.compartments.map { compartment in
      min(1, compartment.statuses.reduce(0) { $0 + (status.covers($1.key) ? $1.value : 0) })
    }
  }

  mutating func addLeavers(
    _ amount: Amount, _ route: MeasureID?, _ from: CohortID?, _ span: Span
  ) throws(LeverError) {
    let route = route ?? .ceased
    let indexes = leaversCome(route, from)
    let affected =
      from == nil ? Array(model.compartments.indices) : indexes
    let usual = affected.reduce(0.0) { sum, index in
      let compartment = model.compartments[index]
      return compartment.leaving.reduce(sum) {
        $0 + (route.covers($1.route) ? $1.rate * Double(compartment.opening) : 0)
      }
    }
    switch amount {
    case .percent(let percent):
      guard usual > 0 else { throw .unknownShare(route) }
      scale(1 + percent / 100, route, affected, span)
    case .exactly(let number):
      let isKnown = Lever.namesChildren(amount, route: route, span)
      let left = isKnown && usual > 0 ? max(0, 1 - number / usual) : 0
      scale(left, route, affected, span)
      try spread(number, route, over: indexes, span)
    case .more(let number) where number >= 0: try spread(number, route, over: indexes, span)
    case .more(let number):
      guard usual > 0 else { throw .unknownShare(route) }
      if -number > usual {
        throw .outOfRange(
          what: "number of fewer leavers a month", least: "0",
          most: "\((usual * 10).rounded() / 10), the usual number")
      }
      scale(1 + number / usual, route, affected, span)
    }
  }

  /// Multiplies those who leave some compartments by a route, and by those below it.
  private mutating func scale(
    _ factor: Double, _ route: MeasureID, _ affected: [Int], _ span: Span
  ) {
    let active = Set(places(span))
    let lines = affected.flatMap { index in
      model.compartments[index].leaving.indices
        .filter { route.covers(model.compartments[index].leaving[$0].route) }.map { (index, $0) }
    }
    adjust { month, rates in
      guard active.contains(month) else { return }
      for (index, line) in lines { rates.scale(index, line: line, by: factor) }
    }
  }

  /// The cohorts that children leave by a route: the one that is named; those they have left by it in the
  /// history; the one that the scheme names; all.
  private func leaversCome(_ route: MeasureID, _ from: CohortID?) -> [Int] {
    if let from { return model.index(of: from).map { [$0] } ?? [] }
    let all = Array(model.compartments.indices)
    guard route != .ceased else { return all }
    let own = model.cohortsByRoute[route].flatMap { model.index(of: $0) }
    let usual = all.filter { usualLeavers($0, route) > 0 || $0 == own }
    return usual.isEmpty ? all : usual
  }

  /// The children who leave a compartment by a route in a month, as it was at the start.
  private func usualLeavers(_ index: Int, _ route: MeasureID) -> Double {
    let compartment = model.compartments[index]
    let rate = compartment.leaving.reduce(0) { $0 + (route.covers($1.route) ? $1.rate : 0) }
    return rate * Double(max(0, compartment.opening))
  }

  /// Spreads a number a month over compartments, in whole children: what is left of a child is carried
  /// on to the next month. They come from where most leave by the route, or most are where nobody does,
  /// and from no compartment more than are expected to be in it.
  private mutating func spread(
    _ number: Double, _ route: MeasureID, over indexes: [Int], _ span: Span
  ) throws(LeverError) {
    guard !indexes.isEmpty, number > 0 else { return }
    let usual = indexes.map { route == .ceased ? 0 : usualLeavers($0, route) }
    let sizes = indexes.map { Double(max(0, model.compartments[$0].opening)) }
    // With one compartment the schedule itself says how many there are.
    let expected = indexes.count > 1 ? MeanCourse(layOut()).present() : []
    var gone = indexes.map { _ in 0 }
    var (wanted, given) = (0.0, 0)
    var shares = indexes.map { _ in 0 }
    for month in places(span) {
      wanted += number
      let children = Int((wanted + 1e-9).rounded(.down)) - given
      given += children
      guard children > 0 else { continue }
      guard !expected.isEmpty else {
        force(children, from: indexes[0], to: nil, in: month)
        continue
      }
      let room = indexes.indices.map { place in
        max(0, Int(max(0, expected[month][indexes[place]]).rounded()) - gone[place])
      }
      var parts = FlowModel.next(children, by: usual, after: shares, within: room)
      let found = parts.reduce(0, +)
      if found < children {
        let rest = zip(room, parts).map { $0 - $1 }
        let more = FlowModel.next(children - found, by: sizes, after: shares, within: rest)
        parts = zip(parts, more).map { $0 + $1 }
      }
      guard parts.reduce(0, +) == children else {
        let (available, date) = (room.reduce(0, +), model.start.advanced(by: month + 1))
        throw indexes.count < model.compartments.count
          ? .tooManyByRoute(asked: children, available: available, route: route, month: date)
          : .tooMany(asked: children, available: available, cohort: nil, month: date)
      }
      for (place, part) in parts.enumerated() where part > 0 {
        shares[place] += part
        gone[place] += part
        force(part, from: indexes[place], to: nil, in: month)
      }
    }
  }

  mutating func emptyOut(_ ids: [CohortID], in month: Month) {
    let indexes = ids.compactMap { model.index(of: $0) }
    let wanted = place(month)
    adjust { place, rates in
      guard place == wanted else { return }
      for index in indexes { rates.empty(index) }
    }
    // Nobody is left whose application could still be decided.
    model.known.removeAll { ids.contains($0.cohort) }
  }
}

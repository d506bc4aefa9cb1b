import LookedAfter

extension LeverPlan {
  mutating func addJoiners(
    _ amount: Amount, _ status: MeasureID?, _ into: CohortID?, _ span: Span
  ) throws(LeverError) {
    var share = 1.0
    if let status, status != "started" {
      guard let known = model.statuses[status] else { throw .unknownShare(status) }
      share = known
    }
    let target = into.flatMap { model.index(of: $0) }
    let whole = model.compartments.reduce(0) { $0 + $1.joiners }
    let even = 1 / Double(max(model.compartments.count, 1))
    let parts = model.compartments.map { whole > 0 ? $0.joiners / whole : even }
    let active = Set(places(span))
    adjust { month, rates in
      guard active.contains(month) else { return }
      for index in rates.joiners.indices where target == nil || target == index {
        let part = target == nil ? parts[index] : 1
        let usual = rates.joiners[index]
        let changed =
          switch amount {
          case .percent(let percent): usual * (1 + share * percent / 100)
          case .more(let number): usual + number * part
          case .exactly(let number): usual * (1 - share) + number * part
          }
        rates.joiners[index] = max(0, changed)
      }
    }
  }

  mutating func addLeavers(
    _ amount: Amount, _ route: MeasureID?, _ from: CohortID?, _ span: Span
  ) throws(LeverError) {
    let route = route ?? .ceased
    let own = from ?? model.cohortsByRoute[route]
    let indexes =
      own.flatMap { model.index(of: $0) }.map { [$0] } ?? Array(model.compartments.indices)
    let affected = from == nil ? Array(model.compartments.indices) : indexes
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
      spread(number, over: indexes, span)
    case .more(let number) where number >= 0: spread(number, over: indexes, span)
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

  /// Spreads a number a month over compartments by their size, in whole children: what is left of a
  /// child is carried on to the next month and the next compartment.
  private mutating func spread(_ number: Double, over indexes: [Int], _ span: Span) {
    let sizes = indexes.map { Double(max(0, model.compartments[$0].opening)) }
    let all = sizes.reduce(0, +)
    guard all > 0 else { return }
    var (wanted, given) = (0.0, 0)
    var owed = indexes.map { _ in 0.0 }
    for month in places(span) {
      wanted += number
      let children = Int((wanted + 1e-9).rounded(.down)) - given
      given += children
      var left = children
      var shares = indexes.map { _ in 0 }
      for place in indexes.indices {
        owed[place] += Double(children) * sizes[place] / all
        shares[place] = min(left, max(0, Int(owed[place].rounded(.down))))
        left -= shares[place]
      }
      while left > 0 {
        let place =
          indexes.indices.max {
            owed[$0] - Double(shares[$0]) < owed[$1] - Double(shares[$1])
          } ?? 0
        shares[place] += 1
        left -= 1
      }
      for (place, share) in shares.enumerated() {
        owed[place] -= Double(share)
        force(share, from: indexes[place], to: nil, in: month)
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

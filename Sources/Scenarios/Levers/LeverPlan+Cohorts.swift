import LookedAfter

extension LeverPlan {
  /// Those who would have joined a closed cohort join the other, or nobody where none is named: they do
  /// not become looked after. Those who would have moved into it move to the other, or stay.
  mutating func close(_ id: CohortID, _ to: CohortID?, from month: Int) {
    guard let index = model.index(of: id) else { return }
    let other = to.flatMap { model.index(of: $0) }
    adjust { place, rates in
      guard place >= month else { return }
      let joiners = rates.joiners[index]
      rates.joiners[index] = 0
      if let other { rates.joiners[other] += joiners }
      // To stay is to move to where one is: the luck of all others is as it would have been.
      for source in rates.moves.indices where source != index {
        rates.moves[source] = rates.moves[source].map { move in
          move.to == index ? .init(to: other ?? source, rate: move.rate) : move
        }
      }
      if let other {
        rates.moves[index] = [.init(to: other, rate: 1 - min(1, rates.leaving[index]))]
      }
    }
    if let to {
      for place in model.known.indices where model.known[place].cohort == id {
        model.known[place].cohort = to
      }
    }
  }

  /// So many a month of those who join others join the cohort, until a later lever closes it. The number
  /// is given, so that it holds whatever other levers make of who joins.
  mutating func open(_ id: CohortID, _ joiners: Double, from month: Int, until end: Int?) {
    guard let index = model.index(of: id) else { return }
    share { place, rates in
      guard place >= month, place < end ?? .max else { return }
      rates.redirect(joiners, to: index)
    }
  }

  mutating func changeApplications(_ change: ApplicationChange) throws(LeverError) {
    let chosen = model.known.indices.filter { place in
      let line = model.known[place]
      return change.which.holds(line.reason) && (change.route.map { $0.covers(line.route) } ?? true)
    }.sorted { model.known[$0].due < model.known[$1].due }
    let available = chosen.reduce(0) { $0 + model.known[$1].number }
    if let only = change.only, only > available {
      throw .tooManyApplications(asked: only, available: available)
    }
    var left = change.only ?? available
    for place in chosen {
      let number = min(left, model.known[place].number)
      left -= number
      model.known[place].number = number
      model.known[place].due = model.known[place].due.advanced(by: change.delay)
      if let chance = change.succeed {
        model.known[place].chance = chance
        model.known[place].chanceVariance = 0
      }
      if change.onTime { model.known[place].delay = [1] }
    }
  }
}

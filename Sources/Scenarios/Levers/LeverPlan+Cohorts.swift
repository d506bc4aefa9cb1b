import LookedAfter

extension LeverPlan {
  mutating func close(_ id: CohortID, _ to: CohortID?, from month: Int) {
    guard let index = model.index(of: id) else { return }
    let other = to.flatMap { model.index(of: $0) }
    adjust { place, rates in
      guard place >= month else { return }
      let joiners = rates.joiners[index]
      rates.joiners[index] = 0
      if let other {
        rates.joiners[other] += joiners
      } else {
        let rest = rates.joiners.reduce(0, +)
        if rest > 0 { rates.joiners = rates.joiners.map { $0 * (1 + joiners / rest) } }
      }
      // Who would have moved in goes to the other cohort, or stays.
      for source in rates.moves.indices where source != index {
        rates.moves[source] = rates.moves[source].compactMap { move in
          guard move.to == index else { return move }
          return other.flatMap { $0 == source ? nil : .init(to: $0, rate: move.rate) }
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

  mutating func open(_ id: CohortID, _ joiners: Double, from month: Int) {
    guard let index = model.index(of: id) else { return }
    adjust { place, rates in
      guard place >= month else { return }
      let others = rates.joiners.reduce(0, +) - rates.joiners[index]
      guard others > 0 else { return }
      let taken = min(joiners, others)
      for other in rates.joiners.indices where other != index {
        rates.joiners[other] *= 1 - taken / others
      }
      rates.joiners[index] += taken
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

import LookedAfter

extension Lever {
  /// Refuses numbers that mean nothing, months that have gone by, and cohorts that are not there.
  func check(start: Month, cohorts: [CohortID]) throws(LeverError) {
    func cohort(_ id: CohortID?) throws(LeverError) {
      if let id, !cohorts.contains(id) { throw .noCohort(id) }
    }
    func month(_ month: Month) throws(LeverError) {
      if month <= start { throw .past(month, start: start) }
    }
    switch self {
    case .joiners(let amount, _, let into, let span):
      try amount.check("number of joiners")
      try cohort(into)
      try month(span.first)
    case .leavers(let amount, _, let from, let span):
      try amount.check("number of leavers")
      try cohort(from)
      try month(span.first)
    case .everyoneLeaves(let ids, let when):
      for id in ids { try cohort(id) }
      try month(when)
    case .applications(let change):
      if let chance = change.succeed, !(0...1).contains(chance) {
        throw .outOfRange(what: "chance of success", least: "0", most: "1")
      }
      if let only = change.only, only < 0 {
        throw .outOfRange(what: "number of applications", least: "0", most: "those planned")
      }
      if !(-60...600).contains(change.delay) {
        throw .outOfRange(what: "delay in months", least: "-60", most: "600")
      }
    case .move(let number, let from, let to, let when):
      if !(0...1_000_000).contains(number) {
        throw .outOfRange(what: "number of children", least: "0", most: "1,000,000")
      }
      try cohort(from)
      try cohort(to)
      if from == to { throw .sameCohort(from) }
      try month(when)
    case .close(let id, let to, let from):
      try cohort(id)
      try cohort(to)
      if id == to { throw .sameCohort(id) }
      try month(from)
    case .open(let id, let joiners, let from):
      try cohort(id)
      try Amount.exactly(joiners).check("number of joiners")
      try month(from)
    case .population(let number, let from):
      if !(1..<1_000_000_000).contains(number) {
        throw .outOfRange(what: "population", least: "1", most: "999,999,999")
      }
      try month(from)
    case .unitCost(let pounds, let id, let from):
      if !(0...100_000_000).contains(pounds) {
        throw .outOfRange(what: "cost of a child a year", least: "£0", most: "£100,000,000")
      }
      try cohort(id)
      try month(from)
    }
  }
}

extension Amount {
  func check(_ what: String) throws(LeverError) {
    switch self {
    case .exactly(let number):
      if !(0...1e6).contains(number) {
        throw .outOfRange(what: what, least: "0", most: "1,000,000")
      }
    case .more(let number):
      if !(-1e6...1e6).contains(number) {
        throw .outOfRange(what: what, least: "-1,000,000", most: "1,000,000")
      }
    case .percent(let percent):
      if !(-100...10_000).contains(percent) {
        throw .outOfRange(
          what: percent < 0 ? "percentage fewer" : "percentage more", least: "0",
          most: percent < 0 ? "100" : "10,000")
      }
    }
  }
}

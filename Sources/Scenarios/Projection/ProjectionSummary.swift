import Indicators
import LookedAfter

/// Summaries of an ensemble: bands, rates, chances and costs by month.
struct ProjectionSummary {
  private let model: FlowModel
  private let ensemble: Ensemble
  private let costs: MonthlyCosts
  private let totals: [[Int32]]
  let months: [ProjectedMonth]

  init(
    _ model: FlowModel, _ ensemble: Ensemble, _ levers: [Lever], _ context: ProjectionContext
  ) {
    self.model = model
    self.ensemble = ensemble
    let costs = MonthlyCosts(model, levers, context)
    self.costs = costs
    let totals = Workers.map(ensemble.months) { ensemble.totals($0, overlap: model.overlap) }
    self.totals = totals
    months = Workers.map(totals.count) { place in
      let month = model.start.advanced(by: place + 1)
      let outcomes = Outcomes(totals[place])
      let widening = Self.widening(model, variance: outcomes.variance, months: place + 1)
      let band = outcomes.band.widened(by: widening)
      let population = Self.population(levers, context, month)
      return ProjectedMonth(
        month: month, total: band, simulated: outcomes.band,
        cohorts: model.compartments.indices.map { index in
          CohortBand(
            id: model.compartments[index].id,
            children: ensemble.outcomes(index, place).band.widened(by: widening))
        },
        rate: population.map { band.scaled(by: 10_000 / Double($0)) },
        goals: context.goals.compactMap { goal in
          population.flatMap { ChildrenNeeded(rate: goal.rate, population: $0) }.map { needed in
            // The edge is drawn in as far as the band is drawn out.
            let edge = outcomes.mean + (Double(needed.number) + 0.5 - outcomes.mean) / widening
            return GoalChance(
              name: goal.name, needed: needed.number, gap: band.shifted(by: -needed.number),
              chance: outcomes.chance(atMost: edge))
          }
        },
        cost: costs.band(ensemble, totals[place], place)?.widened(by: widening))
    }
  }

  /// How much wider than simulated a month's band is: 1 within a year, and from the end of the second
  /// as much as makes it hold what services of the size change by from year to year. In the months
  /// between, the variance grows from the one to the other in equal steps.
  static func widening(_ model: FlowModel, variance: Double, months: Int) -> Double {
    guard months > 12, let yearly = model.yearly, variance > 0 else { return 1 }
    let missing = max(0, yearly.variance(years: Double(months) / 12) - variance)
    let part = min(1, Double(months - 12) / 12)
    return (1 + part * missing / variance).squareRoot()
  }

  private static func population(
    _ levers: [Lever], _ context: ProjectionContext, _ month: Month
  ) -> Int? {
    levers.reduce(context.population) { population, lever in
      if case .population(let number, let from) = lever, month >= from { return number }
      return population
    }
  }

  /// The greatest distance of the means of the total from those of the closed form, in standard errors.
  func agreement(with schedule: Schedule) -> Double {
    zip(ClosedForm(schedule).totals, months).map { mean, month in
      month.simulated.meanError > 0
        ? abs(max(0, mean) - month.simulated.mean) / month.simulated.meanError : 0
    }.max() ?? 0
  }

  func difference(from base: ProjectionSummary) -> [ProjectedDifference] {
    var soFar: [Double]?
    var children = [Int32](repeating: 0, count: ensemble.paths)
    let average = costs.commonAverage(with: base.costs)
    let (model, ensemble) = (model, ensemble)
    let cohorts = Workers.map(totals.count) { place in
      model.compartments.indices.map { index in
        let (mine, theirs) = (
          ensemble.present(index, place), base.ensemble.present(index, place)
        )
        return CohortBand(
          id: model.compartments[index].id,
          children: Outcomes(zip(mine, theirs).map { $0 &- $1 }).band)
      }
    }
    return totals.indices.map { place in
      let change = zip(totals[place], base.totals[place]).map { $0 &- $1 }
      var (cost, costSoFar): (Band?, Band?)
      if let average {
        // At one cost for every child the pounds are those of the children, which are counted faster.
        for path in children.indices { children[path] &+= change[path] }
        cost = Outcomes(change).band.scaled(by: average / 12)
        costSoFar = Outcomes(children).band.scaled(by: average / 12)
      } else if let mine = costs.amounts(ensemble, totals[place], place),
        let theirs = base.costs.amounts(base.ensemble, base.totals[place], place)
      {
        let pounds = zip(mine, theirs).map { $0 - $1 }
        soFar = soFar.map { zip($0, pounds).map { $0 + $1 } } ?? pounds
        cost = Band(amounts: pounds)
        costSoFar = soFar.map(Band.init(amounts:))
      }
      return ProjectedDifference(
        month: months[place].month, total: Outcomes(change).band, cohorts: cohorts[place],
        cost: cost, costSoFar: costSoFar)
    }
  }
}

/// What a month's children cost.
private struct MonthlyCosts {
  private let model: FlowModel
  private let levers: [Lever]
  private let context: ProjectionContext

  init(_ model: FlowModel, _ levers: [Lever], _ context: ProjectionContext) {
    self.model = model
    self.levers = levers
    self.context = context
  }

  /// The cost of a child in a year, where it is one for all cohorts and months of both.
  func commonAverage(with other: MonthlyCosts) -> Double? {
    guard let average = context.averageCost, context.cohortCosts.isEmpty,
      other.context.averageCost == average, other.context.cohortCosts.isEmpty
    else { return nil }
    let isChanged = (levers + other.levers).contains {
      if case .unitCost = $0 { true } else { false }
    }
    return isChanged ? nil : Double(average)
  }

  /// Pounds a year: of a child in no cohort that has a cost of its own, and of each compartment's.
  private func rates(_ place: Int) -> (average: Int?, cohorts: [Int?]) {
    var average = context.averageCost
    var own = context.cohortCosts
    for case .unitCost(let pounds, let cohort, let from) in levers
    where model.start.advanced(by: place + 1) >= from {
      if let cohort { own[cohort] = pounds } else { average = pounds }
    }
    return (average, model.compartments.map { own[$0.id] })
  }

  /// Pounds of the month, by path; nil where a cost is not known.
  func amounts(_ ensemble: Ensemble, _ totals: [Int32], _ place: Int) -> [Double]? {
    let (average, cohorts) = rates(place)
    guard average != nil || cohorts.allSatisfy({ $0 != nil }) else { return nil }
    let usual = Double(average ?? 0)
    var sums = totals.map { Double($0) * usual / 12 }
    for (index, cost) in cohorts.enumerated() {
      guard let cost, Double(cost) != usual else { continue }
      for (path, children) in ensemble.children(index, place).enumerated() {
        sums[path] += Double(children) * (Double(cost) - usual) / 12
      }
    }
    return sums
  }

  func band(_ ensemble: Ensemble, _ totals: [Int32], _ place: Int) -> Band? {
    let (average, cohorts) = rates(place)
    if let average, cohorts.allSatisfy({ $0 == nil || $0 == average }) {
      return Outcomes(totals).band.scaled(by: Double(average) / 12)
    }
    return amounts(ensemble, totals, place).map(Band.init(amounts:))
  }
}

extension Band {
  /// The band of the amounts that came out on drawn courses, in any order.
  public init(amounts: [Double]) {
    let sorted = amounts.sorted()
    let mean = Averages.mean(sorted) ?? 0
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let count = Double(max(sorted.count, 1))
    func quantile(_ share: Double) -> Double {
      Averages.quantile(share, ofSorted: sorted) ?? mean
    }
    self.init(
      mean: mean, median: quantile(0.5), lower80: quantile(0.1), upper80: quantile(0.9),
      lower95: quantile(0.025), upper95: quantile(0.975),
      meanError: (squares / count / count).squareRoot())
  }

  /// The same with every number moved.
  func shifted(by number: Int) -> Band {
    let number = Double(number)
    return Band(
      mean: mean + number, median: median + number, lower80: lower80 + number,
      upper80: upper80 + number, lower95: lower95 + number, upper95: upper95 + number,
      meanError: meanError)
  }
}

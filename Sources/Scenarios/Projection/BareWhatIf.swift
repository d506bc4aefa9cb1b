import Indicators
import LookedAfter

/// The answer to a what-if by arithmetic on what it states, for a history too short to project from.
///
/// Nobody leaves or joins but those who are named: all others who leave are taken to be made up for by
/// joiners. It has no band, because nothing is known of how much the numbers vary.
public struct BareWhatIf: Equatable, Sendable {
  /// One step of the sum.
  public struct Step: Equatable, Sendable {
    /// What a step is.
    public enum Kind: Equatable, Sendable {
      /// Children who leave care: of a cohort, by a route.
      case leave(CohortID?, MeasureID?)
      /// Applications that succeed.
      case applications(ApplicationChange.Which)
      /// Children who become looked after.
      case join
      /// Children who move, which does not change the total.
      case move(from: CohortID, to: CohortID)
    }

    /// What happens.
    public let kind: Kind

    /// The children.
    public let children: Int
  }

  /// Something to keep in mind.
  public enum Caution: Equatable, Sendable {
    /// Carers of so many children of a cohort do not agree to an order for now.
    case carersNotWilling(Int, of: Int, CohortID)
    /// For so many children of those cohorts it is still being assessed whether to leave is in their
    /// best interests.
    case stillAssessed(Int, of: Int, [CohortID])
  }

  /// The month of the figures.
  public let month: Month

  /// The children before.
  public let opening: Int

  /// The sum, step by step.
  public let steps: [Step]

  /// The children after.
  public let children: Int

  /// The children of each cohort after, for those with a number.
  public let cohorts: [CohortID: Int]

  /// The population aged 0 to 17; nil where it is not known.
  public let population: Int?

  /// The rate after; nil without a population.
  public var rate: RatePer10000? {
    population.flatMap { RatePer10000(children: children, population: $0) }
  }

  /// The rates of others: the children needed to be in line, and how many more there would be.
  public let gaps: [Gap]

  /// What to keep in mind.
  public let cautions: [Caution]

  /// A gap to the rate of others.
  public struct Gap: Equatable, Sendable {
    /// The name.
    public let name: String
    /// The children at its rate.
    public let needed: Int
    /// The children after less those; negative below.
    public let gap: Int
  }

  /// What is saved in a full year, in pounds; negative when more is spent. Nil without a unit cost.
  public let yearlySaving: Int?

  /// Works a what-if out from the snapshot of a month.
  ///
  /// - Throws: `LeverError`, when a lever asks for what cannot be or needs rates;
  ///   `ProjectionRefusal.noStock`, when the month has no total.
  public init(_ history: History, month: Month, levers: [Lever]) throws {
    guard let snapshot = history.snapshot(for: month), let total = snapshot.total?.value else {
      throw ProjectionRefusal.noStock
    }
    let assumptions = ApplicationAssumptions(history, upTo: month)
    let counts = snapshot.counts.mapValues(\.number.value)
    var sum = BareSum(
      month: month, total: total, counts: counts,
      applications: assumptions.openApplications(history, month: month),
      exits: FlowModel.exits(history.scheme), context: ProjectionContext(history, month: month))
    let joinsOnly =
      !levers.isEmpty
      && levers.allSatisfy { lever in
        if case .joiners(.exactly(0), nil, nil, _) = lever { true } else { false }
      }
    if joinsOnly { throw LeverError.nobodyLeaves }
    for lever in levers {
      do throws(LeverError) { try sum.add(lever) } catch {
        throw error == .needsRates && Self.isEmpty(history, month) ? .noneUsually : error
      }
    }
    self.month = month
    opening = total
    steps = sum.steps
    children = sum.total
    cohorts = sum.counts
    let context = sum.context
    population = context.population
    let after = sum.total
    gaps = context.goals.compactMap { goal in
      context.population.flatMap { ChildrenNeeded(rate: goal.rate, population: $0) }.map {
        Gap(name: goal.name, needed: $0.number, gap: after - $0.number)
      }
    }
    yearlySaving = Self.saving(
      before: (total, counts), after: (after, sum.counts), sum.context,
      ProjectionContext(history, month: month))
    cautions = Self.cautions(history, month, sum.left)
  }

  /// Whether flows of a year or more are recorded, and nobody was looked after in it.
  private static func isEmpty(_ history: History, _ month: Month) -> Bool {
    guard let flows = MonthlyFlows(history, upTo: month) else { return false }
    do throws(ProjectionRefusal) {
      _ = try FlowEstimate(flows)
      return false
    } catch {
      return error == .noChildren
    }
  }

  /// What is spent less in a full year: on the cohorts that have a cost of their own, and on all other
  /// children at the average.
  private static func saving(
    before: (total: Int, counts: [CohortID: Int]), after: (total: Int, counts: [CohortID: Int]),
    _ context: ProjectionContext, _ recorded: ProjectionContext
  ) -> Int? {
    func pounds(_ numbers: (total: Int, counts: [CohortID: Int]), _ context: ProjectionContext)
      -> Int?
    {
      guard let average = context.averageCost else { return nil }
      return context.cohortCosts.reduce(numbers.total * average) { sum, line in
        sum + (numbers.counts[line.key] ?? 0) * (line.value - average)
      }
    }
    return pounds(before, recorded).flatMap { old in pounds(after, context).map { old - $0 } }
  }

  private static func cautions(
    _ history: History, _ month: Month, _ left: Set<CohortID>
  ) -> [Caution] {
    guard let snapshot = history.snapshot(for: month) else { return [] }
    var cautions: [Caution] = []
    let pipeline = history.pipeline(in: .month(month))
    let cohorts = history.scheme.cohorts.filter { left.contains($0.id) }
    for cohort in cohorts {
      if let route = cohort.route, let number = pipeline?[route, .carerNotWilling]?.value,
        number > 0, let all = snapshot[cohort.id]?.value
      {
        cautions.append(.carersNotWilling(number, of: all, cohort.id))
      }
    }
    let assessed = cohorts.filter { snapshot.counts[$0.id]?.assessing != nil }
    let number = assessed.reduce(0) { $0 + (snapshot.counts[$1.id]?.assessing?.value ?? 0) }
    if number > 0 {
      let all = assessed.reduce(0) { $0 + (snapshot[$1.id]?.value ?? 0) }
      cautions.append(.stillAssessed(number, of: all, assessed.map(\.id)))
    }
    return cautions
  }
}

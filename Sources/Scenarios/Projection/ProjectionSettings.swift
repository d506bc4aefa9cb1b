import LookedAfter

/// How a projection is run.
public struct ProjectionSettings: Equatable, Sendable {
  /// The months ahead, 1 to 600.
  public var months: Int

  /// The paths that are simulated, 100 to 1,000,000.
  public var paths: Int

  /// The seed: the same one gives the same figures.
  public var seed: UInt64

  /// The threads; the figures do not depend on it. The machine's processors when nil.
  public var workers: Int?

  /// Makes settings.
  public init(months: Int = 12, paths: Int = 4000, seed: UInt64 = 1, workers: Int? = nil) {
    self.months = min(max(months, 1), 600)
    self.paths = min(max(paths, 100), 1_000_000)
    self.seed = seed
    self.workers = workers
  }
}

/// What projected numbers are set beside: a population, rates of others, costs.
public struct ProjectionContext: Equatable, Sendable {
  /// A rate to be at or under.
  public struct Goal: Equatable, Sendable {
    /// Its name: `England`.
    public let name: String

    /// Looked after children per 10,000 aged 0 to 17.
    public let rate: Quantity

    /// Makes a goal.
    public init(_ name: String, _ rate: Quantity) {
      self.name = name
      self.rate = rate
    }
  }

  /// The population aged 0 to 17; nil for no rates.
  public var population: Int?

  /// The rates of others.
  public var goals: [Goal]

  /// What a child costs in a year on average, in pounds; nil for no costs.
  public var averageCost: Int?

  /// What a child of a cohort costs in a year, in pounds, where that is known.
  public var cohortCosts: [CohortID: Int]

  /// Makes a context; see the properties.
  public init(
    population: Int? = nil, goals: [Goal] = [], averageCost: Int? = nil,
    cohortCosts: [CohortID: Int] = [:]
  ) {
    self.population = population
    self.goals = goals
    self.averageCost = averageCost
    self.cohortCosts = cohortCosts
  }

  /// The context that a history records for a month.
  public init(_ history: History, month: Month) {
    self.init(
      population: history.population(for: month)?.number.value,
      goals: history.comparators(upTo: month).map { Goal($0.nameInSentence, $0.rate.value) },
      averageCost: PlacementCosts.pounds("cost.average_per_child", history, month),
      cohortCosts: PlacementCosts.recorded(history, month: month))
  }
}

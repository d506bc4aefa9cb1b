/// Rates of several cells, each drawn towards that of the whole by as much as it rests on few events.
///
/// Where the cells differ by no more than chance would make them, all get the rate of the whole; where
/// they clearly differ, each keeps its own. Bühlmann and Straub's credibility: with the variance `τ²`
/// between cells and `φ m / T` within one of exposure `T`, the cell's own rate has the weight
/// `Z = τ² / (τ² + φ m / T)`.
public struct Credibility: Equatable, Sendable {
  /// Events, and the exposure they happened in, such as child months.
  public struct Cell: Equatable, Sendable {
    /// The events, 0 or more.
    public var events: Double
    /// The exposure, 0 or more.
    public var exposure: Double

    /// Makes a cell.
    public init(events: Double, exposure: Double) {
      self.events = events
      self.exposure = exposure
    }
  }

  /// The rate of all cells together.
  public let whole: Double

  /// The rate of each cell.
  public let rates: [Double]

  /// The weight of each cell's own rate, 0 to 1.
  public let weights: [Double]

  /// Draws the rates of cells together.
  ///
  /// - Parameters:
  ///   - cells: the events and the exposure of each cell.
  ///   - spread: φ, how much more events vary than by chance.
  ///   - target: the rates to draw each cell towards, when they are not the whole's.
  public init(_ cells: [Cell], spread: Double, target: [Double]? = nil) {
    let events = cells.reduce(0) { $0 + $1.events }
    let exposure = cells.reduce(0) { $0 + $1.exposure }
    let whole = exposure > 0 ? events / exposure : 0
    self.whole = whole
    let goals = target ?? Array(repeating: whole, count: cells.count)
    guard exposure > 0, cells.count > 1, goals.count == cells.count else {
      rates = cells.map { $0.exposure > 0 ? $0.events / $0.exposure : whole }
      weights = cells.map { _ in 1 }
      return
    }
    var (between, chance, squares) = (0.0, 0.0, 0.0)
    for (cell, goal) in zip(cells, goals) where cell.exposure > 0 {
      let distance = cell.events / cell.exposure - goal
      between += cell.exposure * distance * distance
      chance += spread * goal * (1 - (target == nil ? cell.exposure / exposure : 0))
      squares += cell.exposure * cell.exposure
    }
    let scale = target == nil ? exposure - squares / exposure : exposure
    let variance = scale > 0 ? max(0, (between - chance) / scale) : 0
    weights = zip(cells, goals).map { cell, goal in
      guard variance > 0, cell.exposure > 0 else { return 0 }
      return variance / (variance + spread * max(goal, 1e-12) / cell.exposure)
    }
    rates = zip(zip(cells, goals), weights).map { pair, weight in
      let (cell, goal) = pair
      let own = cell.exposure > 0 ? cell.events / cell.exposure : goal
      return weight * own + (1 - weight) * goal
    }
  }
}

/// The mean and the variance of every month, worked out and not simulated.
///
/// The mean goes `N ← N + λ - μN`, the variance `V ← V(1 - μ)² + φ(λ + μN)`, here for all
/// compartments at once with their covariances, since a child who leaves one enters another. What the
/// rates' own errors add is taken at two values of each rate that have its mean, variance and skewness.
struct ClosedForm {
  /// The mean of each compartment, by month.
  let means: [[Double]]
  /// The variance of each compartment, by month.
  let variances: [[Double]]
  /// The mean of the total, by month.
  let totals: [Double]
  /// The variance of the total, by month.
  let totalVariances: [Double]

  init(_ schedule: Schedule) {
    let course = MeanCourse(schedule)
    let centre = course.run(RateErrors(schedule))
    var process = ProcessVariance(schedule, centre)
    process.run()
    var means = centre.map(\.stock)
    var variances = process.variances
    var totalVariances = process.totalVariances
    var totals = means.map { $0.reduce(Double(schedule.overlap), +) }
    let count = schedule.count
    let baseMeans = means
    for line in RateErrors.lines(schedule) {
      let (high, low) = line.values
      let above = course.run(line.errors(schedule, high.value))
      let below = course.run(line.errors(schedule, low.value))
      for month in 0..<schedule.months {
        func add(_ base: Double, _ up: Double, _ down: Double) -> (shift: Double, square: Double) {
          let shift = high.weight * up + low.weight * down - base
          let mean = base + shift
          return (
            shift,
            high.weight * (up - mean) * (up - mean) + low.weight * (down - mean) * (down - mean)
          )
        }
        var (sum, up, down) = (0.0, 0.0, 0.0)
        for index in 0..<count {
          let base = baseMeans[month][index]
          let values = (above[month].stock[index], below[month].stock[index])
          let part = add(base, values.0, values.1)
          means[month][index] += part.shift
          variances[month][index] += part.square
          (sum, up, down) = (sum + base, up + values.0, down + values.1)
        }
        let part = add(sum, up, down)
        totals[month] += part.shift
        totalVariances[month] += part.square
      }
    }
    self.means = means
    self.variances = variances
    self.totals = totals
    self.totalVariances = totalVariances
  }
}

/// What the rates of a path are to the model's: 1 where a rate is as estimated.
struct RateErrors {
  var joiners: [Double]
  var leaving: [Double]
  var moves: [Double]

  init(_ schedule: Schedule) {
    joiners = Array(repeating: 1, count: schedule.count)
    leaving = joiners
    moves = joiners
  }

  /// One rate whose error is taken in.
  struct Line {
    enum Rate {
      case allJoiners, allLeaving
      case joiners(Int), leaving(Int), moves(Int)
    }

    let rate: Rate
    let variance: Double

    /// Two values of the multiplier with the mean 1, the variance and the skewness of a gamma
    /// distribution.
    var values: (high: (value: Double, weight: Double), low: (value: Double, weight: Double)) {
      let deviation = variance.squareRoot()
      let root = (1 + deviation * deviation).squareRoot()
      let (high, low) = (deviation + root, deviation - root)
      return (
        (1 + deviation * high, -low / (high - low)), (1 + deviation * low, high / (high - low))
      )
    }

    func errors(_ schedule: Schedule, _ value: Double) -> RateErrors {
      var errors = RateErrors(schedule)
      switch rate {
      case .allJoiners: errors.joiners = errors.joiners.map { $0 * value }
      case .allLeaving:
        errors.leaving = schedule.leavingError.shared.map { 1 + $0 * (value - 1) }
      case .joiners(let index): errors.joiners[index] = value
      case .leaving(let index): errors.leaving[index] = value
      case .moves(let index): errors.moves[index] = value
      }
      return errors
    }
  }

  /// The rates that have an error.
  static func lines(_ schedule: Schedule) -> [Line] {
    var lines = [
      Line(rate: .allJoiners, variance: schedule.joinersError.common),
      Line(rate: .allLeaving, variance: schedule.leavingError.common),
    ]
    for index in 0..<schedule.count {
      lines.append(Line(rate: .joiners(index), variance: schedule.joinersError.own[index]))
      lines.append(Line(rate: .leaving(index), variance: schedule.leavingError.own[index]))
      lines.append(Line(rate: .moves(index), variance: schedule.movesError[index]))
    }
    return lines.filter { $0.variance > 0 && $0.variance.isFinite }
  }
}

/// How many are to be expected, for given rates.
struct MeanCourse {
  /// The children of a month's end: all of them, and those who face the ordinary rates.
  struct State {
    var stock: [Double]
    var free: [Double]
  }

  let schedule: Schedule

  init(_ schedule: Schedule) { self.schedule = schedule }

  /// A movement of more children than are expected to be there.
  struct Shortage {
    let index: Int
    let month: Int
    let asked: Int
    let available: Int
  }

  /// The first movement that asks for more children than are expected to be there; nil for none.
  func shortage() -> Shortage? {
    var found: Shortage?
    _ = run(RateErrors(schedule)) { month, force, available in
      guard found == nil, let from = force.from, Double(force.number) > available + 0.5 else {
        return
      }
      found = Shortage(
        index: from, month: month, asked: force.number, available: Int(max(0, available).rounded()))
    }
    return found
  }

  /// The state of each month's end.
  func run(
    _ errors: RateErrors, onForce: (Int, Schedule.Forced, Double) -> Void = { _, _, _ in }
  ) -> [State] {
    var held = [Double](repeating: 0, count: schedule.count)
    for line in schedule.known { held[line.compartment] += Double(line.number) }
    var free = schedule.opening.enumerated().map { max(0, Double($1) - held[$0]) }
    for index in held.indices { held[index] = min(held[index], Double(schedule.opening[index])) }
    var states: [State] = []
    for month in 0..<schedule.months {
      let rates = schedule.rates[month]
      var next = free
      for index in free.indices {
        let split = Split(rates, index, errors)
        next[index] -= free[index] * (split.leaving + split.moving)
        for move in rates.moves[index] {
          next[move.to] += free[index] * move.rate * split.moveScale
        }
      }
      for line in schedule.known {
        let leaving = Double(line.number) * line.chance * line.leaves[month]
        let failing = line.released == month ? Double(line.number) * (1 - line.chance) : 0
        held[line.compartment] = max(0, held[line.compartment] - leaving - failing)
        next[line.compartment] += failing
      }
      for force in schedule.forced[month] {
        var number = Double(force.number)
        if let from = force.from {
          onForce(month, force, next[from])
          number = min(number, max(0, next[from]))
          next[from] -= number
        }
        if let to = force.to { next[to] += number }
      }
      for index in free.indices { next[index] += rates.joiners[index] * errors.joiners[index] }
      free = next
      states.append(State(stock: zip(free, held).map(+), free: free))
    }
    return states
  }
}

/// The shares who leave and who move, with the errors of a path, held to 1 together.
struct Split {
  let leaving: Double
  let moving: Double
  /// What each move's rate is multiplied by.
  let moveScale: Double

  @inline(__always)
  init(_ rates: Schedule.Rates, _ index: Int, _ errors: RateErrors) {
    self.init(
      leaving: rates.leaving[index] * errors.leaving[index],
      moving: rates.moves[index].reduce(0) { $0 + $1.rate }, scale: errors.moves[index])
  }

  @inline(__always)
  init(leaving: Double, moving: Double, scale: Double) {
    let leaves = min(max(leaving, 0), 1)
    self.leaving = leaves
    let wanted = moving * scale
    let moves = min(wanted, 1 - leaves)
    self.moving = moves
    moveScale = moving > 0 ? moves / moving : 0
  }
}

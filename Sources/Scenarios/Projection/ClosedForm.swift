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
    var means = centre
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
          let values = (above[month][index], below[month][index])
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

/// How far the numbers spread by the chance of who comes, leaves and moves, for the model's rates.
struct ProcessVariance {
  private let schedule: Schedule
  private let course: [[Double]]
  private(set) var variances: [[Double]] = []
  private(set) var totalVariances: [Double] = []

  init(_ schedule: Schedule, _ course: [[Double]]) {
    self.schedule = schedule
    self.course = course
  }

  mutating func run() {
    let count = schedule.count
    var covariance = [Double](repeating: 0, count: count * count)
    var stock = schedule.opening.map(Double.init)
    let known = schedule.known.map { KnownVariance($0, schedule) }
    for month in 0..<schedule.months {
      let rates = schedule.rates[month]
      covariance = stepped(covariance, rates)
      let entering = rates.entering
      for index in 0..<count {
        covariance[index * count + index] += schedule.spread * entering[index]
        add(rates, index, stock[index], to: &covariance)
      }
      stock = course[month]
      var own = (0..<count).map { max(0, covariance[$0 * count + $0]) }
      var total = max(0, covariance.reduce(0, +))
      for line in known {
        for index in 0..<count { own[index] += line.own[month][index] }
        total += line.total[month]
      }
      variances.append(own)
      totalVariances.append(total)
    }
  }

  /// `A C Aᵀ`, where `A` carries the children of one month's end to the next.
  private func stepped(_ covariance: [Double], _ rates: Schedule.Rates) -> [Double] {
    let once = Self.carried(covariance, rates, schedule.count)
    return Self.carried(Self.transposed(once, schedule.count), rates, schedule.count)
  }

  private static func carried(_ matrix: [Double], _ rates: Schedule.Rates, _ count: Int) -> [Double]
  {
    var result = [Double](repeating: 0, count: count * count)
    for from in 0..<count {
      let moving = rates.moves[from].reduce(0) { $0 + $1.rate }
      let stay = 1 - rates.leaving[from] - moving
      for column in 0..<count {
        let value = matrix[from * count + column]
        if value == 0 { continue }
        result[from * count + column] += stay * value
        for move in rates.moves[from] { result[move.to * count + column] += move.rate * value }
      }
    }
    return result
  }

  private static func transposed(_ matrix: [Double], _ count: Int) -> [Double] {
    var result = matrix
    for row in 0..<count {
      for column in 0..<count { result[column * count + row] = matrix[row * count + column] }
    }
    return result
  }

  /// Adds what a month's own chance does to those who may go: each group takes one way. Joiners vary by
  /// `φλ`.
  private func add(
    _ rates: Schedule.Rates, _ index: Int, _ children: Double, to covariance: inout [Double]
  ) {
    let count = schedule.count
    let leaving = rates.leaving[index]
    let groups = SiblingGroups(
      spread: schedule.spread / max(1 - leaving, 0.01), size: schedule.groupSize)
    let weight = children * groups.effectiveSpread(among: children)
    guard weight > 0 else { return }
    let moves = rates.moves[index]
    let going = leaving + moves.reduce(0) { $0 + $1.rate }
    covariance[index * count + index] += weight * going * (1 - going)
    for (place, move) in moves.enumerated() {
      covariance[move.to * count + move.to] += weight * move.rate * (1 - move.rate)
      let pair = weight * move.rate * (1 - going)
      covariance[index * count + move.to] -= pair
      covariance[move.to * count + index] -= pair
      for (other, line) in moves.enumerated() where other != place {
        covariance[move.to * count + line.to] -= weight * move.rate * line.rate
      }
    }
  }
}

extension Schedule {
  /// The children in a group: the same for joiners and leavers, whatever their rates.
  var groupSize: Int { Int((spread / 0.9).rounded(.up)) + 1 }
}

/// What known leavers add: each of them leaves in one of the months or not, independently but for a
/// common chance; who has left is missing from then on as far as he or she would still be there.
private struct KnownVariance {
  private(set) var own: [[Double]] = []
  private(set) var total: [Double] = []

  init(_ line: Schedule.Known, _ schedule: Schedule) {
    let count = schedule.count
    let number = Double(line.number)
    let months = (0..<schedule.months).filter { line.leaves[$0] > 1e-6 }
    // Where a child who left in each of the months would be now.
    var missing = months.map { _ in [Double](repeating: 0, count: count) }
    for month in 0..<schedule.months {
      let rates = schedule.rates[month]
      let gone = months.prefix { $0 <= month }.count
      for place in 0..<gone {
        if months[place] == month {
          missing[place][line.compartment] = 1
          continue
        }
        let before = missing[place]
        for index in 0..<count where before[index] > 1e-12 {
          let moving = rates.moves[index].reduce(0) { $0 + $1.rate }
          missing[place][index] -= before[index] * (rates.leaving[index] + moving)
          for move in rates.moves[index] {
            missing[place][move.to] += before[index] * move.rate
          }
        }
      }
      func variance(_ part: ([Double]) -> Double) -> Double {
        var (mean, square) = (0.0, 0.0)
        for place in 0..<gone {
          let (chance, effect) = (line.leaves[months[place]], part(missing[place]))
          mean += chance * effect
          square += chance * effect * effect
        }
        let mine = line.chance * mean
        return number * max(0, line.chance * square - mine * mine)
          + number * max(0, number - 1) * line.chanceVariance * mean * mean
      }
      own.append((0..<count).map { index in variance { $0[index] } })
      total.append(variance { $0.reduce(0, +) })
    }
  }
}

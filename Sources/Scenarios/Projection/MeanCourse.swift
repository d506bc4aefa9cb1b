/// How many are to be expected, for given rates.
///
/// What it needs of each month is laid out flat, because a closed form goes through it again for every
/// rate that may be wrong.
struct MeanCourse {
  let schedule: Schedule
  /// The moves of all compartments, and where those of each compartment begin, by month.
  private let moves: [[Flat]]
  private let starts: [[Int]]
  /// Known leavers by month and compartment.
  private let known: [[Double]]

  private struct Flat {
    let to: Int
    let rate: Double
  }

  init(_ schedule: Schedule) {
    self.schedule = schedule
    var (moves, starts): ([[Flat]], [[Int]]) = ([], [])
    for (month, rates) in schedule.rates.enumerated() {
      if month > 0, schedule.changes[month].going.isEmpty {
        moves.append(moves[month - 1])
        starts.append(starts[month - 1])
        continue
      }
      var (flat, places): ([Flat], [Int]) = ([], [0])
      for lines in rates.moves {
        flat += lines.map { Flat(to: $0.to, rate: $0.rate) }
        places.append(flat.count)
      }
      moves.append(flat)
      starts.append(places)
    }
    self.moves = moves
    self.starts = starts
    var known = Array(
      repeating: [Double](repeating: 0, count: schedule.count), count: schedule.months)
    for line in schedule.known {
      for month in 0..<schedule.months {
        known[month][line.compartment] += Double(line.number) * line.chance * line.leaves[month]
      }
    }
    self.known = known
  }

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

  /// The children of each compartment in each month who have not gone and may still be moved: before
  /// others join.
  func present() -> [[Double]] {
    var states: [[Double]] = []
    _ = run(RateErrors(schedule), beforeJoining: { states.append($0) })
    return states
  }

  /// The children of each compartment at each month's end.
  func run(
    _ errors: RateErrors, onForce: (Int, Schedule.Forced, Double) -> Void = { _, _, _ in },
    beforeJoining: ([Double]) -> Void = { _ in }
  ) -> [[Double]] {
    let count = schedule.count
    var stock = schedule.opening.map(Double.init)
    var next = stock
    var states: [[Double]] = []
    states.reserveCapacity(schedule.months)
    for month in 0..<schedule.months {
      let rates = schedule.rates[month]
      moves[month].withUnsafeBufferPointer { moves in
        starts[month].withUnsafeBufferPointer { starts in
          rates.leaving.withUnsafeBufferPointer { leaving in
            next.withUnsafeMutableBufferPointer { next in
              for index in 0..<count {
                var moving = 0.0
                for place in starts[index]..<starts[index + 1] { moving += moves[place].rate }
                let split = Split(
                  leaving: leaving[index] * errors.leaving[index], moving: moving,
                  scale: errors.moves[index])
                let children = stock[index]
                next[index] -= children * (split.leaving + split.moving)
                let each = children * split.moveScale
                for place in starts[index]..<starts[index + 1] {
                  next[moves[place].to] += each * moves[place].rate
                }
              }
            }
          }
        }
      }
      for index in 0..<count { next[index] -= known[month][index] }
      for force in schedule.forced[month] {
        let number = Double(force.number)
        if let from = force.from {
          onForce(month, force, next[from])
          next[from] -= number
        }
        if let to = force.to { next[to] += number }
      }
      beforeJoining(next)
      for index in 0..<count { next[index] += rates.joiners[index] * errors.joiners[index] }
      for (source, lines) in rates.redirected.enumerated() {
        let joiners = rates.joiners[source] * errors.joiners[source]
        for line in lines {
          next[source] -= joiners * line.rate
          next[line.to] += joiners * line.rate
        }
      }
      stock = next
      states.append(stock)
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
  init(leaving: Double, moving: Double, scale: Double) {
    let leaves = min(max(leaving, 0), 1)
    self.leaving = leaves
    let wanted = moving * scale
    let moves = min(wanted, 1 - leaves)
    self.moving = moves
    moveScale = moving > 0 ? moves / moving : 0
  }
}

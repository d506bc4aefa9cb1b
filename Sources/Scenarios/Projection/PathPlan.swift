/// A schedule laid out flat for paths to run through: rates, groups and tables, which all workers read
/// and none writes.
struct PathPlan {
  let count: Int
  let months: Int
  /// Who may go, by month and compartment.
  let going: UnsafeMutablePointer<Going>
  /// The mean joiners, by month and compartment.
  let joiners: UnsafeMutablePointer<Double>
  /// The moves of all months and compartments.
  let moves: UnsafeMutablePointer<Move>
  /// Where joiners enter other compartments than their own, and where the ways of each month and
  /// compartment begin among them.
  let shares: UnsafeMutablePointer<Move>
  let sharing: UnsafeMutablePointer<Int>
  /// Whether there are any.
  let isShared: Bool
  /// How the joiners and goers of each compartment are drawn.
  let draws: UnsafeMutablePointer<Draws>
  /// The place of each month and compartment in a path's random numbers.
  let places: UnsafeMutablePointer<UInt64>
  /// Room for the moves of each compartment on a path.
  let moveStarts: UnsafeMutablePointer<Int>
  /// The room that all of them take.
  let room: Int
  let joinerGroups: SiblingGroups
  /// Joiners of their own and in groups, by compartment.
  let joining: CountTables
  private let tables: [CountTables]

  /// Those who may go in a month.
  struct Going {
    var leaving = 0.0
    var moving = 0.0
    var firstMove = 0
    var moves = 0
    var groups = SiblingGroups(spread: 1, size: 2)
    /// Whether it is not as in the month before.
    var isChanged = true
  }

  struct Move {
    var to = 0
    var rate = 0.0
  }

  /// How a compartment's numbers are drawn.
  struct Draws {
    /// Up to how many joiners are drawn; none where it is 0.
    var joiners = 0.0
    /// Whether the joiners have rows in the table: two, for those of their own and for groups.
    var joinersHaveRows = false
    /// Up to which share of the children is drawn to go.
    var going = 0.0
    var table: CountTables?
  }

  init(_ schedule: Schedule) {
    let (count, months) = (schedule.count, schedule.months)
    self.count = count
    self.months = months
    joinerGroups = SiblingGroups(spread: schedule.spread, size: schedule.groupSize)
    let cells = count * months
    going = .allocate(capacity: cells + 1)
    going.initialize(repeating: Going(), count: cells + 1)
    joiners = .allocate(capacity: cells + 1)
    places = .allocate(capacity: cells + 1)
    var lines = 0
    for rates in schedule.rates { lines += rates.moves.reduce(0) { $0 + $1.count } }
    moves = .allocate(capacity: lines + 1)
    let ways = schedule.rates.flatMap { rates in
      rates.redirected.isEmpty ? Array(repeating: [], count: count) : rates.redirected
    }
    isShared = ways.contains { !$0.isEmpty }
    shares = .allocate(capacity: ways.reduce(1) { $0 + $1.count })
    sharing = .allocate(capacity: cells + 1)
    var way = 0
    for (cell, lines) in ways.enumerated() {
      sharing[cell] = way
      for line in lines {
        shares[way] = Move(to: line.to, rate: line.rate)
        way += 1
      }
    }
    sharing[cells] = way
    var starts = [0]
    for index in 0..<count {
      let most = schedule.rates.reduce(0) { max($0, $1.moves[index].count) }
      starts.append(starts[index] + most + 2)
    }
    moveStarts = .allocate(capacity: starts.count)
    moveStarts.initialize(from: starts, count: starts.count)
    room = starts[count] + 1
    var place = 0
    for (month, rates) in schedule.rates.enumerated() {
      let changed = Set(schedule.changes[month].going)
      for index in 0..<count {
        let cell = month * count + index
        joiners[cell] = rates.joiners[index]
        places[cell] = PathStream.place(UInt64(month) << 32 | UInt64(index))
        let leaving = rates.leaving[index]
        going[cell] = Going(
          leaving: leaving, moving: rates.moves[index].reduce(0) { $0 + $1.rate },
          firstMove: place, moves: rates.moves[index].count,
          groups: SiblingGroups(
            spread: schedule.spread / max(1 - leaving, 0.01), size: schedule.groupSize),
          isChanged: changed.contains(index))
        for move in rates.moves[index] {
          moves[place] = Move(to: move.to, rate: move.rate)
          place += 1
        }
      }
    }
    let (alone, together) = (
      1 - joinerGroups.share, joinerGroups.share / Double(joinerGroups.size)
    )
    draws = .allocate(capacity: count + 1)
    draws.initialize(repeating: Draws(), count: count + 1)
    var (means, tables): ([Double], [CountTables]) = ([], [])
    for index in 0..<count {
      let joiners = schedule.ceilings.joiners[index]
      let hasRows = joiners <= CountTables.greatestMean
      means += hasRows ? [joiners * alone, joiners * together] : [0, 0]
      let share = schedule.ceilings.going[index]
      draws[index] = Draws(joiners: joiners, joinersHaveRows: hasRows, going: share)
      if share > 0 {
        // A cohort may grow; one that outgrows the table is drawn without it.
        let table = CountTables.successes(
          chance: share, most: 2 * schedule.opening[index] + 60)
        draws[index].table = table
        tables.append(table)
      }
    }
    joining = .events(means: means.isEmpty ? [0] : means)
    self.tables = tables
  }

  func deallocate() {
    going.deallocate()
    joiners.deallocate()
    moves.deallocate()
    shares.deallocate()
    sharing.deallocate()
    draws.deallocate()
    places.deallocate()
    moveStarts.deallocate()
    joining.deallocate()
    for table in tables { table.deallocate() }
  }
}

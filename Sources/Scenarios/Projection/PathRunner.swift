import Glibc

/// Runs single paths of a schedule: who comes, leaves and moves, by chance, month by month.
///
/// What happens in a cohort in a month depends on the seed, the path, the month and the cohort only, so
/// that two schedules run with the same seed differ by what they say and not by luck. It holds plain
/// memory, because millions of cohort months go through it; `deallocate` gives it back.
struct PathRunner {
  private let schedule: Schedule
  private let seed: UInt64
  private let count: Int
  private let joinerGroups: SiblingGroups
  private let cells: UnsafeMutablePointer<Cell>
  private let moves: UnsafeMutablePointer<Move>
  private let moveStarts: [Int]
  /// The first random words of each compartment in a month.
  private let words: UnsafeMutablePointer<UInt32>
  private let powers: UnsafeMutablePointer<Double>
  /// Whether the rates of a compartment are those of the month before in most months.
  private let isSteady: [Bool]
  private let leavesAt: UnsafeMutablePointer<Int>

  /// A compartment on one path: its children, and what its month needs.
  private struct Cell {
    var free = 0
    var change = 0
    var single = 0.0
    var grouped = 0.0
    var noSingle = 1.0
    var noGroup = 1.0
    var leaving = 0.0
    var going = Sampling.Chance(0)
    var firstMove = 0
    var endOfMoves = 0
    var groups = SiblingGroups(spread: 1, size: 2)
    var rounding = 0.0
    var joinersFactor = 1.0
    var leavingFactor = 1.0
    var movesFactor = 1.0
  }

  /// Where children go: a compartment, or out of care, which stands after the last of them.
  private struct Move {
    var to = 0
    /// The share who go there in a month.
    var rate = 0.0
    /// The same with the shares of the places before it.
    var upTo = 0.0
  }

  init(_ schedule: Schedule, seed: UInt64) {
    self.schedule = schedule
    self.seed = seed
    joinerGroups = SiblingGroups(spread: schedule.spread, size: schedule.groupSize)
    let count = schedule.count
    self.count = count
    // Room for the most destinations that any month has.
    var starts = [0]
    for index in 0..<count {
      let most = schedule.rates.reduce(0) { max($0, $1.moves[index].count) }
      starts.append(starts[index] + most + 1)
    }
    moveStarts = starts
    cells = .allocate(capacity: count + 1)
    cells.initialize(repeating: Cell(), count: count + 1)
    moves = .allocate(capacity: starts[count] + 1)
    moves.initialize(repeating: Move(), count: starts[count] + 1)
    powers = .allocate(capacity: count * Sampling.Chance.roomForPowers + 1)
    isSteady = (0..<count).map { index in
      3 * schedule.changes.count { $0.going.contains(index) } <= schedule.months
    }
    words = .allocate(capacity: FlowStream.room * (count + 1))
    words.initialize(repeating: 0, count: FlowStream.room * (count + 1))
    let places = schedule.known.isEmpty ? 0 : count * schedule.months
    leavesAt = .allocate(capacity: places + 1)
    leavesAt.initialize(repeating: 0, count: places + 1)
  }

  func deallocate() {
    cells.deallocate()
    moves.deallocate()
    words.deallocate()
    powers.deallocate()
    leavesAt.deallocate()
  }

  /// Runs a path.
  ///
  /// - Parameter record: is given each month's end: the month, the compartment and its children.
  @inline(__always)
  func run(_ path: UInt64, _ record: (_ month: Int, _ index: Int, _ children: Int) -> Void) {
    start(path)
    let hasKnown = !schedule.known.isEmpty
    for month in 0..<schedule.months {
      prepare(schedule.rates[month], schedule.changes[month])
      for index in 0..<count {
        FlowStream.prepare(
          words + FlowStream.room &* index, seed: seed, path: path, slot: slot(month, index))
      }
      for index in 0..<count { step(path, month, index) }
      if hasKnown { settleKnown(month) }
      if !schedule.forced[month].isEmpty { force(schedule.forced[month]) }
      for index in 0..<count {
        cells[index].free &+= cells[index].change
        cells[index].change = 0
        record(month, index, cells[index].free)
      }
    }
  }

  // MARK: A path's own rates

  private func start(_ path: UInt64) {
    var common = UniformStream(seed: seed, use: .rates, path: path, slot: UInt64(count))
    let joiners = Sampling.multiplier(variance: schedule.joinersError.common, &common)
    let leaving = Sampling.multiplier(variance: schedule.leavingError.common, &common)
    for index in 0..<count {
      var own = UniformStream(seed: seed, use: .rates, path: path, slot: UInt64(index))
      cells[index].rounding = own.next()
      cells[index].joinersFactor =
        joiners * Sampling.multiplier(variance: schedule.joinersError.own[index], &own)
      cells[index].leavingFactor =
        (1 + schedule.leavingError.shared[index] * (leaving - 1))
        * Sampling.multiplier(variance: schedule.leavingError.own[index], &own)
      cells[index].movesFactor =
        Sampling.multiplier(variance: schedule.movesError[index], &own)
      cells[index].free = schedule.opening[index]
      cells[index].change = 0
    }
    if !schedule.known.isEmpty { drawKnown(path) }
  }

  /// Settles when each known leaver leaves, if at all.
  private func drawKnown(_ path: UInt64) {
    let months = schedule.months
    for place in 0..<count * months { leavesAt[place] = 0 }
    for line in schedule.known {
      var stream = UniformStream(seed: seed, use: .known, path: path, slot: UInt64(line.slot))
      let chance = Sampling.share(mean: line.chance, variance: line.chanceVariance, &stream)
      for _ in 0..<line.number {
        let (succeeds, when) = (stream.next() < chance, stream.next())
        guard succeeds else { continue }
        var below = 0.0
        for month in 0..<months where line.leaves[month] > 0 {
          below += line.leaves[month]
          if when < below {
            leavesAt[month * count + line.compartment] += 1
            break
          }
        }
      }
    }
  }

  // MARK: A month

  private func prepare(_ rates: Schedule.Rates, _ changes: Schedule.Changes) {
    for index in changes.joiners {
      let joiners = rates.joiners[index] * cells[index].joinersFactor
      let single = joiners * (1 - joinerGroups.share)
      let grouped = joiners * joinerGroups.share / Double(joinerGroups.size)
      if single != cells[index].single {
        cells[index].single = single
        cells[index].noSingle = exp(-single)
      }
      if grouped != cells[index].grouped {
        cells[index].grouped = grouped
        cells[index].noGroup = exp(-grouped)
      }
    }
    for index in changes.going {
      let lines = rates.moves[index]
      let split = Split(
        leaving: rates.leaving[index] * cells[index].leavingFactor,
        moving: lines.reduce(0) { $0 + $1.rate }, scale: cells[index].movesFactor)
      let going = split.leaving + split.moving
      cells[index].leaving = split.leaving
      cells[index].going = Sampling.Chance(
        going, powers: isSteady[index] ? powers + index * Sampling.Chance.roomForPowers : nil)
      cells[index].groups = SiblingGroups(
        spread: schedule.spread / max(1 - rates.leaving[index], 0.01), size: schedule.groupSize)
      cells[index].firstMove = moveStarts[index]
      cells[index].endOfMoves = moveStarts[index] + lines.count
      var upTo = split.leaving
      moves[moveStarts[index]] = Move(to: count, rate: split.leaving, upTo: upTo)
      for (place, line) in lines.enumerated() {
        let rate = line.rate * split.moveScale
        upTo += rate
        moves[moveStarts[index] + place + 1] = Move(to: line.to, rate: rate, upTo: upTo)
      }
    }
  }

  /// The place of a compartment's month within a path.
  @inline(__always)
  private func slot(_ month: Int, _ index: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: month) << 32 | UInt64(truncatingIfNeeded: index)
  }

  @inline(__always)
  private func step(_ path: UInt64, _ month: Int, _ index: Int) {
    let cell = cells + index
    let own = words + FlowStream.room &* index
    let (joinSingle, joinGroup) = (uniform(own[0]), uniform(own[1]))
    let (goSingle, goGroup) = (uniform(own[2]), uniform(own[3]))
    var stream = FlowStream(own, used: 4, seed: seed, path: path, slot: slot(month, index))
    var change = 0
    if cell.pointee.single > 0, joinSingle > cell.pointee.noSingle {
      change = Sampling.poisson(
        cell.pointee.single, none: cell.pointee.noSingle, joinSingle, &stream)
    }
    if cell.pointee.grouped > 0, joinGroup > cell.pointee.noGroup {
      change &+=
        joinerGroups.size
        &* Sampling.poisson(cell.pointee.grouped, none: cell.pointee.noGroup, joinGroup, &stream)
    }
    let children = cell.pointee.free
    if children > 0, cell.pointee.going.value > 0 {
      let size = cell.pointee.groups.size
      let groups = cell.pointee.groups.groups(
        among: children, rounding: cell.pointee.rounding)
      let single = cell.pointee.going.successes(
        of: children &- groups &* size, goSingle, &stream)
      let grouped =
        groups > 0 ? cell.pointee.going.successes(of: groups, goGroup, &stream) : 0
      change &-= single &+ grouped &* size
      if cell.pointee.firstMove < cell.pointee.endOfMoves {
        if single > 0 { place(single, each: 1, cell, &stream) }
        if grouped > 0 { place(grouped, each: size, cell, &stream) }
      }
    }
    cell.pointee.change &+= change
  }

  /// Of those who go, some leave care and the others enter another cohort, group by group.
  @inline(__always)
  private func place(
    _ groups: Int, each size: Int, _ cell: UnsafeMutablePointer<Cell>,
    _ stream: inout FlowStream
  ) {
    let (first, end) = (cell.pointee.firstMove, cell.pointee.endOfMoves)
    if groups > 24 {
      // Many are shared out destination by destination.
      var (left, share) = (groups, cell.pointee.going.value)
      for move in first...end where left > 0 {
        let chance = move == end ? 1 : share > 0 ? min(1, moves[move].rate / share) : 0
        let number = Sampling.Chance(chance).successes(of: left, stream.next(), &stream)
        cells[moves[move].to].change &+= number &* size
        left &-= number
        share -= moves[move].rate
      }
      return
    }
    // The first place takes those who leave care. Which place it is, is added up from the signs of
    // what is left: a branch here would be guessed wrong too often.
    for _ in 0..<groups {
      let point = stream.next() * cell.pointee.going.value
      var move = first
      for next in first..<end {
        move &+= Int(truncatingIfNeeded: (moves[next].upTo - point).bitPattern >> 63)
      }
      cells[moves[move].to].change &+= size
    }
  }

  private func settleKnown(_ month: Int) {
    for index in 0..<count {
      let leaving = leavesAt[month * count + index]
      if leaving > 0 {
        cells[index].change -= min(leaving, max(0, cells[index].free + cells[index].change))
      }
    }
  }

  /// What a lever forces, as far as there are children to move.
  private func force(_ lines: [Schedule.Forced]) {
    for line in lines {
      var number = line.number
      if let from = line.from {
        number = min(number, max(0, cells[from].free + cells[from].change))
        cells[from].change -= number
      }
      if let to = line.to { cells[to].change += number }
    }
  }
}

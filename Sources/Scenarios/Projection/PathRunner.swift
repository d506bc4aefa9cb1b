import Glibc

/// Runs single paths of a schedule: who comes, leaves and moves, by chance, month by month.
///
/// What happens in a cohort in a month depends on the seed, the path, the month and the cohort only.
/// As many children are drawn as may join or go at most, and each of them does so or not by a number of
/// his or her own: two schedules run with the same seed differ by what they say and not by luck. It
/// holds plain memory, because millions of cohort months go through it; `deallocate` gives it back.
struct PathRunner {
  private let schedule: Schedule
  let plan: PathPlan
  private let seed: UInt64
  private let count: Int
  let cells: UnsafeMutablePointer<Cell>
  private let exits: UnsafeMutablePointer<Exit>
  private let leavesAt: UnsafeMutablePointer<Int>

  /// A compartment on one path: its children, and what its month needs.
  struct Cell {
    var free = 0
    var change = 0
    /// The joiners of the path to those that are drawn up to.
    var joining = 0.0
    /// The share who go.
    var going = 0.0
    /// Of those drawn to go, the share who do.
    var accepted = 0.0
    /// The share who go of those not drawn to, where more go than are drawn up to.
    var beyond = 0.0
    var rounding = 0.0
    var joinersFactor = 1.0
    var leavingFactor = 1.0
    var movesFactor = 1.0
  }

  /// Where children go: a compartment, or out of care, which stands after the last of them.
  private struct Exit {
    var to = 0
    /// The share who go there, of those drawn to go, with the shares of the places before it.
    var upTo = 0.0
    /// The last of the 62-bit numbers that go there.
    var end = 0

    init() {}

    init(to: Int, upTo: Double) {
      self.to = to
      self.upTo = upTo
      end = upTo < 1 ? Int(upTo * 0x1p62) - 1 : Int.max
    }
  }

  init(_ schedule: Schedule, _ plan: PathPlan, seed: UInt64) {
    self.schedule = schedule
    self.plan = plan
    self.seed = seed
    count = schedule.count
    cells = .allocate(capacity: count + 1)
    cells.initialize(repeating: Cell(), count: count + 1)
    exits = .allocate(capacity: plan.room)
    exits.initialize(repeating: Exit(), count: plan.room)
    let places = schedule.known.isEmpty ? 0 : count * schedule.months
    leavesAt = .allocate(capacity: places + 1)
    leavesAt.initialize(repeating: 0, count: places + 1)
  }

  func deallocate() {
    cells.deallocate()
    exits.deallocate()
    leavesAt.deallocate()
  }

  /// Runs a path.
  ///
  /// - Parameter record: is given each month's end: the month, the compartment and its children. Where
  ///   more leave a cohort by a date than are in it on a path, their number is negative until others
  ///   come: who they were is not known, and all children together are right.
  @inline(__always)
  func run(_ path: UInt64, _ record: (_ month: Int, _ index: Int, _ children: Int) -> Void) {
    start(path)
    let hasKnown = !schedule.known.isEmpty
    let joining = PathStream.path(path, seed: seed, use: .joining)
    let going = PathStream.path(path, seed: seed, use: .going)
    for month in 0..<plan.months {
      let row = month &* count
      for index in 0..<count where plan.going[row &+ index].isChanged { prepare(row, index) }
      for index in 0..<count {
        let place = plan.places[row &+ index]
        join(joining &+ place, row, index)
        go(going &+ place, row, index)
      }
      if hasKnown {
        for index in 0..<count { cells[index].change &-= leavesAt[row &+ index] }
      }
      if !schedule.forced[month].isEmpty {
        for line in schedule.forced[month] {
          if let from = line.from { cells[from].change -= line.number }
          if let to = line.to { cells[to].change += line.number }
        }
      }
      for index in 0..<count {
        cells[index].free &+= cells[index].change
        cells[index].change = 0
        record(month, index, cells[index].free)
      }
    }
  }

  // MARK: A path's own rates

  private func start(_ path: UInt64) {
    let place = PathStream.path(path, seed: seed, use: .rates)
    var common = PathStream(place &+ PathStream.place(UInt64(count)))
    let joiners = Sampling.multiplier(variance: schedule.joinersError.common, &common)
    let leaving = Sampling.multiplier(variance: schedule.leavingError.common, &common)
    for index in 0..<count {
      var own = PathStream(place &+ PathStream.place(UInt64(index)))
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
    let start = PathStream.path(path, seed: seed, use: .known)
    for line in schedule.known {
      var stream = PathStream(start &+ PathStream.place(UInt64(line.slot)))
      let chance = Sampling.share(mean: line.chance, variance: line.chanceVariance, &stream)
      for _ in 0..<line.number {
        let (succeeds, when) = (stream.next() < chance, stream.next())
        guard succeeds else { continue }
        var below = 0.0
        for month in line.first..<months {
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

  private func prepare(_ row: Int, _ index: Int) {
    let going = plan.going + (row + index)
    let ceiling = plan.draws[index].going
    let cell = cells + index
    let split = Split(
      leaving: going.pointee.leaving * cell.pointee.leavingFactor, moving: going.pointee.moving,
      scale: cell.pointee.movesFactor)
    let share = split.leaving + split.moving
    cell.pointee.going = share
    let upTo = max(share, ceiling)
    cell.pointee.accepted = upTo > 0 ? share / upTo : 0
    cell.pointee.beyond = share > ceiling ? min(1, (share - ceiling) / (1 - ceiling)) : 0
    // Those who leave care stand last, so that more or fewer of them move nobody else elsewhere.
    let first = plan.moveStarts[index]
    var sum = 0.0
    let scale = upTo > 0 ? split.moveScale / upTo : 0
    for place in 0..<going.pointee.moves {
      let move = plan.moves[going.pointee.firstMove + place]
      sum += move.rate * scale
      exits[first + place] = Exit(to: move.to, upTo: sum)
    }
    exits[first + going.pointee.moves] = Exit(to: count, upTo: share < upTo ? share / upTo : 2)
    exits[first + going.pointee.moves + 1] = Exit(to: index, upTo: 2)
  }

  @inline(__always)
  private func go(_ start: UInt64, _ row: Int, _ index: Int) {
    let cell = cells + index
    let children = cell.pointee.free
    guard children != 0, cell.pointee.going > 0 else { return }
    var stream = PathStream(start)
    let bits = stream.word()
    guard children > 0 else {
      // Those who are missing are missing elsewhere in time, as they themselves would have gone.
      let going = Sampling.Chance(cell.pointee.going)
        .successes(of: -children, uniform(UInt32(truncatingIfNeeded: bits)), &stream)
      place(
        0, going, each: -1, within: cell.pointee.accepted, index, plan.going[row + index].moves,
        &stream)
      return
    }
    let going = plan.going + (row &+ index)
    let size = going.pointee.groups.size
    let groups = going.pointee.groups.groups(among: children, rounding: cell.pointee.rounding)
    let alone = children &- groups &* size
    guard let table = plan.draws[index].table, alone < table.rows, groups < table.rows else {
      goMany(alone, groups, size, bits, index, &stream)
      return
    }
    var single = table.number(alone, UInt32(truncatingIfNeeded: bits))
    var grouped = groups > 0 ? table.number(groups, UInt32(truncatingIfNeeded: bits >> 32)) : 0
    if cell.pointee.beyond > 0 {
      let chance = Sampling.Chance(cell.pointee.beyond)
      single &+= chance.successes(of: alone &- single, stream.next(), &stream)
      grouped &+= chance.successes(of: groups &- grouped, stream.next(), &stream)
    }
    place(single, grouped, each: size, within: 1, index, going.pointee.moves, &stream)
  }

  /// The same for more children than the table has rows.
  private func goMany(
    _ alone: Int, _ groups: Int, _ size: Int, _ bits: UInt64, _ index: Int,
    _ stream: inout PathStream
  ) {
    let chance = Sampling.Chance(cells[index].going)
    let single = chance.successes(
      of: alone, uniform(UInt32(truncatingIfNeeded: bits)), &stream)
    let grouped = chance.successes(
      of: groups, uniform(UInt32(truncatingIfNeeded: bits >> 32)), &stream)
    share(single, each: 1, index, &stream)
    share(grouped, each: size, index, &stream)
  }

  /// Each of those drawn to go takes the way that a number of its own says: a move, out of care, or
  /// none, since some only might have gone. Which way it is, is added up and not branched on, because a
  /// branch would be guessed wrong too often.
  ///
  /// - Parameter reach: up to where the numbers go: 1, or what is accepted where all of them go.
  @inline(__always)
  private func place(
    _ single: Int, _ grouped: Int, each size: Int, within reach: Double, _ index: Int, _ moves: Int,
    _ stream: inout PathStream
  ) {
    let ways = exits + plan.moveStarts[index]
    for number in 0..<single &+ grouped {
      var point = Int(truncatingIfNeeded: stream.word() >> 2)
      if reach < 1 { point = Int(Double(point) * reach) }
      var way = 0
      for next in 0...moves { way &-= (ways[next].end &- point) >> 63 }
      cells[ways[way].to].change &+= size &+ ((number &- single) >> 63) &* (size &- 1)
    }
    cells[index].change &-= single &+ grouped &* size
  }

  /// Many are shared out over their ways, way by way.
  private func share(
    _ going: Int, each size: Int, _ index: Int, _ stream: inout PathStream
  ) {
    cells[index].change &-= going &* size
    var (left, rest, before) = (going, cells[index].accepted, 0.0)
    var exit = exits + plan.moveStarts[index]
    while left > 0, exit.pointee.to < count {
      let part = exit.pointee.upTo - before
      let number = Sampling.Chance(rest > 0 ? min(1, part / rest) : 0)
        .successes(of: left, stream.next(), &stream)
      cells[exit.pointee.to].change &+= number &* size
      left &-= number
      rest -= part
      before = exit.pointee.upTo
      exit += 1
    }
    cells[count].change &+= left &* size
  }
}

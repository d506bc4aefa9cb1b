import LookedAfter

/// Brings the rows of all files together by child, and joins each child's.
struct ReturnMerge {
  let years: ReturnYears
  private(set) var authorities: [String] = []
  private(set) var returns: [AuthorityReturns] = []
  var children = Block<Child>(uninitialized: 0)
  private(set) var episodes = Block<Episode>(uninitialized: 0)
  private(set) var periods = Block<CarePeriod>(uninitialized: 0)
  var faults: ContiguousArray<Fault> = []
  private(set) var rowCount = 0
  private(set) var episodeCount = 0
  var isHeaderLoaded = false

  /// For each child the returns that have it.
  private(set) var presence = Block<Presence>(uninitialized: 0)

  /// Children to whom the header of a later return gives another date of birth, by their places, with
  /// the place of that return; each once a return.
  var bornOtherwise: [(child: Int, ordinal: Int)] = []

  /// What the headers say of children who are to have episodes.
  var headerTallies: [HeaderTally] = []
  private var covered: [Set<Int>] = []

  /// What was opened, for errors.
  let path: String

  init(years: ReturnYears, path: String) {
    self.years = years
    self.path = path
  }

  // MARK: Rows by child

  /// Brings the rows together.
  ///
  /// - Parameters:
  ///   - reading: gives its rows up.
  ///   - threads: how many threads at most.
  ///   - watch: may stop it.
  /// - Throws: `ReturnError`.
  mutating func run(
    _ reading: inout ReturnReading, threads: Int, watch: ReadingWatch
  ) throws(ReturnError) {
    let runCount = reading.files.reduce(0) { sum, file in
      file.episodes.reduce(sum) { $0 + $1.rows.runs.count }
    }
    var table = ChildTable(expecting: runCount)
    var names = AuthorityNames(reading)
    var counts: ContiguousArray<Int32> = []
    counts.reserveCapacity(runCount)
    var stretches: [ScatteredRows.Stretch] = []
    for file in reading.files.indices {
      for index in reading.files[file].episodes.indices {
        let (rows, linesBefore) = reading.files[file].episodes[index]
        rowCount += rows.count
        stretches.append(
          ScatteredRows.Stretch(
            file: file, index: index, linesBefore: UInt32(truncatingIfNeeded: linesBefore),
            runs: Self.number(rows, &table, &counts, names)))
      }
    }
    // Children of an authority stand together.
    let order = Self.order(of: table.authorities, count: names.count)
    let total = Self.place(table, order, counts, into: &children)
    authorities = names.all
    returns = Array(repeating: AuthorityReturns(), count: max(1, names.count))
    covered = Array(repeating: [], count: returns.count)
    let scattered = try ScatteredRows(
      stretches, of: &reading, years: years, children: children, order: order, total: total,
      threads: threads, watch: watch)
    episodes = scattered.episodes
    presence = scattered.presence
    faults = scattered.faults
    for seen in scattered.sources { note(seen.source, authority: seen.authority) }
    noteMissingYears()
    describe(&reading, &table, order, &names)
  }

  /// Gives the child of each run a number, and counts its rows.
  private static func number(
    _ rows: EpisodeRows, _ table: inout ChildTable, _ counts: inout ContiguousArray<Int32>,
    _ names: AuthorityNames
  ) -> ContiguousArray<ScatteredRows.Place> {
    var places: ContiguousArray<ScatteredRows.Place> = []
    places.reserveCapacity(rows.runs.count)
    let authorities = rows.authorities.map { names.place(of: $0) }
    for (index, run) in rows.runs.enumerated() {
      let number = table.number(of: run.key, authorities[Int(run.authority)])
      if number == counts.count { counts.append(0) }
      places.append(
        ScatteredRows.Place(number: Int32(truncatingIfNeeded: number), before: counts[number]))
      counts[number] &+= Int32(truncatingIfNeeded: rows.places(ofRun: index).count)
    }
    return places
  }

  /// The place of each child when those of one authority stand together; nil when they do already.
  private static func order(
    of authorities: ContiguousArray<UInt16>, count: Int
  ) -> ContiguousArray<Int32>? {
    guard count > 1 else { return nil }
    var starts = [Int32](repeating: 0, count: count + 1)
    for authority in authorities { starts[Int(authority) + 1] += 1 }
    for index in 1...count { starts[index] += starts[index - 1] }
    return ContiguousArray(
      authorities.map { authority in
        defer { starts[Int(authority)] += 1 }
        return starts[Int(authority)]
      })
  }

  /// Makes the children and gives each the room for its rows.
  private static func place(
    _ table: ChildTable, _ order: ContiguousArray<Int32>?, _ counts: ContiguousArray<Int32>,
    into children: inout Block<Child>
  ) -> Int {
    let block = Block<Child>(uninitialized: table.count)
    var next = 0
    for number in 0..<table.count {
      var child = Child(key: table.keys[number], authority: table.authorities[number])
      child.episodeCount = counts[number]
      child.firstEpisode = Int32(truncatingIfNeeded: next)
      next += Int(counts[number])
      (block.base + (order.map { Int($0[number]) } ?? number)).initialize(to: child)
    }
    children = block
    guard order != nil else { return next }
    next = 0
    for place in 0..<table.count {
      block.base[place].firstEpisode = Int32(truncatingIfNeeded: next)
      next += Int(block.base[place].episodeCount)
    }
    return next
  }

  /// Notes that an authority has a return.
  @inline(__always)
  private mutating func note(_ source: UInt16, authority: UInt16) {
    let place = Int(authority)
    let bit: UInt64 = 1 &<< UInt64(years.sources[Int(source)].ordinal)
    let before = returns[place].loaded
    let noted = years.sources[Int(source)]
    guard noted.year > 0 else { return }
    returns[place].loaded = before | bit
    if before & bit == 0 || noted.firstYear < noted.year {
      covered[place].formUnion(noted.firstYear...noted.year)
    }
    let first = Day.firstDay(ofReturn: noted.firstYear)
    let last = Day.lastDay(ofReturn: noted.year)
    if before == 0 {
      (returns[place].firstDay, returns[place].lastDay) = (first, last)
    } else {
      returns[place].firstDay = min(returns[place].firstDay, first)
      returns[place].lastDay = max(returns[place].lastDay, last)
    }
  }

  /// A return holds only the children of its own year, so nothing can be counted of a year between
  /// two others that has none.
  private mutating func noteMissingYears() {
    for (place, years) in covered.enumerated() {
      guard let first = years.min(), let last = years.max(), years.count < last - first + 1 else {
        continue
      }
      returns[place].missing = (first...last).filter { !years.contains($0) }
    }
  }

  // MARK: Join

  mutating func join(threads: Int, watch: ReadingWatch) throws(ReturnError) {
    let pieces = ReturnPieces(children: children, threads: threads)
    let results = Slots<Joined>(pieces.ranges.count)
    let (children, episodes) = (self.children, self.episodes)
    let (sources, yearList, returns) = (years.sources, years.years, self.returns)
    let isHeaderLoaded = self.isHeaderLoaded
    try Workers.run(count: pieces.ranges.count, threads: threads, makeTool: {}) {
      (index, _) throws(ReturnError) in
      try watch.check()
      var join = ChildJoin(
        sources: sources, years: yearList, returns: returns, isHeaderLoaded: isHeaderLoaded)
      var count = 0
      for number in pieces.ranges[index] {
        let child = children.base + number
        let rows = UnsafeMutableBufferPointer(
          start: episodes.base + Int(child.pointee.firstEpisode),
          count: Int(child.pointee.episodeCount))
        join.join(&child.pointee, number: number, rows: rows)
        count += Int(child.pointee.episodeCount)
      }
      results[index] = Joined(faults: join.faults, periods: join.periods, episodes: count)
    }
    gather(results, pieces)
  }

  private struct Joined: Sendable {
    let faults: ContiguousArray<Fault>
    let periods: ContiguousArray<CarePeriod>
    let episodes: Int
  }

  private mutating func gather(_ results: Slots<Joined>, _ pieces: ReturnPieces) {
    let joined = pieces.ranges.indices.map { results.take($0) }
    let count = joined.reduce(0) { $0 + ($1?.periods.count ?? 0) }
    let block = Block<CarePeriod>(uninitialized: count)
    var next = 0
    for (range, piece) in zip(pieces.ranges, joined) {
      guard let piece else { continue }
      for number in range {
        children.base[number].firstPeriod &+= Int32(truncatingIfNeeded: next)
      }
      for period in piece.periods {
        (block.base + next).initialize(to: period)
        next += 1
      }
      faults += piece.faults
      episodeCount += piece.episodes
    }
    periods = block
    faults.sort {
      ($0.file, $0.line, $0.rule.rawValue) < ($1.file, $1.line, $1.rule.rawValue)
    }
  }
}

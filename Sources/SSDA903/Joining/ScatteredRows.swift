/// The rows of all files, each at the place of its child: the stretches of the files are done on
/// several threads, for the place of every row is known before.
struct ScatteredRows {
  /// Where the rows of a run go.
  struct Place: Sendable {
    /// The number of the child, in the order in which children came.
    let number: Int32

    /// How many rows of the child come before.
    let before: Int32
  }

  /// The rows of a stretch of a file.
  struct Stretch: Sendable {
    let file: Int
    /// The place among the stretches of the file.
    let index: Int
    let linesBefore: UInt32
    /// One for each run.
    let runs: ContiguousArray<Place>
  }

  /// An authority, and a source of rows that it has.
  struct Source: Hashable, Sendable {
    let authority: UInt16
    let source: UInt16
  }

  let episodes: Block<Episode>
  private(set) var faults: ContiguousArray<Fault> = []

  /// Which sources each authority has.
  private(set) var sources: Set<Source> = []

  /// For each child the returns that have it.
  let presence: Block<Presence>

  /// - Parameters:
  ///   - reading: gives its rows up.
  ///   - children: each with its first place and its number of rows.
  ///   - order: the places of the children by their numbers; nil when these are the places.
  ///   - total: how many rows there are.
  /// - Throws: `ReturnError` when the work is stopped.
  init(
    _ stretches: [Stretch], of reading: inout ReturnReading, years: ReturnYears,
    children: Block<Child>, order: ContiguousArray<Int32>?, total: Int, threads: Int,
    watch: ReadingWatch
  ) throws(ReturnError) {
    episodes = Block<Episode>(uninitialized: total)
    let rows = Slots<EpisodeRows>(stretches.count)
    for (index, stretch) in stretches.enumerated() {
      rows[index] = reading.takeEpisodes(of: stretch.file, stretch.index)
    }
    let done = Slots<Done>(stretches.count)
    let block = episodes
    try Workers.run(count: stretches.count, threads: threads, makeTool: {}) {
      (index, _) throws(ReturnError) in
      try watch.check()
      guard let own = rows.take(index) else { return }
      done[index] = Self.scatter(
        own, stretches[index], years: years, children: children, order: order, into: block)
    }
    for index in stretches.indices {
      guard let done = done.take(index) else { continue }
      faults += done.faults
      sources.formUnion(done.sources)
    }
    presence = try Self.presence(of: children, in: block, years: years, threads: threads)
  }

  private struct Done: Sendable {
    var faults: ContiguousArray<Fault>
    var sources: Set<Source> = []
  }

  private static func scatter(
    _ rows: EpisodeRows, _ stretch: Stretch, years: ReturnYears, children: Block<Child>,
    order: ContiguousArray<Int32>?, into block: Block<Episode>
  ) -> Done {
    var done = Done(faults: rows.faults)
    var named: UInt16 = 0
    var last: Source?
    var source = years.source(file: stretch.file, year: 0)
    func child(_ number: Int32) -> Int { order.map { Int($0[Int(number)]) } ?? Int(number) }
    for (index, run) in stretch.runs.enumerated() {
      let place = children.base + child(run.number)
      let authority = place.pointee.authority
      var target = block.base + Int(place.pointee.firstEpisode &+ run.before)
      for number in rows.places(ofRun: index) {
        var row = rows.rows[number]
        if row.source != named {
          named = row.source
          source = years.source(file: stretch.file, year: named)
        }
        let seen = Source(authority: authority, source: source)
        if seen != last {
          done.sources.insert(seen)
          last = seen
        }
        row.line &+= stretch.linesBefore
        row.source = source
        target.initialize(to: row)
        target += 1
      }
    }
    for index in done.faults.indices {
      done.faults[index].file = UInt16(truncatingIfNeeded: stretch.file)
      done.faults[index].line &+= stretch.linesBefore
      let run = Int(done.faults[index].child)
      if run >= 0 {
        done.faults[index].child = Int32(truncatingIfNeeded: child(stretch.runs[run].number))
      }
    }
    return done
  }

  private static func presence(
    of children: Block<Child>, in episodes: Block<Episode>, years: ReturnYears, threads: Int
  ) throws(ReturnError) -> Block<Presence> {
    let block = Block<Presence>(uninitialized: children.count)
    let pieces = ReturnPieces(children: children, threads: threads)
    let returns = years.sources.map { (bit: UInt64(1) &<< UInt64($0.ordinal), lastDay: $0.lastDay) }
    try Workers.run(count: pieces.ranges.count, threads: threads, makeTool: {}) { (index, _) in
      for number in pieces.ranges[index] {
        var presence = Presence()
        for place in children.base[number].episodes {
          let row = episodes.base[place]
          let (bit, lastDay) = returns[Int(row.source)]
          presence.returns |= bit
          if row.end > lastDay { presence.yearEnds |= bit }
        }
        (block.base + number).initialize(to: presence)
      }
    }
    return block
  }
}

/// Which returns have a child.
struct Presence: Sendable {
  /// One bit for each return that has a row of its episodes.
  var returns: UInt64 = 0

  /// One bit for each return by which it was in care as the return's year ended.
  var yearEnds: UInt64 = 0
}

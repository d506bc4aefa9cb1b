import LookedAfter

/// The returns of an authority, or of many, read and joined: every child, every episode once, and
/// the periods of care that they make.
///
/// No name, no postcode and no pupil number is ever kept. The children's ids stay inside; whoever
/// wants to know a child gets a pseudonym.
public struct JoinedReturns: Sendable {
  /// What was opened, as it was given.
  public let path: String

  /// The files, and what each was.
  public let files: [FileReport]

  /// The returns that were loaded, by the year in which they end.
  public let years: [Int]

  /// The codes of the authorities (column LA), in order; one blank code when the files have none.
  public let authorities: [String]

  let children: Block<Child>
  let episodes: Block<Episode>
  let periods: Block<CarePeriod>
  let sources: [ReturnSource]
  let returns: [AuthorityReturns]
  let faults: ContiguousArray<Fault>

  /// The rows as they were before they were joined; nil where nothing is to be joined later.
  let rows: RawRows?

  /// What was counted before rows were removed; nil where all are there.
  let kept: KeptFigures?

  /// The last day of the children whose rows were removed; unknown without any.
  let removedUntil: Day

  /// Whether they come out of a store, where the children's ids are pseudonyms and of the day of
  /// birth only the month is left.
  public let isStored: Bool

  /// How many children were taken out of what is stored.
  public let removedCount: Int

  /// Headers of one return that do not go together; nil where all do.
  public let mixture: MixedReturns?

  /// How many episodes there are, each once.
  public let episodeCount: Int

  /// How many children have an episode.
  public var childCount: Int { children.count }

  /// How many rows of episodes were read.
  public let rowCount: Int

  /// Reads a folder, a zip, or a single file in CSV or XML.
  ///
  /// - Parameters:
  ///   - path: the folder or file.
  ///   - threads: how many threads to read with; as many as there are processors when nil.
  ///   - keepsRows: whether a history will keep what is read, so that later returns can be joined.
  ///   - watch: is told how far the reading is, and may stop it.
  /// - Throws: `ReturnError` when something cannot be read at all, or is not what it claims to be.
  ///   A row never stops the reading.
  public init(
    path: String, threads: Int? = nil, keepsRows: Bool = false,
    watch: ReadingWatch = ReadingWatch()
  ) throws(ReturnError) {
    try self.init(try ReturnFolder(path), threads: threads, keepsRows: keepsRows, watch: watch)
  }

  /// Reads files that are in memory.
  ///
  /// - Throws: `ReturnError`, as for a folder.
  public init(
    files: [(name: String, bytes: [UInt8])], threads: Int? = nil, keepsRows: Bool = false
  ) throws(ReturnError) {
    try self.init(
      try ReturnFolder(path: "memory", files: files), threads: threads, keepsRows: keepsRows)
  }

  init(
    _ folder: ReturnFolder, threads: Int?, stretchSize: Int = 4 << 20, keepsRows: Bool = false,
    watch: ReadingWatch = ReadingWatch()
  ) throws(ReturnError) {
    let threads = threads ?? Workers.processors
    var reading = try ReturnReading(
      folder, threads: threads, stretchSize: max(1, stretchSize), watch: watch)
    guard reading.files.contains(where: { !$0.episodes.isEmpty }) else {
      throw .noEpisodes(path: folder.path, seen: reading.files.compactMap { $0.kind?.rawValue })
    }
    path = folder.path
    let years = try ReturnYears(reading)
    mixture = MixedReturns(reading, years: years)
    var merge = ReturnMerge(years: years, path: folder.path)
    try merge.run(&reading, threads: threads, watch: watch)
    try merge.refuseCutShort(folder, reading)
    try NeighbouringReturns.refuseStrangers(in: merge)
    rows = keepsRows ? RawRows(merge.episodes, of: merge.children) : nil
    try merge.join(threads: threads, watch: watch)
    try merge.refuseStrangers()
    files = zip(folder.files, reading.files).enumerated().map { index, pair in
      FileReport(
        name: pair.0.name, kind: pair.1.kind, isXML: pair.1.isXML, rows: pair.1.rowCount,
        year: pair.1.reason == nil ? years.sources[index].year : nil, reason: pair.1.reason)
    }
    self.years = years.years
    authorities = merge.authorities
    children = merge.children
    episodes = merge.episodes
    periods = merge.periods
    sources = years.sources
    returns = merge.returns
    faults = merge.faults
    rowCount = merge.rowCount
    episodeCount = merge.episodeCount
    isStored = false
    removedCount = 0
    kept = nil
    removedUntil = .unknown
  }

  /// Puts together what was read from a store.
  init(stored parts: StoredParts) {
    path = ""
    files = parts.files
    years = parts.years
    authorities = parts.authorities
    children = Block(parts.children)
    episodes = Block(parts.episodes)
    periods = Block(parts.periods)
    sources = parts.sources
    rows = parts.rows
    kept = parts.kept
    removedUntil = parts.removedUntil
    returns = parts.returns
    faults = parts.faults
    rowCount = parts.rowCount
    episodeCount = parts.episodes.count
    isStored = true
    removedCount = parts.removedCount
    mixture = nil
  }

  /// The first and last day that the returns cover: 1 April of the first to 31 March of the last.
  public var coverage: ClosedRange<CivilDate>? { coverage(of: nil) }

  /// The days that the returns of an authority cover; of all authorities when nil.
  public func coverage(of authority: String?) -> ClosedRange<CivilDate>? {
    let wanted = zip(authorities, returns).filter { authority == nil || $0.0 == authority }
      .map(\.1).filter { $0.loaded != 0 }
    guard let first = wanted.map(\.firstDay).min()?.date,
      let last = wanted.map(\.lastDay).max()?.date, first <= last
    else { return nil }
    return first...last
  }

  /// The years between the first and the last return of an authority, by the day that ends them, of
  /// which there is none: nothing can be counted of them. Of all authorities when nil.
  public func missingYears(of authority: String?) -> [Int] {
    let wanted = zip(authorities, returns).filter { authority == nil || $0.0 == authority }
      .map(\.1).filter { $0.loaded != 0 }
    let spans = wanted.map { ($0.firstDay.returnYear...$0.lastDay.returnYear, $0.missing) }
    guard let first = spans.map(\.0.lowerBound).min(), let last = spans.map(\.0.upperBound).max()
    else { return [] }
    return (first...last).filter { year in
      !spans.contains { $0.0.contains(year) && !$0.1.contains(year) }
    }
  }

  /// The years that the returns of an authority cover, by the day that ends them.
  public func coveredYears(of authority: String?) -> [Int] {
    guard let coverage = coverage(of: authority) else { return [] }
    let missing = missingYears(of: authority)
    return (Day(coverage.lowerBound).returnYear...Day(coverage.upperBound).returnYear).filter {
      !missing.contains($0)
    }
  }

  /// The last days of all months that the returns cover.
  public var monthEnds: [CivilDate] {
    coveredYears(of: nil).flatMap { year in
      (0..<12).compactMap { Day.firstDay(ofReturn: year).date?.month.advanced(by: $0).lastDay }
    }
  }
}

/// What a file was, and what was read of it.
public struct FileReport: Sendable, Equatable {
  /// The path below the folder or zip that was opened.
  public let name: String

  /// The table that its columns make it; nil for XML and for files of something else.
  public let kind: TableKind?

  /// Whether it is the XML form.
  public let isXML: Bool

  /// How many rows were read.
  public let rows: Int

  /// The year in which its return ends; nil when nothing was read.
  public let year: Int?

  /// Why nothing was read; nil when it was.
  public let reason: String?
}

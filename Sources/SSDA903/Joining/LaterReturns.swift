import LookedAfter

/// Later returns joined with the rows that a history keeps of earlier ones, as if all had been read
/// together: a year that is in both is taken from the later ones.
struct LaterReturns {
  private let earlier: JoinedReturns
  private let later: JoinedReturns

  /// The sources and files of both, and where each source of theirs stands.
  private var sources: [ReturnSource] = []
  private var files: [FileReport] = []
  private var placesOfSources: (earlier: [Int?], later: [Int?]) = ([], [])
  private var placesOfFiles: (earlier: [Int?], later: [Int?]) = ([], [])
  private var years: [Int] = []

  /// - Throws: `ReturnError.cannotBeJoined`, with the reason.
  static func parts(
    joining later: JoinedReturns, to earlier: JoinedReturns
  ) throws(ReturnError) -> StoredParts {
    var join = try LaterReturns(later, earlier)
    return try join.run()
  }

  private init(_ later: JoinedReturns, _ earlier: JoinedReturns) throws(ReturnError) {
    guard earlier.authorities.count == 1, later.authorities.count == 1 else {
      throw .cannotBeJoined("they hold several authorities")
    }
    guard earlier.rows != nil, later.rows != nil else {
      throw .cannotBeJoined("an earlier version of the program kept them")
    }
    self.earlier = earlier
    self.later = later
    try takeSources()
    try refuseStrangers()
  }

  // MARK: Files and years

  private mutating func takeSources() throws(ReturnError) {
    let replaced = Set(later.coveredYears(of: nil))
    var isKept: [Bool] = []
    for source in earlier.sources {
      let span = source.firstYear...max(source.year, source.firstYear)
      let common = span.count { replaced.contains($0) }
      guard common == 0 || common == span.count else {
        throw .cannotBeJoined(
          "they came as one extract of \(Caseload.years(endingIn: source.firstYear)) to"
            + " \(Caseload.years(endingIn: source.year)), which the new files replace in part only")
      }
      isKept.append(common == 0)
    }
    let usedFiles = Set(zip(earlier.sources, isKept).filter(\.1).map(\.0.file))
    placesOfFiles.earlier = takeFiles(of: earlier) { place, file in
      usedFiles.contains(place) || file.year.map { !replaced.contains($0) } ?? false
    }
    placesOfFiles.later = takeFiles(of: later) { _, _ in true }
    placesOfSources.earlier = takeSources(of: earlier, placesOfFiles.earlier) { isKept[$0] }
    placesOfSources.later = takeSources(of: later, placesOfFiles.later) { _ in true }
    let ownYears = Set(earlier.years).subtracting(replaced).union(later.years)
    years = ownYears.sorted()
    guard years.count <= 64 else { throw .cannotBeJoined("they would be more than 64 returns") }
    for place in sources.indices {
      sources[place].ordinal = years.firstIndex(of: sources[place].year) ?? 0
    }
  }

  private mutating func takeFiles(
    of returns: JoinedReturns, _ isTaken: (Int, FileReport) -> Bool
  ) -> [Int?] {
    returns.files.enumerated().map { place, file in
      guard isTaken(place, file) else { return nil }
      files.append(file)
      return files.count - 1
    }
  }

  private mutating func takeSources(
    of returns: JoinedReturns, _ files: [Int?], _ isTaken: (Int) -> Bool
  ) -> [Int?] {
    returns.sources.enumerated().map { place, source in
      guard isTaken(place), let file = files[source.file] else { return nil }
      sources.append(ReturnSource(file: file, year: source.year, firstYear: source.firstYear))
      return sources.count - 1
    }
  }

  // MARK: Guards

  /// Refuses returns that lack most of the children whom they should have: those who were looked after
  /// as the year before ended, or whom the return had that they replace.
  private func refuseStrangers() throws(ReturnError) {
    let known = Set((0..<later.children.count).map { later.children[$0].key })
    let replaced = Set(later.coveredYears(of: nil))
    guard let first = replaced.min() else { return }
    let dayBefore = Day.lastDay(ofReturn: first - 1)
    let isNext = earlier.coveredYears(of: nil).contains(first - 1)
    var expected = 0
    var found = 0
    var birthsDiffer = 0
    for place in 0..<earlier.children.count {
      let child = earlier.children[place]
      let wasThere =
        isNext
        && child.episodes.contains {
          earlier.episodes[$0].start <= dayBefore && dayBefore < earlier.episodes[$0].end
        }
      let isReplaced =
        earlier.rows?.rows(of: place).contains {
          replaced.contains(earlier.sources[Int($0.source)].year)
        } ?? false
      guard wasThere || isReplaced else { continue }
      expected += 1
      if known.contains(child.key) { found += 1 }
    }
    let births = Dictionary(
      (0..<later.children.count).map { (later.children[$0].key, later.children[$0].birth) }
    ) { first, _ in first }
    var common = 0
    for place in 0..<earlier.children.count {
      let child = earlier.children[place]
      guard let birth = births[child.key], birth != .unknown, child.birth != .unknown else {
        continue
      }
      common += 1
      if birth != child.birth { birthsDiffer += 1 }
    }
    guard expected < 10 || found * 2 >= expected else {
      throw .cannotBeJoined(
        "\(expected - found) of the \(expected) children whom they should have by those rows are not in"
          + " them, so they are of another authority or their ids were changed")
    }
    guard birthsDiffer < 20 || birthsDiffer * 4 <= common else {
      throw .cannotBeJoined(
        "\(birthsDiffer) of \(common) children have another month of birth in them, so they are of"
          + " another authority or their ids were changed")
    }
  }

  // MARK: Join

  private struct Both {
    var earlier: Int?
    var later: Int?
  }

  private mutating func run() throws(ReturnError) -> StoredParts {
    var order: [ChildKey] = []
    var places: [ChildKey: Both] = [:]
    for place in 0..<earlier.children.count {
      order.append(earlier.children[place].key)
      places[earlier.children[place].key] = Both(earlier: place)
    }
    for place in 0..<later.children.count {
      let key = later.children[place].key
      if places[key] == nil { order.append(key) }
      places[key, default: Both()].later = place
    }
    var parts = StoredParts()
    var rows: [Episode] = []
    var starts: [Int32] = []
    var newPlaces: (earlier: [Int: Int32], later: [Int: Int32]) = ([:], [:])
    for key in order {
      guard let both = places[key] else { continue }
      let own =
        self.rows(of: both.earlier, earlier, placesOfSources.earlier)
        + self.rows(of: both.later, later, placesOfSources.later)
      guard !own.isEmpty else { continue }
      let place = Int32(truncatingIfNeeded: parts.children.count)
      if let old = both.earlier { newPlaces.earlier[old] = place }
      if let new = both.later { newPlaces.later[new] = place }
      var child = self.child(both, key)
      if let old = both.earlier, let new = both.later,
        isBornOtherwise(earlier.children[old], later.children[new])
      {
        parts.faults.append(
          Fault(
            .dobDiffers, file: UInt16(truncatingIfNeeded: header(of: later, placesOfFiles.later)),
            line: 0, child: place))
      }
      child.firstEpisode = Int32(truncatingIfNeeded: rows.count)
      child.episodeCount = Int32(truncatingIfNeeded: own.count)
      starts.append(child.firstEpisode)
      rows += own
      parts.children.append(child)
    }
    starts.append(Int32(truncatingIfNeeded: rows.count))
    parts.files = files
    parts.years = years
    parts.sources = sources
    parts.authorities = later.authorities
    parts.returns = [coverage(of: rows)]
    parts.rowCount = rowCount(rows)
    parts.rows = RawRows(rows, starts: starts)
    parts.removedCount = earlier.removedCount
    parts.removedUntil = earlier.removedUntil
    parts.kept = earlier.kept
    join(&parts, rows)
    parts.faults += faults(of: earlier, placesOfFiles.earlier, newPlaces.earlier)
    parts.faults += faults(of: later, placesOfFiles.later, newPlaces.later)
    parts.faults.sort {
      ($0.file, $0.line, $0.rule.rawValue) < ($1.file, $1.line, $1.rule.rawValue)
    }
    return parts
  }

  private func rows(of child: Int?, _ returns: JoinedReturns, _ places: [Int?]) -> [Episode] {
    guard let child, let rows = returns.rows else { return [] }
    return rows.rows(of: child).compactMap { row in
      guard let place = places[Int(row.source)] else { return nil }
      var row = row
      row.source = UInt16(truncatingIfNeeded: place)
      return row
    }
  }

  /// What is known of a child: the word of the latest return stands.
  private func child(_ both: Both, _ key: ChildKey) -> Child {
    var child = Child(key: key, authority: 0)
    let known = [both.earlier.map { earlier.children[$0] }, both.later.map { later.children[$0] }]
      .compactMap(\.self)
    let isLater = (later.years.last ?? 0) >= (earlier.years.last ?? 0)
    for one in isLater ? known : known.reversed() {
      if one.birth != .unknown { child.birth = one.birth }
      if one.sex != .unknown { child.sex = one.sex }
      if one.end18 != .unknown { child.end18 = one.end18 }
      if one.isInHeader { child.isInHeader = true }
      if one.isUASC, one.uascYear >= child.uascYear {
        child.isUASC = true
        child.uascYear = one.uascYear
        (child.uascEnd, child.uascMonth) = (one.uascEnd, one.uascMonth)
      }
    }
    // The end of UASC status that was of no matter to the earlier returns is when care went on.
    if let old = both.earlier, let new = both.later, earlier.children[old].isUASC,
      !later.children[new].isUASC, child.uascEnd == .open, child.uascMonth != .unknown
    {
      let last = earlier.children[old].periods.last.map { earlier.periods[$0].end } ?? .open
      child.uascEnd = max(child.uascMonth, min(last, earlier.returns[0].lastDay))
    }
    return child
  }

  private func isBornOtherwise(_ old: Child, _ new: Child) -> Bool {
    old.birth != .unknown && new.birth != .unknown && old.birth != new.birth
  }

  private func header(of returns: JoinedReturns, _ places: [Int?]) -> Int {
    let place = returns.files.firstIndex { $0.kind == .header || $0.isXML } ?? 0
    return places.indices.contains(place) ? places[place] ?? 0 : 0
  }

  /// The years that the rows are of, and those between of which there are none.
  private func coverage(of rows: [Episode]) -> AuthorityReturns {
    var coverage = AuthorityReturns()
    var covered: Set<Int> = []
    for place in Set(rows.map(\.source)) {
      let source = sources[Int(place)]
      guard source.year > 0 else { continue }
      coverage.loaded |= 1 << UInt64(source.ordinal)
      covered.formUnion(source.firstYear...source.year)
    }
    guard let first = covered.min(), let last = covered.max() else { return coverage }
    coverage.firstDay = Day.firstDay(ofReturn: first)
    coverage.lastDay = Day.lastDay(ofReturn: last)
    coverage.missing = (first...last).filter { !covered.contains($0) }
    return coverage
  }

  /// How many rows were read, those with them that could not be used.
  private func rowCount(_ rows: [Episode]) -> Int {
    files.reduce(0) { $0 + ($1.kind == .episodes || $1.isXML ? $1.rows : 0) }
  }

  private func join(_ parts: inout StoredParts, _ rows: [Episode]) {
    let isHeaderLoaded = parts.children.contains(where: \.isInHeader)
    var join = ChildJoin(
      sources: sources, years: years, returns: parts.returns, isHeaderLoaded: isHeaderLoaded,
      isOfStored: true)
    for place in parts.children.indices {
      var own = Array(rows[parts.children[place].episodes])
      parts.children[place].firstEpisode = 0
      own.withUnsafeMutableBufferPointer {
        join.join(&parts.children[place], number: place, rows: $0)
      }
      let shift = Int32(truncatingIfNeeded: parts.episodes.count)
      parts.children[place].firstEpisode = shift
      parts.episodes += own.prefix(Int(parts.children[place].episodeCount))
      for period in join.periods.suffix(Int(parts.children[place].periodCount)) {
        var moved = CarePeriod(
          child: period.child, firstEpisode: period.firstEpisode + shift,
          episodeCount: period.episodeCount, start: period.start, end: period.end,
          ceased: period.ceased, marks: period.marks)
        moved.ceased = period.ceased
        parts.periods.append(moved)
      }
    }
    parts.faults += join.faults
  }

  /// What was found in the files themselves, and what only days of birth tell; the rest is found again.
  private func faults(
    of returns: JoinedReturns, _ files: [Int?], _ children: [Int: Int32]
  ) -> [Fault] {
    returns.faults.compactMap { fault in
      guard !fault.rule.isFoundByJoining, let file = files[Int(fault.file)] else { return nil }
      var moved = fault
      moved.file = UInt16(truncatingIfNeeded: file)
      if fault.child >= 0 {
        guard let child = children[Int(fault.child)] else { return nil }
        moved.child = child
      }
      return moved
    }
  }
}

extension ImportRule {
  /// Whether it is broken by how rows go together, which is looked at again when others come.
  fileprivate var isFoundByJoining: Bool {
    switch self {
    case .brokenRow, .tooManyValues, .tooFewValues, .noChild, .decomUnreadable, .decUnreadable,
      .decBeforeDecom, .underOneDay, .rneInvalid, .lsInvalid, .cinInvalid, .placeInvalid,
      .providerInvalid, .recInvalid, .reasonInvalid, .decWithoutRec, .recWithoutDec, .smallLetters,
      .dobUnreadable, .ducUnreadable, .dobDiffers, .noEpisodes, .planRow, .planChildUnknown,
      .bornAfterStart, .supportedUnder16, .remandUnder10, .guardianshipAt18, .stayingPutUnder18:
      false
    default: true
    }
  }
}

import Pseudonyms

extension StoredParts {
  /// Reads what `StoredWriter` wrote, and checks that every place is one.
  init(_ bytes: [UInt8]) throws(ByteReader.Broken) {
    var reader = ByteReader(bytes)
    let beginning = try reader.text()
    let isBefore = beginning == StoredWriter.beginningBefore
    guard isBefore || beginning == StoredWriter.beginning else { throw ByteReader.Broken() }
    removedCount = Int(try reader.number(Int32.self))
    guard removedCount >= 0 else { throw ByteReader.Broken() }
    if !isBefore { removedUntil = try reader.day(or: .unknown) }
    forgotten = Set(
      try reader.list { (reader) throws(ByteReader.Broken) in
        ForgottenMark(number: try reader.number())
      })
    let codes = try StoredCodes(&reader)
    files = try reader.list(Self.file)
    if !isBefore { try readSources(&reader) }
    years = try reader.list { (reader) throws(ByteReader.Broken) in
      Int(try reader.number(Int32.self))
    }
    authorities = try reader.list { (reader) throws(ByteReader.Broken) in try reader.text() }
    returns = try reader.list { (reader) throws(ByteReader.Broken) in
      let loaded = try reader.number(UInt64.self)
      let first = try reader.day(or: .unknown)
      let last = try reader.day(or: .unknown)
      guard first <= last else { throw ByteReader.Broken() }
      let missing = try reader.list { (reader) throws(ByteReader.Broken) in
        Int(try reader.number(Int32.self))
      }
      return AuthorityReturns(
        loaded: loaded, firstDay: first, lastDay: last, missing: missing)
    }
    guard returns.count == authorities.count, !returns.isEmpty else { throw ByteReader.Broken() }
    rowCount = Int(try reader.number(Int32.self))
    let count = try reader.count()
    var found: (rows: [Episode], starts: [Int32]) = ([], [])
    for _ in 0..<count {
      try readChild(&reader, codes, isBefore: isBefore)
      guard !isBefore else { continue }
      found.starts.append(Int32(truncatingIfNeeded: found.rows.count))
      for _ in 0..<(try reader.count()) { found.rows.append(try row(&reader, codes)) }
    }
    if !sources.isEmpty {
      rows = RawRows(
        found.rows, starts: found.starts + [Int32(truncatingIfNeeded: found.rows.count)])
    }
    try readFaults(&reader)
    if try reader.number(UInt8.self) == 1 { try readPlans(&reader) }
    let kind = isBefore ? 0 : try reader.number(UInt8.self)
    guard kind <= StoredWriter.keptWithMoves else { throw ByteReader.Broken() }
    if kind > 0 {
      kept = try KeptFigures(&reader, hasMoves: kind == StoredWriter.keptWithMoves)
    }
    guard reader.isAtEnd else { throw ByteReader.Broken() }
  }

  private static func file(_ reader: inout ByteReader) throws(ByteReader.Broken) -> FileReport {
    let name = try reader.text()
    let kind = TableKind(rawValue: try reader.text())
    let isXML = try reader.number(UInt8.self) == 1
    let rows = Int(try reader.number(Int32.self))
    let year = Int(try reader.number(Int32.self))
    let reason = try reader.text()
    return FileReport(
      name: name, kind: kind, isXML: isXML, rows: rows, year: year == 0 ? nil : year,
      reason: reason.isEmpty ? nil : reason)
  }

  /// The sources of the rows, each with its place among the returns.
  private mutating func readSources(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    for _ in 0..<(try reader.count()) {
      let file = Int(try reader.number(UInt16.self))
      let year = Int(try reader.number(Int32.self))
      let firstYear = Int(try reader.number(Int32.self))
      guard file < files.count, firstYear <= year, year == 0 || (1850...2250).contains(firstYear),
        year <= 2250
      else { throw ByteReader.Broken() }
      sources.append(ReturnSource(file: file, year: year, firstYear: firstYear))
    }
  }

  private func row(
    _ reader: inout ByteReader, _ codes: StoredCodes
  ) throws(ByteReader.Broken) -> Episode {
    let start = try reader.day(or: .unknown)
    let end = try reader.day(or: .open)
    let line = try reader.number(UInt32.self)
    let source = try reader.number(UInt16.self)
    var row = Episode(
      start: start, end: end, line: line, source: source,
      newEpisode: try codes.code(0, reader.number()),
      legalStatus: try codes.code(1, reader.number()), need: try codes.code(2, reader.number()),
      placement: try codes.code(3, reader.number()), provider: try codes.code(4, reader.number()),
      ceased: try codes.code(5, reader.number()),
      placementChange: try codes.code(6, reader.number()), settled: .blank, marks: [])
    row.settled = row.placement
    row.marks = Episode.Marks(rawValue: try reader.number())
    guard Int(source) < sources.count, start <= end,
      start != .unknown || row.marks.contains(.leftOut)
    else { throw ByteReader.Broken() }
    return row
  }

  private mutating func readChild(
    _ reader: inout ByteReader, _ codes: StoredCodes, isBefore: Bool
  ) throws(ByteReader.Broken) {
    var name: [UInt8] = []
    for _ in 0..<16 { name.append(try reader.number()) }
    guard Pseudonym(written: String(decoding: name, as: UTF8.self)) != nil else {
      throw ByteReader.Broken()
    }
    let authority = try reader.number(UInt16.self)
    guard Int(authority) < authorities.count,
      authority >= children.last?.authority ?? 0
    else { throw ByteReader.Broken() }
    var child = Child(key: ChildKey(name), authority: authority)
    child.sex = Sex(rawValue: try reader.number()) ?? .unknown
    let flags = try reader.number(UInt8.self)
    child.isInHeader = flags & 1 == 1
    child.isUASC = flags & 2 == 2
    child.birth = try reader.day(or: .unknown)
    child.uascEnd = try reader.day(or: .open, .unknown)
    if !isBefore {
      child.uascMonth = try reader.day(or: .unknown)
      child.uascYear = try reader.number()
      child.end18 = try reader.day(or: .unknown)
    }
    child.firstEpisode = Int32(truncatingIfNeeded: episodes.count)
    let episodeCount = try reader.count()
    for _ in 0..<episodeCount { episodes.append(try Self.episode(&reader, codes)) }
    child.episodeCount = Int32(truncatingIfNeeded: episodeCount)
    child.firstPeriod = Int32(truncatingIfNeeded: periods.count)
    let periodCount = try reader.count()
    for _ in 0..<periodCount { periods.append(try period(&reader, codes, of: child)) }
    child.periodCount = Int32(truncatingIfNeeded: periodCount)
    children.append(child)
  }

  private static func episode(
    _ reader: inout ByteReader, _ codes: StoredCodes
  ) throws(ByteReader.Broken) -> Episode {
    let start = try reader.day()
    let end = try reader.day(or: .open)
    guard start <= end else { throw ByteReader.Broken() }
    return Episode(
      start: start, end: end, line: 0, source: 0,
      newEpisode: try codes.code(0, reader.number()),
      legalStatus: try codes.code(1, reader.number()), need: try codes.code(2, reader.number()),
      placement: try codes.code(3, reader.number()), provider: try codes.code(4, reader.number()),
      ceased: try codes.code(5, reader.number()),
      placementChange: try codes.code(6, reader.number()),
      settled: try codes.code(3, reader.number()),
      marks: Episode.Marks(rawValue: try reader.number()))
  }

  private func period(
    _ reader: inout ByteReader, _ codes: StoredCodes, of child: Child
  ) throws(ByteReader.Broken) -> CarePeriod {
    let first = try reader.number(Int32.self)
    let count = try reader.number(Int32.self)
    guard first >= 0, count > 0, Int(first) + Int(count) <= Int(child.episodeCount) else {
      throw ByteReader.Broken()
    }
    let start = try reader.day()
    let end = try reader.day(or: .open)
    guard start <= end else { throw ByteReader.Broken() }
    return CarePeriod(
      child: Int32(truncatingIfNeeded: children.count), firstEpisode: child.firstEpisode + first,
      episodeCount: count, start: start, end: end, ceased: try codes.code(5, reader.number()),
      marks: CarePeriod.Marks(rawValue: try reader.number()))
  }

  private mutating func readFaults(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    let names = try reader.list { (reader) throws(ByteReader.Broken) in try reader.text() }
    let rules = names.map { name in ImportRule.allCases.first { "\($0)" == name } }
    let columns = try reader.list { (reader) throws(ByteReader.Broken) in try reader.text() }
    let fields = columns.map { name in Field.allCases.first { $0.name == name } ?? .none }
    for _ in 0..<(try reader.count()) {
      let rule = Int(try reader.number(UInt8.self))
      let field = Int(try reader.number(UInt8.self))
      let file = try reader.number(UInt16.self)
      let line = try reader.number(UInt32.self)
      let child = try reader.number(Int32.self)
      let start = try reader.day(or: .unknown)
      guard rules.indices.contains(rule), fields.indices.contains(field),
        Int(file) < files.count, Int(child) < children.count
      else { throw ByteReader.Broken() }
      // A rule that there is no longer says nothing.
      guard let rule = rules[rule] else { continue }
      faults.append(
        Fault(rule, fields[field], file: file, line: line, child: child, start: start))
    }
  }

  private mutating func readPlans(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    let name = try reader.text()
    var rows: [PlanRow] = []
    for _ in 0..<(try reader.count()) {
      let child = Int(try reader.number(Int32.self))
      guard children.indices.contains(child), let kind = PlanKind(rawValue: try reader.text())
      else { throw ByteReader.Broken() }
      let start = try reader.day()
      let end = try reader.day(or: .open)
      guard start <= end else { throw ByteReader.Broken() }
      rows.append(
        PlanRow(
          key: children[child].key, authority: Int(children[child].authority), kind: kind,
          start: start, end: end, outcome: "", stage: try reader.text()))
    }
    let findings = try reader.list { (reader) throws(ByteReader.Broken) in
      let rule = try reader.number(UInt8.self) == 1 ? ImportRule.planChildUnknown : .planRow
      let line = Int(try reader.number(Int32.self))
      return ImportFinding(
        rule: rule, child: nil, file: name, line: line > 0 ? line : nil, field: try reader.text(),
        episodeStart: nil)
    }
    plans = PlanFile(name: name, rows: rows, authorities: authorities, findings: findings)
  }
}

extension ByteReader {
  /// A day of the years in which there can be returns, or one of some days that mean something else.
  mutating func day(or others: Day...) throws(Broken) -> Day {
    let day = try number(Day.self)
    guard Self.days.contains(day) || others.contains(day) else { throw Broken() }
    return day
  }

  private static let days = Day.lastDay(ofReturn: 1850)...Day.lastDay(ofReturn: 2250)
}

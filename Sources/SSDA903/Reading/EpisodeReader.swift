import CSV

/// Consecutive rows of one child.
struct Run: Sendable {
  let key: ChildKey

  /// The authority, as a place in the list of the stretch.
  let authority: UInt16

  /// The first of the rows.
  let start: Int32
}

/// The rows of a stretch of an episodes file.
struct EpisodeRows: Sendable {
  var rows: ContiguousArray<Episode> = []
  var runs: ContiguousArray<Run> = []
  var faults: ContiguousArray<Fault> = []
  var authorities: [String] = [""]
  var monthFirst = MonthFirst()

  /// How many rows started, and how many ended, in each financial year.
  var starts = FinancialYears.Histogram()
  var ends = FinancialYears.Histogram()

  /// How many rows there were, those left out included.
  var count = 0

  /// The rows of a run, as places in `rows`: they go to where the next run starts.
  @inline(__always)
  func places(ofRun index: Int) -> Range<Int> {
    let end = index + 1 < runs.count ? Int(runs[index + 1].start) : rows.count
    return Int(runs[index].start)..<end
  }
}

/// Turns the records of an episodes file into rows.
struct EpisodeReader: RecordTaker {
  private(set) var out = EpisodeRows()

  private let columns: TableColumns
  private let child: Int, decom: Int, rne: Int, ls: Int, cin: Int, place: Int, provider: Int
  private let dec: Int, rec: Int, reason: Int, authority: Int, year: Int
  private let dates: DateReader
  private let years: FinancialYears
  private let tables: CodeTables
  private var key: ChildKey?
  private var authorityPlace: UInt16 = 0
  private var authorityWord: ChildKey?

  /// - Parameter size: how many bytes are going to be read, to have room for their rows.
  init(_ columns: TableColumns, tools: ReadingTools, size: Int = 0) {
    self.columns = columns
    // A row takes seventy bytes or so; one too few for the rows costs a copy, no more.
    out.rows.reserveCapacity(size / 64)
    out.runs.reserveCapacity(size / 200)
    child = columns.place(.child)
    decom = columns.place(.decom)
    rne = columns.place(.rne)
    ls = columns.place(.ls)
    cin = columns.place(.cin)
    place = columns.place(.place)
    provider = columns.place(.provider)
    dec = columns.place(.dec)
    rec = columns.place(.rec)
    reason = columns.place(.reason)
    authority = columns.place(.authority)
    year = columns.place(.year)
    dates = tools.dates
    years = tools.years
    tables = tools.codes
  }

  mutating func skip(line: UInt32) { report(.brokenRow, line: line, child: -1) }

  mutating func take(_ record: Record) {
    out.count &+= 1
    let line = record.line
    if record.count != columns.width, !hasUsableWidth(record) { return }
    let id = record.value(child)
    guard id.count > 0 else {
      report(.noChild, line: line, child: -1)
      return
    }
    startRun(id, record)
    let run = Int32(truncatingIfNeeded: out.runs.count &- 1)
    var row = Episode(
      start: .unknown, end: .open, line: line, source: readYear(record), newEpisode: .blank,
      legalStatus: .blank, need: .blank, placement: .blank, provider: .blank, ceased: .blank,
      placementChange: .blank, settled: .blank, marks: [])
    let startText = record.value(decom)
    guard let start = dates.day(startText.base, count: startText.count) else {
      report(.decomUnreadable, line: line, child: run)
      out.monthFirst.note(startText.base, count: startText.count, line: line)
      row.marks = .leftOut
      out.rows.append(row)
      return
    }
    row.start = start
    out.starts.count(years.index(of: start))
    let endText = record.value(dec)
    if endText.count > 0 {
      if let end = dates.day(endText.base, count: endText.count) {
        row.end = end
        out.ends.count(years.index(of: end))
        if end <= start {
          guard end == start else {
            report(.decBeforeDecom, line: line, child: run, start: start)
            row.marks = .leftOut
            out.rows.append(row)
            return
          }
          report(.underOneDay, line: line, child: run, start: start)
        }
      } else {
        report(.decUnreadable, line: line, child: run, start: start)
        out.monthFirst.note(endText.base, count: endText.count, line: line)
      }
    }
    row.newEpisode =
      read(tables.newEpisode, record, rne, .rne, .rneInvalid, run, start) ?? .invalid
    row.legalStatus =
      read(tables.legalStatus, record, ls, .ls, .lsInvalid, run, start) ?? .invalid
    row.need = read(tables.need, record, cin, .cin, .cinInvalid, run, start) ?? .invalid
    row.placement =
      read(tables.placement, record, place, .place, .placeInvalid, run, start) ?? .invalid
    row.provider =
      read(
        tables.provider, record, provider, .provider, .providerInvalid, run, start, mayBeBlank: true
      )
      ?? .invalid
    row.ceased =
      read(tables.ceased, record, rec, .rec, .recInvalid, run, start, mayBeBlank: true) ?? .invalid
    row.placementChange =
      read(
        tables.placementChange, record, reason, .reason, .reasonInvalid, run, start,
        mayBeBlank: true)
      ?? .invalid
    if row.end == .open {
      if row.ceased != .blank, endText.count == 0 {
        report(.recWithoutDec, line: line, child: run, start: start)
      }
      row.ceased = .blank
    } else if row.ceased == .blank {
      report(.decWithoutRec, line: line, child: run, start: start)
    }
    row.settled = row.placement
    out.rows.append(row)
  }

  // MARK: Parts

  /// Whether a record with another number of values than the header can be used.
  private mutating func hasUsableWidth(_ record: Record) -> Bool {
    if record.count < columns.width {
      report(.tooFewValues, line: record.line, child: -1)
      return true
    }
    // Some systems end every line with commas; anything in them means that values have shifted.
    let isBlank =
      record.count <= record.fields.count
      && (columns.width..<record.count).allSatisfy { record.value($0).count == 0 }
    if !isBlank { report(.tooManyValues, line: record.line, child: -1) }
    return isBlank
  }

  @inline(__always)
  private mutating func startRun(_ id: (base: UnsafeRawPointer, count: Int), _ record: Record) {
    let key = Record.key(id)
    let before = authorityPlace
    if authority < record.count { readAuthority(record) }
    if key == self.key, before == authorityPlace { return }
    self.key = key
    out.runs.append(
      Run(
        key: key, authority: authorityPlace, start: Int32(truncatingIfNeeded: out.rows.count)))
  }

  private mutating func readAuthority(_ record: Record) {
    let value = record.value(authority)
    let bytes = UnsafeRawBufferPointer(start: value.base, count: value.count)
    let word = ChildKey(bytes)
    if word == authorityWord { return }
    authorityWord = word
    let name = String(decoding: bytes, as: UTF8.self)
    if let index = out.authorities.firstIndex(of: name) {
      authorityPlace = UInt16(index)
    } else if out.authorities.count < Int(UInt16.max) {
      authorityPlace = UInt16(out.authorities.count)
      out.authorities.append(name)
    }
  }

  /// The year of the return that the row names, less 1900; 0 when it names none.
  @inline(__always)
  private func readYear(_ record: Record) -> UInt16 {
    guard year < record.count else { return 0 }
    let value = record.value(year)
    guard value.count == 4 else { return 0 }
    var number = 0
    for index in 0..<4 {
      let byte = value.base.load(fromByteOffset: index, as: UInt8.self)
      guard byte >= 0x30, byte <= 0x39 else { return 0 }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return DateReader.years.contains(number) ? UInt16(number - 1900) : 0
  }

  @inline(__always)
  private mutating func read<Code: StatutoryCode>(
    _ table: CodeTable<Code>, _ record: Record, _ place: Int, _ field: Field, _ rule: ImportRule,
    _ run: Int32, _ start: Day, mayBeBlank: Bool = false
  ) -> Code? {
    let value = record.value(place)
    if value.count <= 8 {
      let known = table.value(of: Record.word(value.base, value.count))
      if known != CodeTable<Code>.unknown {
        if known == 0, !mayBeBlank { report(rule, line: record.line, child: run, start: start) }
        return Code(rawValue: known)
      }
      let capital = table.value(of: Self.capitals(value))
      if capital != CodeTable<Code>.unknown {
        report(.smallLetters, field, line: record.line, child: run, start: start)
        return Code(rawValue: capital)
      }
    }
    report(rule, line: record.line, child: run, start: start)
    return nil
  }

  private static func capitals(_ value: (base: UnsafeRawPointer, count: Int)) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<value.count {
      var byte = value.base.load(fromByteOffset: index, as: UInt8.self)
      if byte >= 0x61, byte <= 0x7A { byte -= 0x20 }
      word |= UInt64(byte) << UInt64(8 * index)
    }
    return word
  }

  private mutating func report(
    _ rule: ImportRule, _ field: Field = .none, line: UInt32, child: Int32, start: Day = .unknown
  ) {
    out.faults.append(Fault(rule, field, line: line, child: child, start: start))
  }
}

/// What every reader needs, made once.
struct ReadingTools: Sendable {
  let dates = DateReader()
  let years = FinancialYears()
  let codes = CodeTables()
}

/// The code lists, ready to look up.
struct CodeTables: Sendable {
  let newEpisode = CodeTable<ReasonForNewEpisode>()
  let legalStatus = CodeTable<LegalStatus>()
  let need = CodeTable<CategoryOfNeed>()
  let placement = CodeTable<Placement>()
  let provider = CodeTable<PlacementProvider>()
  let ceased = CodeTable<ReasonEpisodeCeased>()
  let placementChange = CodeTable<ReasonForPlacementChange>()
}

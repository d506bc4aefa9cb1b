import LookedAfter

/// How kept figures are written: by the names of what they count, for lists may change.
extension KeptFigures {
  func write(to writer: inout ByteWriter) {
    writer.append(counts.values.sorted { $0.date < $1.date }) { writer, counts in
      writer.append(Day(counts.date))
      writer.append(count: counts.total)
      writer.append(count: counts.respite)
      writer.append(count: counts.unallocated)
      writer.append(Array(zip(counts.ids, counts.cohorts))) { writer, cohort in
        writer.append(cohort.0.rawValue)
        writer.append(count: cohort.1)
      }
    }
    writer.append(BreakdownKind.allCases.filter { breakdowns[$0] != nil }) { writer, kind in
      writer.append(kind.rawValue)
      writer.append(kind.categories) { $0.append($1.key) }
      writer.append((breakdowns[kind] ?? [:]).sorted { $0.key < $1.key }) { writer, line in
        writer.append(line.key)
        writer.append(line.value) { $0.append(count: $1) }
      }
    }
    writer.append(stability.values.sorted { $0.date < $1.date }) { writer, figures in
      writer.append(Day(figures.date))
      for number in figures.numbers { writer.append(count: number) }
    }
    let order = flows.sorted {
      ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
    }
    writer.append(order) { writer, line in
      writer.append(line.key.lowerBound)
      writer.append(line.key.upperBound)
      line.value.write(to: &writer)
    }
    writer.append(moves.values.sorted { $0.to < $1.to }) { $1.write(to: &$0) }
  }

  /// - Parameter hasMoves: whether moves between cohorts were kept with the rest.
  init(_ reader: inout ByteReader, hasMoves: Bool) throws(ByteReader.Broken) {
    self.init()
    for _ in 0..<(try reader.count()) {
      let date = try reader.date()
      let numbers = (try reader.size(), try reader.size(), try reader.size())
      let cohorts = try reader.list { (reader) throws(ByteReader.Broken) in
        (CohortID(rawValue: try reader.text()), try reader.size())
      }
      counts[Day(date)] = CohortCounts(
        date: date, total: numbers.0, respite: numbers.1, cohorts: cohorts.map(\.1),
        unallocated: numbers.2, ids: cohorts.map(\.0))
    }
    for _ in 0..<(try reader.count()) { try readBreakdown(&reader) }
    for _ in 0..<(try reader.count()) {
      let date = try reader.date()
      var numbers: [Int] = []
      for _ in 0..<PlacementStability.numberCount { numbers.append(try reader.size()) }
      stability[Day(date)] = PlacementStability(date: date, numbers: numbers)
    }
    for _ in 0..<(try reader.count()) {
      let days = (try reader.date(), try reader.date())
      guard days.0 <= days.1 else { throw ByteReader.Broken() }
      let stretch = days.0...days.1
      flows[Day(days.0)...Day(days.1)] = try CareFlows(days: stretch, &reader)
    }
    guard hasMoves else { return }
    for _ in 0..<(try reader.count()) {
      let month = try MonthMoves(&reader)
      moves[Day(month.to)] = month
    }
  }

  private mutating func readBreakdown(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    let kind = BreakdownKind(rawValue: try reader.text())
    let keys = try reader.list { (reader) throws(ByteReader.Broken) in try reader.text() }
    let known = kind?.categories.map(\.key) ?? []
    for _ in 0..<(try reader.count()) {
      let day = Day(try reader.date())
      let numbers = try reader.list { (reader) throws(ByteReader.Broken) in try reader.size() }
      guard numbers.count == keys.count else { throw ByteReader.Broken() }
      let byKey = Dictionary(zip(keys, numbers), uniquingKeysWith: +)
      // A line that there is no longer cannot be shown, so nothing of the kind is.
      guard let kind, byKey.allSatisfy({ $0.value == 0 || known.contains($0.key) }) else {
        continue
      }
      breakdowns[kind, default: [:]][day] = known.map { byKey[$0] ?? 0 }
    }
  }
}

extension PlacementStability {
  static let numberCount = 7

  var numbers: [Int] {
    [
      lookedAfter, threeOrMoreCarers, threeOrMorePlacements, longTerm, longTermStable, ageUnknown,
      allYear,
    ]
  }

  init(date: CivilDate, numbers: [Int]) {
    self.init(date: date)
    guard numbers.count == Self.numberCount else { return }
    (lookedAfter, threeOrMoreCarers, threeOrMorePlacements) = (numbers[0], numbers[1], numbers[2])
    (longTerm, longTermStable, ageUnknown, allYear) = (
      numbers[3], numbers[4], numbers[5], numbers[6]
    )
  }
}

extension CareFlows {
  fileprivate func write(to writer: inout ByteWriter) {
    func append(_ lines: [(String, Int)]) {
      writer.append(lines.sorted { $0.0 < $1.0 }) { writer, line in
        writer.append(line.0)
        writer.append(count: line.1)
      }
    }
    append(started.map { ($0.key.rawValue, $0.value) })
    append(ceased.map { ($0.key.rawValue, $0.value) })
    append(ceasedMeasures.map { ($0.key.rawValue, $0.value) })
    append(childrenCeasingByRoute.map { ($0.key.rawValue, $0.value) })
    append(durations.map { ($0.key.rawValue, $0.value.count) })
    append(durations.map { ($0.key.rawValue, $0.value.days) })
    for number in [lost, childrenStarting, childrenCeasing] { writer.append(count: number) }
  }

  fileprivate init(
    days: ClosedRange<CivilDate>, _ reader: inout ByteReader
  ) throws(ByteReader.Broken) {
    self.init(days: days)
    func lines() throws(ByteReader.Broken) -> [(String, Int)] {
      try reader.list { (reader) throws(ByteReader.Broken) in (try reader.text(), try reader.size())
      }
    }
    func routes() throws(ByteReader.Broken) -> [ExitRoute: Int] {
      var found: [ExitRoute: Int] = [:]
      for (key, number) in try lines() { found[ExitRoute(rawValue: key) ?? .other] = number }
      return found
    }
    for (key, number) in try lines() { started[EntryRoute(rawValue: key) ?? .other] = number }
    ceased = try routes()
    for (key, number) in try lines() { ceasedMeasures[MeasureID(rawValue: key)] = number }
    childrenCeasingByRoute = try routes()
    let counts = try routes()
    let sums = try routes()
    durations = counts.mapValues { DayCount(count: $0) }
    for (route, days) in sums { durations[route]?.days = days }
    lost = try reader.size()
    childrenStarting = try reader.size()
    childrenCeasing = try reader.size()
  }
}

extension ByteReader {
  /// A number that is not below zero.
  mutating func size() throws(Broken) -> Int {
    let number = Int(try number(Int32.self))
    guard number >= 0 else { throw Broken() }
    return number
  }

  mutating func date() throws(Broken) -> CivilDate {
    guard let date = try day().date else { throw Broken() }
    return date
  }
}

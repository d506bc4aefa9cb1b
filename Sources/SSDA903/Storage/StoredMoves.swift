import LookedAfter

/// How kept moves are written: cohorts and routes by name, for lists may change.
extension MonthMoves {
  func write(to writer: inout ByteWriter) {
    writer.append(Day(from))
    writer.append(Day(to))
    writer.append(Array(zip(cohorts, before))) { writer, cohort in
      writer.append(cohort.0.rawValue)
      writer.append(count: cohort.1)
    }
    let lines = moves.map { (cohort: $0.cohort.rawValue, kind: $0.kind.word, count: $1) }
      .sorted { ($0.cohort, $0.kind) < ($1.cohort, $1.kind) }
    writer.append(lines) { writer, line in
      writer.append(line.cohort)
      writer.append(line.kind)
      writer.append(count: line.count)
    }
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    from = try reader.date()
    to = try reader.date()
    let standing = try reader.list { (reader) throws(ByteReader.Broken) in
      (CohortID(rawValue: try reader.text()), try reader.size())
    }
    cohorts = standing.map(\.0)
    before = standing.map(\.1)
    for _ in 0..<(try reader.count()) {
      let cohort = CohortID(rawValue: try reader.text())
      guard let kind = Decomposition.Kind(word: try reader.text()), from < to else {
        throw ByteReader.Broken()
      }
      moves[Move(cohort: cohort, kind: kind), default: 0] += try reader.size()
    }
  }
}

extension Decomposition.Kind {
  fileprivate var word: String {
    switch self {
    case .started(let route): "started.\(route.rawValue)"
    case .cameFrom(let cohort): "from.\(cohort.rawValue)"
    case .left(let route): "left.\(route.rawValue)"
    case .wentTo(let cohort): "to.\(cohort.rawValue)"
    case .lost: "lost"
    }
  }

  fileprivate init?(word: String) {
    let parts = word.split(separator: ".", maxSplits: 1).map(String.init)
    let name = parts.count > 1 ? parts[1] : ""
    switch parts.first {
    case "started": self = .started(EntryRoute(rawValue: name) ?? .other)
    case "left": self = .left(ExitRoute(rawValue: name) ?? .other)
    case "to": self = .wentTo(CohortID(rawValue: name))
    case "lost": self = .lost
    default: return nil
    }
  }
}

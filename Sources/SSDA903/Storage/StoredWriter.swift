import LookedAfter
import Pseudonyms

/// Writes joined returns as bytes. The same returns give the same bytes, in whatever order the
/// files had them: children stand in the order of their pseudonyms.
struct StoredWriter {
  static let beginning = "lac 903 rows 3"

  /// The form before: without the rows as they were before they were joined, and without figures that
  /// were kept when rows were removed.
  static let beginningBefore = "lac 903 rows 2"

  /// What stands before figures that were kept; 1 where the moves between cohorts are not among them.
  static let keptWithMoves: UInt8 = 2

  private let returns: JoinedReturns
  private let plans: PlanFile?
  private let key: PseudonymKey?

  /// - Parameter key: the secret of the pseudonyms; nil for returns that have them already.
  init(_ returns: JoinedReturns, _ plans: PlanFile?, key: PseudonymKey?) {
    self.returns = returns
    self.plans = plans
    self.key = key
  }

  /// The bytes without some children, given by their places.
  ///
  /// - Parameters:
  ///   - removed: the places of the children.
  ///   - forgotten: the marks of children who were left out before.
  ///   - count: how many are left out in all; nil for those who were left out and these.
  ///   - kept: what was counted while all were there.
  func bytes(
    removing removed: Set<Int>, forgotten: Set<ForgottenMark> = [], count: Int? = nil,
    kept: KeptFigures? = nil
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.beginning)
    writer.append(count: count ?? returns.removedCount + removed.count)
    writer.append(removed.map(lastDay).reduce(returns.removedUntil, max))
    let marks = forgotten.union(removed.map { ForgottenMark(of: name(of: $0)) })
    writer.append(marks.map(\.number).sorted()) { $0.append($1) }
    StoredCodes.write(to: &writer)
    append(returns.files, to: &writer)
    writer.append(returns.rows == nil ? [] : returns.sources) { writer, source in
      writer.append(UInt16(truncatingIfNeeded: source.file))
      writer.append(count: source.year)
      writer.append(count: source.firstYear)
    }
    writer.append(returns.years) { $0.append(count: $1) }
    writer.append(returns.authorities) { $0.append($1) }
    writer.append(returns.returns) { writer, one in
      writer.append(one.loaded)
      writer.append(one.firstDay)
      writer.append(one.lastDay)
      writer.append(one.missing) { $0.append(count: $1) }
    }
    writer.append(count: returns.rowCount)
    let places = (0..<returns.children.count).filter { !removed.contains($0) }
      .map { (place: $0, name: name(of: $0)) }
      .sorted { left, right in
        let authorities = [left, right].map { returns.children[$0.place].authority }
        return (authorities[0], left.name) < (authorities[1], right.name)
      }
    writer.append(places) { append($1.place, $1.name, to: &$0) }
    appendFaults(places.map(\.place), to: &writer)
    appendPlans(of: places, to: &writer)
    writer.append(kept == nil ? 0 : Self.keptWithMoves)
    kept?.write(to: &writer)
    return writer.bytes
  }

  /// The last day on which something of a child shows.
  private func lastDay(_ child: Int) -> Day {
    let found = returns.children[child]
    let last = found.episodes.map { returns.episodes[$0].end }.max() ?? .unknown
    return min(last, returns.returns[Int(found.authority)].lastDay)
  }

  private func name(of child: Int) -> String {
    let found = returns.children[child]
    guard let key else { return Pseudonym(stored: found.key).description }
    return Pseudonym(found, of: returns, key: key).description
  }

  private func append(_ files: [FileReport], to writer: inout ByteWriter) {
    writer.append(files) { writer, file in
      writer.append(file.name)
      writer.append(file.kind?.rawValue ?? "")
      writer.append(UInt8(file.isXML ? 1 : 0))
      writer.append(count: file.rows)
      writer.append(count: file.year ?? 0)
      writer.append(file.reason ?? "")
    }
  }

  // MARK: Children

  private func append(_ place: Int, _ name: String, to writer: inout ByteWriter) {
    let child = returns.children[place]
    for byte in name.utf8 { writer.append(byte) }
    writer.append(child.authority)
    writer.append(child.sex.rawValue)
    writer.append(UInt8((child.isInHeader ? 1 : 0) | (child.isUASC ? 2 : 0)))
    writer.append(child.birth.firstOfMonth)
    writer.append(uascEnd(of: child))
    writer.append(uascMonth(of: child))
    writer.append(child.uascYear)
    writer.append(end18(of: child, place))
    writer.append(count: child.episodes.count)
    for index in child.episodes { append(returns.episodes[index], to: &writer) }
    writer.append(count: child.periods.count)
    for index in child.periods { append(returns.periods[index], child, to: &writer) }
    writer.append(returns.rows?.rows(of: place) ?? []) { append(row: $1, of: child, to: &$0) }
  }

  /// When a child ceased to be UASC while in care. Most do on the 18th birthday, which is nobody's
  /// business: where care has ended by then, or the returns do not reach so far, it is left open.
  private func uascEnd(of child: Child) -> Day {
    let lastDay = returns.returns[Int(child.authority)].lastDay
    let last = child.periods.last.map { returns.periods[$0].end } ?? .open
    return child.uascEnd < min(last, lastDay) ? child.uascEnd : .open
  }

  /// The month of what `uascEnd` leaves open, from which it is known again when care goes on.
  private func uascMonth(of child: Child) -> Day {
    guard uascEnd(of: child) == .open else { return .unknown }
    return child.uascEnd == .open ? child.uascMonth : child.uascEnd.firstOfMonth
  }

  /// The 18th birthday where a row runs past it: there it is the day on which the child left.
  private func end18(of child: Child, _ place: Int) -> Day {
    guard !returns.isStored, child.birth != .unknown, let rows = returns.rows else {
      return child.end18
    }
    let birthday = child.birth.birthday(18)
    let lastDay = returns.returns[Int(child.authority)].lastDay
    let isPassed = rows.rows(of: place).contains { row in
      !row.marks.contains(.leftOut) && (row.end == .open ? birthday <= lastDay : row.end > birthday)
    }
    return isPassed ? birthday : .unknown
  }

  /// A row as it was before it was joined.
  private func append(row: Episode, of child: Child, to writer: inout ByteWriter) {
    var marks = row.marks
    let isLeftOut = marks.contains(.leftOut)
    if !returns.isStored, !isLeftOut, child.isAdult(on: row.end) { marks.insert(.isAdultAtEnd) }
    writer.append(isLeftOut ? Day.unknown : row.start)
    writer.append(isLeftOut ? Day.open : row.end)
    writer.append(row.line)
    writer.append(row.source)
    for code in [
      row.newEpisode.rawValue, row.legalStatus.rawValue, row.need.rawValue, row.placement.rawValue,
      row.provider.rawValue, row.ceased.rawValue, row.placementChange.rawValue, marks.rawValue,
    ] { writer.append(code) }
  }

  private func append(_ episode: Episode, to writer: inout ByteWriter) {
    writer.append(episode.start)
    writer.append(episode.end)
    for code in [
      episode.newEpisode.rawValue, episode.legalStatus.rawValue, episode.need.rawValue,
      episode.placement.rawValue, episode.provider.rawValue, episode.ceased.rawValue,
      episode.placementChange.rawValue, episode.settled.rawValue,
      episode.marks.subtracting(.isAdultAtEnd).rawValue,
    ] { writer.append(code) }
  }

  private func append(_ period: CarePeriod, _ child: Child, to writer: inout ByteWriter) {
    var marks = period.marks
    if !returns.isStored, child.isAdult(on: period.end) { marks.insert(.isAdultAtEnd) }
    writer.append(count: Int(period.firstEpisode - child.firstEpisode))
    writer.append(period.episodeCount)
    writer.append(period.start)
    writer.append(period.end)
    writer.append(period.ceased.rawValue)
    writer.append(marks.rawValue)
  }

  // MARK: Findings

  /// The findings, with the rules by name. One that is about a child who is left out goes with it.
  private func appendFaults(_ kept: [Int], to writer: inout ByteWriter) {
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    writer.append(ImportRule.allCases) { $0.append("\($1)") }
    writer.append(Field.allCases) { $0.append($1.name) }
    let faults = returns.faults.filter { $0.child < 0 || places[Int($0.child)] != nil }
    writer.append(Array(faults)) { writer, fault in
      writer.append(fault.rule.rawValue)
      writer.append(fault.field.rawValue)
      writer.append(fault.file)
      writer.append(fault.line)
      writer.append(Int32(truncatingIfNeeded: places[Int(fault.child)] ?? -1))
      writer.append(fault.start)
    }
  }

  // MARK: Plans

  private struct Owner: Hashable {
    let key: ChildKey
    let authority: Int
  }

  /// The plans of the children that stay. What became of a plan is free text, and is not kept; of a
  /// stage only words that are known.
  private func appendPlans(of kept: [(place: Int, name: String)], to writer: inout ByteWriter) {
    guard let plans else { return writer.append(UInt8(0)) }
    writer.append(UInt8(1))
    writer.append(plans.name)
    var places: [Owner: Int] = [:]
    for (number, child) in kept.enumerated() {
      let found = returns.children[child.place]
      places[Owner(key: found.key, authority: Int(found.authority))] = number
    }
    let authorities = plans.authorities.map { returns.place(ofPlanAuthority: $0) }
    let rows = plans.rows.compactMap { row in
      places[Owner(key: row.key, authority: authorities[row.authority])].map { ($0, row) }
    }
    writer.append(rows) { writer, row in
      writer.append(count: row.0)
      writer.append(row.1.kind.rawValue)
      writer.append(row.1.start)
      writer.append(row.1.end)
      writer.append(Self.stage(row.1.stage))
    }
    appendFindings(of: plans, to: &writer)
  }

  /// What was wrong with the plan file, the plans of unknown children with it: line and column only.
  private func appendFindings(of plans: PlanFile, to writer: inout ByteWriter) {
    let unknown = PlanSpans(plans, returns: returns).unknown.map {
      (rule: ImportRule.planChildUnknown, line: plans.rows[$0].line, field: "CHILD")
    }
    let found =
      plans.findings.map { (rule: $0.rule, line: $0.line ?? 0, field: $0.field) } + unknown
    writer.append(found) { writer, finding in
      writer.append(UInt8(finding.rule == .planChildUnknown ? 1 : 0))
      writer.append(count: finding.line)
      writer.append(finding.field)
    }
  }

  private static let stages = [
    "filed", "with legal", "assessing best interests", "planned for month", "planned for",
  ]

  private static func stage(_ text: String) -> String {
    let plain = text.lowercased()
    guard let known = stages.first(where: plain.hasPrefix) else { return "" }
    let month = plain.dropFirst(known.count)
    let isDate = month.allSatisfy { $0.isNumber || "-/ ".contains($0) }
    return isDate ? plain : known
  }
}

extension Day {
  /// The first day of the month that the day is in.
  fileprivate var firstOfMonth: Day {
    date.flatMap { CivilDate($0.month, day: 1) }.map { Day($0) } ?? self
  }
}

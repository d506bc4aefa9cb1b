import FileAccess
import LookedAfter
import Pseudonyms

/// The local plan file: `CHILD,PLAN,START,END,OUTCOME` and an optional `STAGE`. It is no part of the
/// statutory return, which says nothing of care plans. A child may have several plans at once.
public struct PlanFile: Sendable {
  /// The name of the file.
  public let name: String

  /// How many plans there are.
  public var count: Int { rows.count }

  /// What was left out, and why.
  public let findings: [ImportFinding]

  let rows: [PlanRow]
  let authorities: [String]

  /// Reads a plan file.
  ///
  /// - Throws: `ReturnError` when it cannot be read or has not the columns.
  public init(path: String) throws(ReturnError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = ReturnFile(name: name, contents: .disk(path: path))
    try self.init(file)
  }

  /// Reads a plan file that is in memory.
  ///
  /// - Throws: `ReturnError` when it has not the columns.
  public init(bytes: [UInt8], name: String) throws(ReturnError) {
    try self.init(ReturnFile(name: name, contents: .memory(bytes)))
  }

  /// Plans that come out of a store.
  init(name: String, rows: [PlanRow], authorities: [String], findings: [ImportFinding]) {
    self.name = name
    self.rows = rows
    self.authorities = authorities
    self.findings = findings
  }

  /// The same plans with pseudonyms in the place of the children's ids.
  func renamed(key: PseudonymKey) -> PlanFile {
    let rows = rows.map { row in
      let name = Pseudonym(packed: row.key.bytes, authority: "", key: key)
      return PlanRow(
        key: ChildKey(Array(name.description.utf8)), authority: row.authority, kind: row.kind,
        start: row.start, end: row.end, outcome: row.outcome, stage: row.stage, line: row.line)
    }
    return PlanFile(name: name, rows: rows, authorities: authorities, findings: findings)
  }

  /// The same plans as those of the only authority that there is.
  var ofOneAuthority: PlanFile {
    let rows = rows.map { row in
      PlanRow(
        key: row.key, authority: 0, kind: row.kind, start: row.start, end: row.end,
        outcome: row.outcome, stage: row.stage, line: row.line)
    }
    return PlanFile(name: name, rows: rows, authorities: [""], findings: findings)
  }

  private init(_ file: ReturnFile) throws(ReturnError) {
    guard case .table(let columns, let offset, let lines) = try file.recognise(isOnly: true),
      columns.kind == .plans
    else {
      throw .notWhatItClaims(
        file: file.name, reason: "a plan file has the columns CHILD, PLAN, START and END")
    }
    var reader = PlanReader(columns)
    _ = try readStretch(
      of: try file.open(), name: file.name, from: offset, to: .max, isLineStart: true,
      in: ReadingRoom(),
      into: &reader)
    name = file.name
    rows = reader.rows.map { row in
      var row = row
      row.line += lines
      return row
    }
    authorities = reader.authorities
    findings = reader.broken.map { line, field in
      ImportFinding(
        rule: .planRow, child: nil, file: file.name, line: Int(line) + lines, field: field.name,
        episodeStart: nil)
    }
  }
}

/// One plan of one child.
struct PlanRow: Sendable {
  let key: ChildKey
  /// The authority, as a place in the file's list.
  let authority: Int
  let kind: PlanKind
  let start: Day
  /// The day after the last; open while it is live.
  let end: Day
  let outcome: String
  let stage: String
  /// The line of the file; 0 when it is not known.
  var line = 0
}

/// Turns the records of a plan file into plans.
private struct PlanReader: RecordTaker {
  private(set) var rows: [PlanRow] = []
  private(set) var broken: [(line: UInt32, field: Field)] = []
  private(set) var authorities: [String] = [""]

  private let columns: TableColumns
  private let dates = DateReader()

  init(_ columns: TableColumns) { self.columns = columns }

  mutating func skip(line: UInt32) { broken.append((line, .none)) }

  mutating func take(_ record: Record) {
    let id = record.value(columns.place(.child))
    guard id.count > 0 else { return broken.append((record.line, .child)) }
    guard let kind = PlanKind(rawValue: text(record, .plan).uppercased()) else {
      return broken.append((record.line, .plan))
    }
    let start = record.value(columns.place(.planStart))
    guard let startDay = dates.day(start.base, count: start.count) else {
      return broken.append((record.line, .planStart))
    }
    let end = record.value(columns.place(.planEnd))
    let endDay = end.count == 0 ? Day.open : dates.day(end.base, count: end.count)
    guard let endDay, endDay >= startDay else {
      return broken.append((record.line, .planEnd))
    }
    rows.append(
      PlanRow(
        key: Record.key(id),
        authority: authority(text(record, .authority)), kind: kind, start: startDay, end: endDay,
        outcome: text(record, .outcome), stage: text(record, .stage), line: Int(record.line)))
  }

  private func text(_ record: Record, _ field: Field) -> String {
    let value = record.value(columns.place(field))
    return String(
      decoding: UnsafeRawBufferPointer(start: value.base, count: value.count), as: UTF8.self)
  }

  private mutating func authority(_ name: String) -> Int {
    if let index = authorities.firstIndex(of: name) { return index }
    authorities.append(name)
    return authorities.count - 1
  }
}

/// What a row of a header or UASC file says of a child.
struct ChildRow: Sendable {
  let key: ChildKey
  let authority: UInt16
  /// The year of the return that the row names, less 1900; 0 when it names none.
  let year: UInt16
  var birth: Day
  var sex: Sex
  /// Whether the child was unaccompanied and seeking asylum.
  var isUASC: Bool
  /// When that ended (DUC); open when it is blank.
  var uascEnd: Day
  /// Whether it stands in a header file.
  let isHeader: Bool
  let line: UInt32
}

/// The sex of a child, in the codes of all years.
public enum Sex: UInt8, Sendable {
  /// Not recorded.
  case unknown
  /// Code 1 until 2023-24, M since.
  case male
  /// Code 2 until 2023-24, F since.
  case female
  /// Code U, since 2024-25.
  case undetermined
}

/// The rows of a stretch of a header or UASC file.
struct ChildRows: Sendable {
  var rows: ContiguousArray<ChildRow> = []
  var faults: ContiguousArray<Fault> = []
  var authorities: [String] = [""]
  var monthFirst = MonthFirst()
  var count = 0
}

/// Turns the records of a header or UASC file into rows.
struct ChildReader: RecordTaker {
  private(set) var out = ChildRows()

  private let columns: TableColumns
  private let child: Int, sex: Int, dob: Int, uasc: Int, duc: Int, authority: Int, year: Int
  private let isHeader: Bool
  private let dates: DateReader

  /// - Parameter size: how many bytes are going to be read, to have room for their rows.
  init(_ columns: TableColumns, tools: ReadingTools, size: Int = 0) {
    self.columns = columns
    child = columns.place(.child)
    sex = columns.place(.sex)
    dob = columns.place(.dob)
    uasc = columns.place(.uasc)
    duc = columns.place(.duc)
    authority = columns.place(.authority)
    year = columns.place(.year)
    isHeader = columns.kind == .header
    dates = tools.dates
    out.rows.reserveCapacity(size / 32)
  }

  mutating func skip(line: UInt32) { report(.brokenRow, line: line) }

  mutating func take(_ record: Record) {
    out.count &+= 1
    if record.count > columns.width {
      let isBlank =
        record.count <= record.fields.count
        && (columns.width..<record.count).allSatisfy { record.value($0).count == 0 }
      guard isBlank else {
        report(.tooManyValues, line: record.line)
        return
      }
    } else if record.count < columns.width {
      report(.tooFewValues, line: record.line)
    }
    let id = record.value(child)
    guard id.count > 0 else {
      report(.noChild, line: record.line)
      return
    }
    // A fault of a row finds its child by the place of the row.
    let place = Int32(truncatingIfNeeded: out.rows.count)
    var row = ChildRow(
      key: Record.key(id), authority: readAuthority(record), year: readYear(record),
      birth: .unknown, sex: readSex(record),
      isUASC: !isHeader, uascEnd: .open, isHeader: isHeader, line: record.line)
    let birth = record.value(dob)
    if birth.count > 0 {
      if let day = dates.day(birth.base, count: birth.count) {
        row.birth = day
      } else {
        report(.dobUnreadable, line: record.line, child: place)
        out.monthFirst.note(birth.base, count: birth.count, line: record.line)
      }
    } else if isHeader {
      report(.dobUnreadable, line: record.line, child: place)
    }
    let flag = record.value(uasc)
    if flag.count > 0 {
      // The XML form has 1 for yes and 0 or nothing for no.
      row.isUASC = !"0NnFf".utf8.contains(flag.base.load(as: UInt8.self))
    }
    let end = record.value(duc)
    if end.count > 0 {
      if let day = dates.day(end.base, count: end.count) {
        row.uascEnd = day
        row.isUASC = true
      } else {
        report(.ducUnreadable, line: record.line, child: place)
      }
    }
    out.rows.append(row)
  }

  private func readSex(_ record: Record) -> Sex {
    let value = record.value(sex)
    guard value.count > 0 else { return .unknown }
    switch value.base.load(as: UInt8.self) {
    case UInt8(ascii: "1"), UInt8(ascii: "M"), UInt8(ascii: "m"): return .male
    case UInt8(ascii: "2"), UInt8(ascii: "F"), UInt8(ascii: "f"): return .female
    case UInt8(ascii: "U"), UInt8(ascii: "u"): return .undetermined
    default: return .unknown
    }
  }

  private func readYear(_ record: Record) -> UInt16 {
    let value = record.value(year)
    let text = UnsafeRawBufferPointer(start: value.base, count: value.count)
    guard let year = Int(String(decoding: text, as: UTF8.self)), DateReader.years.contains(year)
    else { return 0 }
    return UInt16(year - 1900)
  }

  private mutating func readAuthority(_ record: Record) -> UInt16 {
    guard authority < record.count else { return 0 }
    let value = record.value(authority)
    let name = String(
      decoding: UnsafeRawBufferPointer(start: value.base, count: value.count), as: UTF8.self)
    if let index = out.authorities.lastIndex(of: name) { return UInt16(index) }
    guard out.authorities.count < Int(UInt16.max) else { return 0 }
    out.authorities.append(name)
    return UInt16(out.authorities.count - 1)
  }

  private mutating func report(_ rule: ImportRule, line: UInt32, child: Int32 = -1) {
    out.faults.append(Fault(rule, line: line, child: child))
  }
}

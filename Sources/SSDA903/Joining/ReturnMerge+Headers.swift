extension ReturnMerge {
  /// Gives the children what header and UASC files say of them.
  mutating func describe(
    _ reading: inout ReturnReading, _ table: inout ChildTable, _ order: ContiguousArray<Int32>?,
    _ names: inout AuthorityNames
  ) {
    // Earlier returns first, so that what a later one says stands.
    let inOrder = reading.files.indices.sorted {
      (years.year(file: $0, named: 0), $0) < (years.year(file: $1, named: 0), $1)
    }
    var described = ContiguousArray<UInt16>(repeating: 0, count: table.count)
    var uascYear = ContiguousArray<UInt16>(repeating: 0, count: table.count)
    var withoutEpisodes: Set<ChildKey> = []
    for file in inOrder {
      for (rows, linesBefore) in reading.files[file].children {
        let authorities = rows.authorities.map { names.place(of: $0) }
        var numbers: ContiguousArray<Int32> = []
        numbers.reserveCapacity(rows.faults.isEmpty ? 0 : rows.rows.count)
        var tally = HeaderTally()
        defer { if tally.children > 0 { headerTallies.append(tally) } }
        for row in rows.rows {
          if row.isHeader { isHeaderLoaded = true }
          let known = table.known(row.key, authorities[Int(row.authority)])
          if row.isHeader {
            if tally.file != file || tally.named != row.year {
              if tally.children > 0 { headerTallies.append(tally) }
              tally = HeaderTally(file: file, named: row.year, years: years)
            }
            tally.count(
              row,
              present: known.map { number in
                presence[order.map { Int($0[number]) } ?? number].returns
              })
          }
          guard let number = known else {
            if row.isHeader, withoutEpisodes.insert(row.key).inserted {
              faults.append(
                Fault(
                  .noEpisodes, file: UInt16(truncatingIfNeeded: file),
                  line: row.line &+ UInt32(truncatingIfNeeded: linesBefore), child: -1))
            }
            if !rows.faults.isEmpty { numbers.append(-1) }
            continue
          }
          let place = order.map { Int($0[number]) } ?? number
          if !rows.faults.isEmpty { numbers.append(Int32(truncatingIfNeeded: place)) }
          let year = UInt16(truncatingIfNeeded: years.year(file: file, named: row.year))
          describe(
            children.base + place, row, year, &described[number], &uascYear[number],
            Fault(
              .dobDiffers, file: UInt16(truncatingIfNeeded: file),
              line: row.line &+ UInt32(truncatingIfNeeded: linesBefore),
              child: Int32(truncatingIfNeeded: place)))
        }
        for var fault in rows.faults {
          fault.file = UInt16(truncatingIfNeeded: file)
          fault.line &+= UInt32(truncatingIfNeeded: linesBefore)
          if fault.child >= 0 { fault.child = numbers[Int(fault.child)] }
          faults.append(fault)
        }
      }
      reading.dropChildren(of: file)
    }
  }

  /// Refuses files in which one id is now one child and now another: they are of two authorities.
  ///
  /// - Throws: `ReturnError.notWhatItClaims`.
  func refuseStrangers() throws(ReturnError) {
    let differing = Set(faults.lazy.filter { $0.rule == .dobDiffers }.map(\.child))
    guard differing.count >= 20, differing.count * 4 > children.count else { return }
    throw .notWhatItClaims(
      file: path,
      reason:
        "\(differing.count) of \(children.count) children have another date of birth in another"
        + " return, so the files are of several authorities; give those of one, or write each row's"
        + " authority in a column LA")
  }

  /// Refuses a return in whose header more than one child in ten has no episode in it: the file of
  /// episodes was cut short, or is another return's.
  ///
  /// Who turned 17 in the year is left out of both numbers, for headers have care leavers as well; a
  /// few children are left to the findings.
  ///
  /// - Throws: `ReturnError.notWhatItClaims`.
  func refuseCutShort(_ folder: ReturnFolder, _ reading: ReturnReading) throws(ReturnError) {
    var sums: [HeaderTally] = []
    for tally in headerTallies {
      if let place = sums.firstIndex(where: { $0.file == tally.file && $0.named == tally.named }) {
        sums[place].children += tally.children
        sums[place].withoutEpisode += tally.withoutEpisode
      } else {
        sums.append(tally)
      }
    }
    for sum in sums where sum.withoutEpisode >= 5 && sum.withoutEpisode * 10 > sum.children {
      guard let ordinal = sum.ordinal else { continue }
      let year = years.years[ordinal]
      let files = folder.files.indices.filter { file in
        reading.files[file].kind == .episodes
          && years.sources.contains { $0.file == file && $0.year == year }
      }.map { folder.files[$0].name }
      let header = folder.files[sum.file].name
      throw .notWhatItClaims(
        file: files.isEmpty ? header : files.joined(separator: ", "),
        reason:
          "\(sum.withoutEpisode) of the \(sum.children) children under 17 in \(header) have no"
          + " episode in the return to 31 March \(year), so the episodes were cut short or are of"
          + " another return; export both again, whole and together")
    }
  }

  private mutating func describe(
    _ child: UnsafeMutablePointer<Child>, _ row: ChildRow, _ year: UInt16,
    _ described: inout UInt16, _ uascYear: inout UInt16, _ fault: Fault
  ) {
    if row.isHeader { child.pointee.isInHeader = true }
    // Of a header the latest return's word stands; a UASC file only fills what no header says.
    if row.birth != .unknown {
      let before = child.pointee.birth
      if before == .unknown {
        child.pointee.birth = row.birth
      } else if before != row.birth {
        faults.append(fault)
        if row.isHeader, let ordinal = years.years.firstIndex(of: Int(year)) {
          bornOtherwise.append((Int(fault.child), ordinal))
        }
        if row.isHeader, year >= described { child.pointee.birth = row.birth }
      }
    }
    if row.sex != .unknown, child.pointee.sex == .unknown || year >= described {
      child.pointee.sex = row.sex
    }
    if row.isHeader { described = max(described, year) }
    if row.isUASC, year >= uascYear {
      uascYear = year
      child.pointee.isUASC = true
      child.pointee.uascYear = year
      child.pointee.uascEnd = row.uascEnd
    }
  }
}

/// How many children of a header, or of what it says of one return, have no episode in that return.
struct HeaderTally: Sendable {
  private(set) var file = -1
  private(set) var named: UInt16 = 0

  /// The place of the return; nil where it is not known for certain.
  private(set) var ordinal: Int?
  var children = 0
  var withoutEpisode = 0
  private var bit: UInt64 = 0
  private var last = Day.unknown

  init() {}

  init(file: Int, named: UInt16, years: ReturnYears) {
    self.file = file
    self.named = named
    ordinal = years.ordinal(file: file, named: named)
    guard let ordinal else { return }
    bit = 1 &<< UInt64(ordinal)
    last = Day.lastDay(ofReturn: years.years[ordinal])
  }

  /// Counts a child of the return, unless old enough to be in the header as a care leaver.
  ///
  /// - Parameter present: the returns that have episodes of the child; nil when none has.
  @inline(__always)
  mutating func count(_ row: ChildRow, present: UInt64?) {
    guard bit != 0 else { return }
    let isPresent = (present ?? 0) & bit != 0
    guard row.birth == .unknown || row.birth &+ 17 * 365 + 4 > last else { return }
    children &+= 1
    if !isPresent { withoutEpisode &+= 1 }
  }
}

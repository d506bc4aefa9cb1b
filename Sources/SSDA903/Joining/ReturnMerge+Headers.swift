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
        for row in rows.rows {
          if row.isHeader { isHeaderLoaded = true }
          guard let number = table.known(row.key, authorities[Int(row.authority)]) else {
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
      child.pointee.uascEnd = row.uascEnd
    }
  }
}

/// Two headers of one return that have hardly a child in common, in files that name no authority:
/// returns of two authorities, or the parts of one. A correction would have most children in common.
public struct MixedReturns: Equatable, Sendable {
  /// The year in which the return ends.
  public let year: Int

  /// The two files, by their paths below the folder that was opened.
  public let files: [String]

  /// How many children each has.
  public let children: [Int]

  /// How many children are in both, with one date of birth.
  public let common: Int

  /// What is wrong, in one sentence for a person.
  public var description: String {
    let both =
      switch common {
      case 0: "no child is in both"
      case 1: "only one child is in both"
      default: "only \(common) are in both"
      }
    return "Two headers are of the return to 31 March \(year): \(files[0]) with \(children[0])"
      + " children and \(files[1]) with \(children[1]), and \(both), so they look like the returns of"
      + " two authorities."
  }

  /// Below this number of children nothing can be told.
  private static let fewest = 10

  /// Looks through the headers of each year that has several; nil where they go together, or where a
  /// column names each row's authority.
  init?(_ reading: ReturnReading, years: ReturnYears) {
    var filesByYear: [Int: [Int]] = [:]
    for file in reading.files.indices {
      for year in Self.years(ofHeader: file, reading, years) {
        filesByYear[year, default: []].append(file)
      }
    }
    let several = filesByYear.filter { $0.value.count > 1 }
    guard !several.isEmpty, AuthorityNames(reading).count == 1 else { return nil }
    for (year, files) in several.sorted(by: { $0.key < $1.key }) {
      let headers = files.map { Self.births(in: $0, of: year, reading, years) }
      for (place, births) in headers.enumerated() where births.count >= Self.fewest {
        for (earlier, others) in headers[..<place].enumerated() where others.count >= Self.fewest {
          let common = births.count { key, birth in
            others[key].map { $0 == birth || $0 == .unknown || birth == .unknown } ?? false
          }
          guard common * 5 < min(births.count, others.count) else { continue }
          self.year = year
          self.files = [files[earlier], files[place]].map { reading.folder.files[$0].name }
          children = [others.count, births.count]
          self.common = common
          return
        }
      }
    }
    return nil
  }

  /// The years of which a file has a header; without those of which only a name tells.
  private static func years(
    ofHeader file: Int, _ reading: ReturnReading, _ years: ReturnYears
  ) -> Set<Int> {
    var found: Set<Int> = []
    var last: UInt16?
    for (rows, _) in reading.files[file].children {
      for row in rows.rows where row.isHeader && row.year != last {
        last = row.year
        if let place = years.ordinal(file: file, named: row.year) {
          found.insert(years.years[place])
        }
      }
    }
    return found
  }

  private static func births(
    in file: Int, of year: Int, _ reading: ReturnReading, _ years: ReturnYears
  ) -> [ChildKey: Day] {
    var births: [ChildKey: Day] = [:]
    for (rows, _) in reading.files[file].children {
      for row in rows.rows where row.isHeader {
        guard years.year(file: file, named: row.year) == year else { continue }
        births[row.key] = row.birth
      }
    }
    return births
  }
}

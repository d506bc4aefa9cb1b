/// Finds out of which return the rows of each file are.
///
/// A column YEAR says it row by row. Else the dates of the episodes do, and the other files go with
/// the episodes that stand beside them. A year in the name counts only where there are no dates, for
/// "2017" may mean 2016-17 or 2017-18.
struct ReturnYears {
  /// The sources: for each file one, and one more for each year that a YEAR column names.
  private(set) var sources: [ReturnSource] = []

  /// The years of the returns, in order; at most 64.
  private(set) var years: [Int] = []

  private var placeByYear: [[Int: UInt16]]

  /// Of each file, whether the dates of episodes say of which return it is.
  private var isDated: [Bool] = []

  /// - Throws: `ReturnError.notWhatItClaims` when there are more than 64 returns.
  init(_ reading: ReturnReading) throws(ReturnError) {
    let files = reading.folder.files
    placeByYear = Array(repeating: [:], count: files.count)
    var yearByGroup: [String: Int] = [:]
    var mixedGroups: Set<String> = []
    var spans: [(first: Int, last: Int)] = []
    for (index, file) in files.enumerated() {
      let rows = reading.files[index]
      var starts = FinancialYears.Histogram()
      var ends = FinancialYears.Histogram()
      for stretch in rows.episodes {
        starts.add(stretch.rows.starts)
        ends.add(stretch.rows.ends)
      }
      let last = starts.last ?? 0
      spans.append((min(ends.first ?? last, last), last))
      guard last > 0 else { continue }
      let group = Self.group(of: file)
      if let other = yearByGroup.updateValue(last, forKey: group), other != last {
        mixedGroups.insert(group)
      }
    }
    let latest = spans.map(\.last).max() ?? 0
    for (index, file) in files.enumerated() {
      var span = spans[index]
      let group = Self.group(of: file)
      isDated.append(
        span.last > 0 || yearByGroup[group] != nil && !mixedGroups.contains(group))
      if span.last == 0 {
        let year = yearByGroup[Self.group(of: file)] ?? Self.yearInName(of: file) ?? latest
        span = (year, year)
      }
      placeByYear[index][0] = UInt16(truncatingIfNeeded: sources.count)
      sources.append(ReturnSource(file: index, year: span.last, firstYear: span.first))
    }
    var loaded: Set<Int> = []
    for (index, file) in reading.files.enumerated() {
      let named = file.hasYears ? Self.yearsNamed(in: file) : [0]
      for year in named.sorted() where year > 0 {
        placeByYear[index][year] = UInt16(truncatingIfNeeded: sources.count)
        sources.append(ReturnSource(file: index, year: year + 1900, firstYear: year + 1900))
        loaded.insert(year + 1900)
      }
      if named.contains(0), !file.episodes.isEmpty { loaded.insert(sources[index].year) }
    }
    years = loaded.sorted()
    guard years.count <= 64 else {
      throw .notWhatItClaims(
        file: reading.folder.path, reason: "there are returns of more than 64 years")
    }
    let ordinals = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    for index in sources.indices { sources[index].ordinal = ordinals[sources[index].year] ?? 0 }
  }

  /// The source of a row: of a file, and the year that the row names less 1900, or 0.
  func source(file: Int, year: UInt16) -> UInt16 {
    placeByYear[file][Int(year)] ?? placeByYear[file][0] ?? 0
  }

  /// The year of the return that a row of a header or UASC file belongs to.
  func year(file: Int, named: UInt16) -> Int {
    named > 0 ? Int(named) + 1900 : sources[Int(source(file: file, year: 0))].year
  }

  /// The place in `years` of the return that a row of a header belongs to; nil where only a name
  /// says which it is, or none of its episodes were loaded.
  func ordinal(file: Int, named: UInt16) -> Int? {
    guard named > 0 || isDated[file] else { return nil }
    return years.firstIndex(of: year(file: file, named: named))
  }

  /// The years that the rows of a file name, less 1900; 0 among them when a row names none.
  private static func yearsNamed(in file: ReturnReading.FileRows) -> Set<Int> {
    var named: Set<Int> = []
    var last: UInt16 = .max
    for stretch in file.episodes {
      for row in stretch.rows.rows where row.source != last {
        last = row.source
        named.insert(Int(row.source))
      }
    }
    return named
  }

  /// Files of one return stand in one folder, or have the same digits in their names.
  private static func group(of file: ReturnFile) -> String {
    "\(file.folder)|\(file.stem.filter(\.isNumber))"
  }

  /// A year from 2000 on in the file's name or its folder's.
  private static func yearInName(of file: ReturnFile) -> Int? {
    for part in [file.stem, file.folder] {
      let numbers = part.split { !$0.isNumber }.filter { $0.count == 4 }.compactMap { Int($0) }
      if let year = numbers.last(where: { (2000...2199).contains($0) }) { return year }
    }
    return nil
  }
}

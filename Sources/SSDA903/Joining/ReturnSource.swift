/// Where rows are from: a file, and the return that they belong to.
struct ReturnSource: Sendable {
  /// The file, as a place in the list of files.
  let file: Int

  /// The year in which the return ends; 0 when it is not known.
  let year: Int

  /// The year of the first return that the rows cover: an extract may hold many in one file.
  let firstYear: Int

  /// The return, as a place in the list of years.
  var ordinal = 0

  /// 31 March of the year; open when that is not known.
  let lastDay: Day

  init(file: Int, year: Int, firstYear: Int) {
    self.file = file
    self.year = year
    self.firstYear = firstYear
    lastDay = year > 0 ? Day.lastDay(ofReturn: year) : .open
  }
}

/// The returns of one authority.
struct AuthorityReturns: Sendable {
  /// One bit for each year in the list of years that the authority has a return of.
  var loaded: UInt64 = 0

  /// The first and last day that the returns cover.
  var firstDay: Day = .unknown
  var lastDay: Day = .unknown

  /// The years between the first and the last of which there is no return, in order.
  var missing: [Int] = []
}

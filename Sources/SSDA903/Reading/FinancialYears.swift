import LookedAfter

/// Tells in which financial year a day is, quickly.
struct FinancialYears: Sendable {
  /// The years in which the financial years end.
  static let range = 1901...2199

  /// 1 April at the beginning of each.
  private let starts: [Day]

  init() {
    starts = (Self.range.lowerBound...(Self.range.upperBound + 1)).map {
      Day.firstDay(ofReturn: $0)
    }
  }

  /// The year in which the financial year of a day ends, less 1900; 0 for days out of range.
  @inline(__always)
  func index(of day: Day) -> Int {
    starts.withUnsafeBufferPointer { starts in
      guard day >= starts[0], day < starts[starts.count &- 1] else { return 0 }
      // Four years have 1461 days; the guess is at most one off.
      var guess = Int(day &- starts[0]) &* 4 / 1461
      if day < starts[guess] { guess &-= 1 } else if day >= starts[guess &+ 1] { guess &+= 1 }
      return guess &+ 1
    }
  }

  /// How many days fell in each financial year.
  struct Histogram: Sendable {
    private(set) var counts = [Int32](repeating: 0, count: FinancialYears.range.count + 1)

    @inline(__always)
    mutating func count(_ index: Int) { counts[index] &+= 1 }

    mutating func add(_ other: Histogram) {
      for index in counts.indices { counts[index] &+= other.counts[index] }
    }

    /// The last year with enough days not to be a slip of the pen: more than one in five hundred.
    var last: Int? {
      let enough = total / 500 + 1
      return counts.indices.dropFirst().last { Int(counts[$0]) >= enough }.map { $0 + 1900 }
    }

    /// The first year with enough days: one in twenty of the fullest year.
    var first: Int? {
      let enough = max(1, Int(counts.dropFirst().max() ?? 0) / 20)
      return counts.indices.dropFirst().first { Int(counts[$0]) >= enough }.map { $0 + 1900 }
    }

    private var total: Int { counts.dropFirst().reduce(0) { $0 + Int($1) } }
  }
}

import LookedAfter

/// Days in order, and where each day of the calendar falls among them.
struct DateIndex {
  /// The days, sorted, each once.
  let days: [Day]

  /// For each day from the first to the last: how many of the days are before it.
  private let places: [Int32]

  init(_ dates: [CivilDate]) {
    days = Array(Set(dates.map { Day($0) })).sorted()
    var places: [Int32] = []
    if let first = days.first, let last = days.last {
      places.reserveCapacity(Int(last - first) + 1)
      var next = 0
      for day in first...last {
        if days[next] < day { next += 1 }
        places.append(Int32(truncatingIfNeeded: next))
      }
    }
    self.places = places
  }

  var count: Int { days.count }

  /// The place of the first of the days that is not before `day`.
  @inline(__always)
  func place(_ day: Day) -> Int {
    guard let first = days.first else { return 0 }
    if day <= first { return 0 }
    let offset = Int(day &- first)
    return day == .open || offset >= places.count ? days.count : Int(places[offset])
  }

  /// The place of a date that is among them.
  func place(of date: CivilDate) -> Int { place(Day(date)) }
}

/// Counts of many categories on many days, from stretches of days: each adds one at its beginning and
/// takes one away at its end, and a running sum makes the counts.
struct Tally {
  let dates: DateIndex
  let categories: Int
  private var changes: [Int32]

  init(_ dates: DateIndex, categories: Int) {
    self.dates = dates
    self.categories = categories
    changes = Array(repeating: 0, count: categories * (dates.count + 1))
  }

  /// Counts one child in a category from a day until the day before another.
  @inline(__always)
  mutating func add(_ category: Int, from start: Day, to end: Day) {
    let first = dates.place(start)
    let last = dates.place(end)
    guard first < last else { return }
    let row = category &* (dates.count &+ 1)
    changes[row &+ first] &+= 1
    changes[row &+ last] &-= 1
  }

  /// The counts on each day, in the order of the index: by day, then by category.
  var counts: [[Int]] {
    var rows = Array(repeating: [Int](repeating: 0, count: categories), count: dates.count)
    for category in 0..<categories {
      var sum = 0
      for day in 0..<dates.count {
        sum += Int(changes[category * (dates.count + 1) + day])
        rows[day][category] = sum
      }
    }
    return rows
  }
}

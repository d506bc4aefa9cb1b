import LookedAfter

/// What a child-level history comes to: who was at risk of leaving and moving, and who did, each month
/// weighted so that the sums count like events of so many full months.
struct ChildCounts {
  let first: Month
  let last: Month
  let cohorts: [CohortID]
  /// Child months, and those who left otherwise than at 18: by cohort, then stage.
  private(set) var exposure: [[Double]]
  private(set) var leavers: [[Double]]
  /// Those who left, by cohort and reason.
  private(set) var routes: [[MeasureID: Double]]
  /// Those who moved, by cohort and destination.
  private(set) var moves: [[Double]]
  /// Those who joined, by cohort.
  private(set) var joiners: [Double]
  /// The same by the legal status under which they came.
  private(set) var statuses: [[MeasureID: Double]]
  /// The months that the weights come to.
  let effectiveMonths: Double
  /// The monthly figures.
  private(set) var flows: MonthlyFlows
  /// Children who are in care at the end, and those who joined in the last two years.
  private(set) var present: [[ChildCourse]]
  private(set) var recent: [[ChildCourse]]

  /// Counts the courses over the months from `first` to `last`.
  init(
    _ courses: [ChildCourse], cohorts: [CohortID], first: Month, last: Month,
    weighting: FlowEstimate.Weighting
  ) {
    self.first = first
    self.last = last
    self.cohorts = cohorts
    let count = cohorts.count
    let months = max(0, first.distance(to: last)) + 1
    let raw = (0..<months).map { weighting.weight(age: months - 1 - $0) }
    let (sum, squares) = raw.dropFirst().reduce((0.0, 0.0)) { ($0.0 + $1, $0.1 + $1 * $1) }
    let weights = raw.map { squares > 0 ? $0 * sum / squares : 0 }
    effectiveMonths = squares > 0 ? sum * sum / squares : 0
    exposure = Array(repeating: Array(repeating: 0, count: Stage.count), count: count)
    leavers = exposure
    routes = Array(repeating: [:], count: count)
    moves = Array(repeating: Array(repeating: 0, count: count), count: count)
    joiners = Array(repeating: 0, count: count)
    statuses = routes
    present = Array(repeating: [], count: count)
    recent = present
    var (totals, started, ceased) = (
      Array(repeating: 0, count: months), Array(repeating: 0, count: months),
      Array(repeating: 0, count: months)
    )
    flows = MonthlyFlows(first: first, totals: [], started: [], ceased: [])
    let places = Dictionary(
      cohorts.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    for course in courses where course.joined <= last && course.left != course.joined {
      let begin = max(0, first.distance(to: course.joined))
      let end = min(months, course.left.map { first.distance(to: $0) } ?? months)
      guard end > 0, begin < months else { continue }
      for month in begin..<max(begin, end) { totals[month] += 1 }
      if course.joined >= first { started[begin] += 1 }
      if let left = course.left, left >= first, left <= last {
        ceased[first.distance(to: left)] += 1
      }
      follow(course, begin, end, months, weights, places)
    }
    flows = MonthlyFlows(first: first, totals: totals, started: started, ceased: ceased)
  }

  /// One pass over a child's months: each is a month at risk, and the last may be one of leaving.
  private mutating func follow(
    _ course: ChildCourse, _ begin: Int, _ end: Int, _ months: Int, _ weights: [Double],
    _ places: [CohortID: Int]
  ) {
    var stay = 0
    func cohort(_ month: Int) -> Int? {
      let date = first.advanced(by: month)
      while stay + 1 < course.stays.count, course.stays[stay + 1].from <= date { stay += 1 }
      return course.stays.indices.contains(stay) ? places[course.stays[stay].cohort] : nil
    }
    guard var here = cohort(begin) else { return }
    if course.joined >= first {
      joiners[here] += weights[begin]
      statuses[here][course.start, default: 0] += weights[begin]
      if months - begin <= 24 { recent[here].append(course) }
    }
    for month in begin..<end {
      let next = month + 1
      if next == months {
        present[here].append(course)
        break
      }
      let stage = Stage(
        born: course.born, joined: course.joined, at: first.advanced(by: month)
      ).index
      exposure[here][stage] += weights[next]
      if next == end {
        if !course.leftAt18 { leavers[here][stage] += weights[next] }
        if !course.leftAt18 { routes[here][course.route, default: 0] += weights[next] }
      } else if let there = cohort(next), there != here {
        moves[here][there] += weights[next]
        here = there
      }
    }
  }
}

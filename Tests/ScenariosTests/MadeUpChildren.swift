import LookedAfter

@testable import Scenarios

/// Children of a service that we make up: their cohorts, moves and leaving follow known rates.
struct MadeUpChildren {
  static let cohorts: [CohortID] = [
    "proceedings", "fostered", "orders", "parents", "residential", "supported",
  ]
  /// Joiners a month, leaving a month, and moves a month, by cohort.
  static let joiners = [5.0, 1.5, 0, 0.5, 0.7, 0.4]
  static let leaving = [0.03, 0.012, 0.06, 0.05, 0.015, 0.01]
  static let moves: [[(to: Int, rate: Double)]] = [
    [(1, 0.06), (2, 0.03), (3, 0.02)], [(4, 0.008), (5, 0.004), (3, 0.006)], [(1, 0.01)],
    [(1, 0.015)], [(1, 0.02), (5, 0.01)], [],
  ]

  private(set) var courses: [ChildCourse] = []
  /// The children of each cohort at each month's end, from the first month on.
  private(set) var numbers: [[Int]] = []
  static let first = Month.iso("2016-01")

  private struct Child {
    let born: Month
    let joined: Month
    var cohort: Int
    var stays: [ChildCourse.Stay]
  }

  /// Runs a service for some months, after ten years in which it settles.
  init(number: Int, months: Int) {
    var stream = UniformStream(seed: 18, use: .histories, path: UInt64(number), slot: 99)
    let settling = 120
    var present: [Child] = []
    for step in 0..<settling + months {
      let month = Self.first.advanced(by: step - settling)
      var stayed: [Child] = []
      for var child in present {
        let age = child.born.distance(to: month)
        // Leaving is easier in the first year, and harder for older children.
        let time = child.joined.distance(to: month) <= 12 ? 1.5 : 0.8
        let rate = Self.leaving[child.cohort] * time * (age > 120 ? 0.7 : 1.2)
        if age >= 18 * 12 {
          finish(child, month, "ceased.turned_18")
        } else if stream.next() < rate {
          finish(child, month, "ceased.discharged")
        } else {
          var draw = stream.next()
          for move in Self.moves[child.cohort] {
            draw -= move.rate
            guard draw < 0 else { continue }
            child.cohort = move.to
            child.stays.append(.init(from: month, cohort: Self.cohorts[move.to]))
            break
          }
          stayed.append(child)
        }
      }
      present = stayed
      for cohort in Self.cohorts.indices {
        for _ in 0..<MadeUpSeries.poisson(Self.joiners[cohort], &stream) {
          // Older children join residential and supported placements.
          let age = cohort >= 4 ? 168 + Int(40 * stream.next()) : Int(200 * stream.next())
          present.append(
            Child(
              born: month.advanced(by: -age), joined: month, cohort: cohort,
              stays: [.init(from: month, cohort: Self.cohorts[cohort])]))
        }
      }
      if step >= settling {
        numbers.append(
          Self.cohorts.indices.map { cohort in present.filter { $0.cohort == cohort }.count })
      }
    }
    for child in present { finish(child, nil, .ceased) }
  }

  private mutating func finish(_ child: Child, _ month: Month?, _ route: MeasureID) {
    courses.append(
      ChildCourse(
        born: child.born, joined: child.joined, stays: child.stays, left: month, route: route))
  }

  /// What is known at the end of a month: nothing of what came later.
  func known(months: Int) -> [ChildCourse] {
    let last = Self.first.advanced(by: months - 1)
    return courses.filter { $0.joined <= last }.map { course in
      let isOver = course.left.map { $0 <= last } ?? false
      return ChildCourse(
        born: course.born, joined: course.joined, stays: course.stays.filter { $0.from <= last },
        left: isOver ? course.left : nil, route: isOver ? course.route : .ceased)
    }
  }
}

import LookedAfter
import SSDA903
import Scenarios
import Synchronization

extension LoadedReturns {
  /// A model of the months after one, from the children's rows; nil where these do not say enough: some
  /// were taken out, they are of other authorities, or they end more than a year before the month.
  func model(_ history: History, month: Month) -> FlowModel? {
    guard let (first, last) = followed(upTo: month) else { return nil }
    let courses = caseload.courses(through: last).map(ChildCourse.init)
    return try? FlowModel(
      children: courses, first: first, last: last, in: history, from: month)
  }

  /// How that model would have done, up to a month; worked out once and kept with the returns.
  ///
  /// - Throws: `ProjectionRefusal`, when there are too few months.
  func backTest(
    _ history: History, month: Month, horizons: [Int]
  ) throws(ProjectionRefusal) -> BackTest {
    guard let (first, last) = followed(upTo: month) else { throw .noHistory }
    let key = KeptBackTests.Key(last: last, horizons: horizons)
    if let known = backTests[key] { return known }
    let courses = caseload.courses(through: last).map(ChildCourse.init)
    let test = try BackTest(
      children: courses, cohorts: FlowModel.cohorts(of: courses, in: history.scheme),
      first: first, last: last, horizons: horizons)
    backTests.keep(test, as: key)
    return test
  }

  /// The months over which each child can be followed, up to one; nil where that cannot be.
  private func followed(upTo month: Month) -> (first: Month, last: Month)? {
    guard isWhole, !isOfOthers, let end = months.last,
      let first = months.first(where: { !$0.isIn(caseload.missingYears) }), first <= month
    else { return nil }
    return (first, min(end, month))
  }
}

/// The back-tests of some returns that have been worked out.
final class KeptBackTests: Sendable {
  /// What a test depends on beside the returns.
  struct Key: Hashable, Sendable {
    let last: Month
    let horizons: [Int]
  }

  private let tests = Mutex<[Key: BackTest]>([:])

  subscript(key: Key) -> BackTest? { tests.withLock { $0[key] } }

  func keep(_ test: BackTest, as key: Key) { tests.withLock { $0[key] = test } }
}

extension Month {
  /// Whether the month, or a later one, is in one of some years to 31 March of which there is no return.
  fileprivate func isIn(_ missing: [Int]) -> Bool {
    (missing.max() ?? .min) >= (month < 4 ? year : year + 1)
  }
}

extension ChildCourse {
  /// A period of care of the returns; children in no cohort are the remainder.
  init(_ course: CareCourse) {
    self.init(
      born: course.born, joined: course.joined,
      stays: course.stays.map { stay in
        Stay(
          from: stay.from, cohort: stay.cohort == .unallocated ? FlowModel.remainder : stay.cohort)
      }, left: course.left, route: course.route ?? .ceased,
      start: course.start)
  }
}

extension Session {
  /// The months in which the children of the returns turn 18 who are in care at a month's end; nil
  /// without returns that cover it.
  mutating func birthdays(after month: Month) -> [Month]? {
    guard knownOn == nil, let loaded = try? returnsIfAny(), loaded.months.contains(month) else {
      return nil
    }
    return loaded.caseload.courses(through: month).filter { $0.left == nil }
      .compactMap { $0.born?.advanced(by: 18 * 12) }
  }
}

import LookedAfter
import SSDA903
import Scenarios

extension LoadedReturns {
  /// A model of the months after one, from the children's rows; nil where these do not say enough: some
  /// were taken out, they are of other authorities, or they end more than a year before the month.
  func model(_ history: History, month: Month) -> FlowModel? {
    guard isWhole, !isOfOthers, let first = months.first, let end = months.last, first <= month
    else { return nil }
    let last = min(end, month)
    let courses = caseload.courses(through: last).map(ChildCourse.init)
    return try? FlowModel(
      children: courses, first: first, last: last, in: history, from: month)
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
      }, left: course.left, route: course.route ?? .ceased)
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

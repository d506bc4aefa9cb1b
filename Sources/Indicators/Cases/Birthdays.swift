import LookedAfter

/// Children who reach 18, by the month.
public struct Birthdays: Sendable, Equatable {
  /// The children of a month.
  public struct Line: Sendable, Equatable {
    /// The month of the 18th birthday.
    public let month: Month
    /// How many.
    public let children: Int
  }

  /// Children by the month of their 18th birthday; months without one are zero.
  public let byMonth: [Line]
  /// All children looked at.
  public let children: Int
  /// Those of them whose month of birth is not known.
  public let unknown: Int
  /// Those of them who had reached 18 by the end of the month before the first.
  public let past: Int

  /// The children of the months.
  public var inMonths: Int { byMonth.reduce(0) { $0 + $1.children } }

  /// Counts children over the months after one.
  ///
  /// - Parameters:
  ///   - births: the month of birth of each child; nil where it is not known.
  ///   - month: the month before the first.
  ///   - months: how many months to count.
  public init(of births: [Month?], after month: Month, months: Int) {
    var counts: [Month: Int] = [:]
    for birth in births.compactMap({ $0 }) { counts[birth.advanced(by: 18 * 12), default: 0] += 1 }
    byMonth = (1...max(1, months)).map { offset in
      let at = month.advanced(by: offset)
      return Line(month: at, children: counts[at] ?? 0)
    }
    children = births.count
    unknown = births.count { $0 == nil }
    past = counts.reduce(0) { $0 + ($1.key <= month ? $1.value : 0) }
  }

  /// Counts looked after children who have a live case at the end of a month, each once, over the
  /// months after it.
  public init(in book: CaseBook, after month: Month, months: Int) {
    self.init(
      of: Array(Self.births(in: book, at: month).values), after: month, months: months)
  }

  /// The looked after children with a live case at the end of a month, and their months of birth.
  /// Those whom a team keeps out of care are not looked after; those whose case of a service has
  /// reached its aim, such as a long-term match, still are, and count unless `liveOnly` is set.
  public static func births(
    in book: CaseBook, at month: Month, liveOnly: Bool = false
  ) -> [String: Month?] {
    var births: [String: Month?] = [:]
    for each in book.cases {
      guard let stage = each.stage(at: month.lastDay), let route = book.routes[each.route],
        let found = route[stage], found.role != .ended,
        found.role != .achieved || (!liveOnly && route.kind == .service), route.id != .prevention
      else { continue }
      births[each.child] = .some(each.facts.born ?? births[each.child] ?? nil)
    }
    return births
  }
}

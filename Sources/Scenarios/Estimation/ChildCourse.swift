import LookedAfter

/// One period of care of one child: when it began, which cohort the child was in at each month's end,
/// and how it ended. Holds no id: nothing leads back to the child.
public struct ChildCourse: Equatable, Sendable {
  /// A cohort that a child was in from a month's end on.
  public struct Stay: Equatable, Sendable {
    /// The month.
    public let from: Month
    /// The cohort.
    public let cohort: CohortID

    /// Makes a stay.
    public init(from: Month, cohort: CohortID) {
      self.from = from
      self.cohort = cohort
    }
  }

  /// The month of birth; nil where it is not known.
  public let born: Month?

  /// The month in which the child became looked after.
  public let joined: Month

  /// The cohorts, in time order; the first from the month of joining, or the first that is known.
  public let stays: [Stay]

  /// The month in which the child left care; nil for a child who is still looked after.
  public let left: Month?

  /// The reason for leaving, such as `ceased.sgo`.
  public let route: MeasureID

  /// The legal status under which the child came, such as `started.ico`.
  public let start: MeasureID

  /// Makes a course; see the properties.
  public init(
    born: Month?, joined: Month, stays: [Stay], left: Month?, route: MeasureID = .ceased,
    start: MeasureID = "started"
  ) {
    self.born = born
    self.joined = joined
    self.stays = stays
    self.left = left
    self.route = route
    self.start = start
  }

  /// The month of the eighteenth birthday.
  var turns18: Month? { born?.advanced(by: 18 * 12) }

  /// Whether the child left by turning 18.
  var leftAt18: Bool { left.flatMap { left in turns18.map { $0 == left } } ?? false }
}

/// The age and the time in care by which leaving differs.
struct Stage: Hashable {
  /// Under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over; 5 where the age is not known.
  let age: Int
  /// Under 6 months in care, under 1 year, under 2 years, longer.
  let time: Int

  static let count = 6 * 4

  var index: Int { age * 4 + time }

  init(born: Month?, joined: Month, at month: Month) {
    age =
      born.map { born in
        let years = born.distance(to: month) / 12
        return years < 1 ? 0 : years < 5 ? 1 : years < 10 ? 2 : years < 16 ? 3 : 4
      } ?? 5
    let months = joined.distance(to: month)
    time = months < 6 ? 0 : months < 12 ? 1 : months < 24 ? 2 : 3
  }
}

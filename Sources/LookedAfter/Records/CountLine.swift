/// One line of a breakdown: a number of something the catalogue knows.
public struct CountLine: Sendable, Equatable {
  /// What is counted.
  public let measure: Measure

  /// How many.
  public let number: Recorded<Int>

  /// What else tells the line from others of its measure, such as the month slipped to.
  public let detail: String

  /// Words recorded with the number, such as "siblings".
  public let remark: String?
}

/// A total and its breakdown, recorded independently of one another.
public struct Breakdown: Sendable, Equatable {
  /// The total as it was stated; nil when none was.
  public let stated: Recorded<Int>?

  /// The lines, in catalogue order.
  public let lines: [CountLine]

  /// The lines together; nil when there are none.
  public var sumOfLines: Int? {
    lines.isEmpty ? nil : lines.reduce(0) { $0 + $1.number.value }
  }

  /// The stated total, or else the sum of the lines.
  public var total: Int? { stated?.value ?? sumOfLines }

  /// Whether nothing at all is recorded.
  public var isEmpty: Bool { stated == nil && lines.isEmpty }

  /// The number of a line; nil when it is not recorded.
  public subscript(measure: MeasureID) -> Recorded<Int>? {
    lines.first { $0.measure.id == measure }?.number
  }
}

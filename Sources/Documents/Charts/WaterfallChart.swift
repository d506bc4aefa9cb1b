/// A figure, what was added and taken away, and the figure that came of it.
///
/// The two figures are drawn as levels and only the movements as bars: a bar's length is its
/// movement, so the axis may begin above nought without deceiving anyone.
public struct WaterfallChart: Equatable, Sendable {
  /// A level, at the start or at the end.
  public struct Level: Equatable, Sendable {
    /// What it is, such as `End of September 2020`.
    public var name: String
    /// The figure.
    public var value: ExactNumber

    /// Makes a level.
    public init(name: String, value: ExactNumber) {
      self.name = name
      self.value = value
    }
  }

  /// A movement.
  public struct Step: Equatable, Sendable {
    /// The movement for machines.
    public var id: String
    /// The movement for people, such as `Came into care`.
    public var name: String
    /// How many were added, below nought for taken away.
    public var change: ExactNumber

    /// Makes a movement.
    public init(id: String, name: String, change: ExactNumber) {
      self.id = id
      self.name = name
      self.change = change
    }
  }

  /// Where it began.
  public var start: Level

  /// The movements, in reading order.
  public var steps: [Step]

  /// Where it ended, as it is reported.
  public var end: Level

  /// Makes a waterfall.
  public init(start: Level, steps: [Step], end: Level) {
    self.start = start
    self.steps = steps
    self.end = end
  }

  /// The movements and, where they do not lead from the start to the end, what is not explained.
  public var stepsWithRemainder: [Step] {
    var rest = end.value.minus(start.value)
    for step in steps { rest = rest.flatMap { $0.minus(step.change) } }
    guard let rest, rest.mantissa != 0 else { return steps }
    return steps + [Step(id: "not-explained", name: "Not explained", change: rest)]
  }
}

extension WaterfallChart {
  /// An axis that holds both levels and every one between.
  func scale(marks: Int) -> AxisScale {
    var levels = [start.value.value, end.value.value, start.value.value]
    for step in stepsWithRemainder { levels.append(levels[levels.count - 1] + step.change.value) }
    return AxisScale(levels, fromZero: false, marks: marks)
  }
}

/// What was planned for each period, and what was sent.
public struct PlanChart: Equatable, Sendable {
  /// One period.
  public struct Period: Equatable, Sendable {
    /// The period for machines, such as `2020-10`.
    public var id: String
    /// The period for people, such as `October 2020`.
    public var label: String
    /// How many were planned; nil when no plan is known.
    public var planned: ExactNumber?
    /// How many were sent; nil when the period is still to come or nothing is known.
    public var sent: ExactNumber?

    /// Makes a period.
    public init(id: String, label: String, planned: ExactNumber?, sent: ExactNumber?) {
      self.id = id
      self.label = label
      self.planned = planned
      self.sent = sent
    }
  }

  /// The periods, in order of time.
  public var periods: [Period]

  /// What a plan and its fulfilment are called, such as `Planned` and `Sent`.
  public var plannedName: String

  /// What is called fulfilled.
  public var sentName: String

  /// Makes a plan chart.
  public init(periods: [Period], plannedName: String = "Planned", sentName: String = "Sent") {
    self.periods = periods
    self.plannedName = plannedName
    self.sentName = sentName
  }
}

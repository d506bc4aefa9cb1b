/// Figures over time: one to four lines, the first with limits or an expected band, and marks.
///
/// Time is drawn to scale. Where periods are missing between two figures the line is dotted, for
/// nothing is known of the course between them.
public struct LineChart: Equatable, Sendable {
  /// What a figure is expected to keep to.
  public struct Limits: Equatable, Sendable {
    /// The centre line, or the expected value.
    public var centre: ExactNumber?
    /// The lower limit.
    public var lower: ExactNumber?
    /// The upper limit.
    public var upper: ExactNumber?

    /// Makes limits.
    public init(
      centre: ExactNumber? = nil, lower: ExactNumber? = nil, upper: ExactNumber? = nil
    ) {
      self.centre = centre
      self.lower = lower
      self.upper = upper
    }
  }

  /// One period and its figure.
  public struct Point: Equatable, Sendable {
    /// The period for machines, such as `2020-10`.
    public var id: String
    /// The period for people, such as `Oct 2020`.
    public var label: String
    /// Where the period stands in time, in equal steps such as months.
    public var position: Int
    /// The figure; nil when it is not known.
    public var value: ExactNumber?
    /// What the figure is expected to keep to, if anything.
    public var limits: Limits?
    /// What is special about the figure, in a few words, such as `above the expected band`.
    public var mark: String?
    /// Which stretch of limits the point belongs to; a new number begins a new stretch.
    public var segment: Int

    /// Makes a point.
    public init(
      id: String, label: String, position: Int, value: ExactNumber?, limits: Limits? = nil,
      mark: String? = nil, segment: Int = 0
    ) {
      self.id = id
      self.label = label
      self.position = position
      self.value = value
      self.limits = limits
      self.mark = mark
      self.segment = segment
    }
  }

  /// One line: an id such as `total`, and a name at its end.
  public typealias Series = NamedLine<Point>

  /// A figure that does not move, drawn across the chart: a target, a comparator.
  public struct Reference: Equatable, Sendable {
    /// What it is, such as `Target by March 2021`.
    public var label: String
    /// The figure.
    public var value: ExactNumber

    /// Makes a reference.
    public init(label: String, value: ExactNumber) {
      self.label = label
      self.value = value
    }
  }

  /// How the limits of the first line are drawn and named.
  public enum LimitKind: String, Equatable, Sendable {
    /// Limits of a control chart, as lines, for flows.
    case controlLimits
    /// The band in which a stock is expected, as an area.
    case expectedBand

    /// What a key or a sentence calls them.
    public var name: String {
      switch self {
      case .controlLimits: "control limits"
      case .expectedBand: "expected band"
      }
    }

    /// The name as it begins a heading.
    var title: String {
      switch self {
      case .controlLimits: "Control limits"
      case .expectedBand: "Expected band"
      }
    }
  }

  /// The lines, the subject first; beyond four a chart cannot be read.
  public var series: [Series]

  /// How the limits are drawn and named.
  public var limitKind: LimitKind

  /// Figures drawn across the chart.
  public var references: [Reference]

  /// Whether the axis must begin at nought; where it does not, the chart says so.
  public var startsAtZero: Bool

  /// Makes a line chart.
  public init(
    series: [Series], limitKind: LimitKind = .expectedBand, references: [Reference] = [],
    startsAtZero: Bool = false
  ) {
    self.series = series
    self.limitKind = limitKind
    self.references = references
    self.startsAtZero = startsAtZero
  }
}

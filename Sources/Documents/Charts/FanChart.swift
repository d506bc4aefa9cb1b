/// A recorded course, and where it may go: one path or two, each with its bands.
public struct FanChart: Equatable, Sendable {
  /// A range within which the figure is expected with a stated chance.
  public struct Band: Equatable, Sendable {
    /// The lower end.
    public var lower: ExactNumber
    /// The upper end.
    public var upper: ExactNumber

    /// Makes a band.
    public init(lower: ExactNumber, upper: ExactNumber) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// One period to come.
  public struct Point: Equatable, Sendable {
    /// The period for machines, such as `2021-03`.
    public var id: String
    /// The period for people, such as `Mar 2021`.
    public var label: String
    /// Where the period stands in time, in the steps of the recorded points.
    public var position: Int
    /// The central figure.
    public var central: ExactNumber
    /// The bands, in the order of the chart's `bandNames`.
    public var bands: [Band]

    /// Makes a point.
    public init(id: String, label: String, position: Int, central: ExactNumber, bands: [Band]) {
      self.id = id
      self.label = label
      self.position = position
      self.central = central
      self.bands = bands
    }
  }

  /// One way that things may go: an id such as `base`, and a name such as `As now` or `5 more home a month`
  /// at its end.
  public typealias Path = NamedLine<Point>

  /// The name of the recorded line.
  public var name: String

  /// What has been recorded, in order of time.
  public var recorded: [LineChart.Point]

  /// What may come: one path, or a base and a scenario.
  public var paths: [Path]

  /// The bands, the widest first, such as `95% band`, `50% band`.
  public var bandNames: [String]

  /// Figures drawn across the chart: a target, a comparator.
  public var references: [LineChart.Reference]

  /// Makes a fan chart.
  public init(
    name: String, recorded: [LineChart.Point], paths: [Path], bandNames: [String],
    references: [LineChart.Reference] = []
  ) {
    self.name = name
    self.recorded = recorded
    self.paths = paths
    self.bandNames = bandNames
    self.references = references
  }
}

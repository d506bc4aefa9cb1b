/// A chart as a value: what it shows and says, free of any form.
///
/// The figures are exact and are drawn, spoken and tabled from the same value, so that a picture can
/// never say something else than the table under it.
public struct Chart: Equatable, Sendable {
  /// What is drawn.
  public enum Kind: Equatable, Sendable {
    /// Figures over time, with limits or an expected band, and marks.
    case line(LineChart)
    /// A recorded course and where it may go, with bands.
    case fan(FanChart)
    /// Bars for each cohort over a few periods.
    case bars(BarChart)
    /// One bar of parts that make a whole.
    case profile(ProfileBar)
    /// One figure beside others of its kind, with intervals.
    case comparison(ComparisonChart)
    /// A figure, what was added and taken away, and the figure that came of it.
    case waterfall(WaterfallChart)
    /// What was planned, and what was sent.
    case plan(PlanChart)

    /// The name in JSON; it stays the same from release to release.
    public var name: String {
      switch self {
      case .line: "line"
      case .fan: "fan"
      case .bars: "bars"
      case .profile: "profile"
      case .comparison: "comparison"
      case .waterfall: "waterfall"
      case .plan: "plan"
      }
    }
  }

  /// A stable id of lower-case words joined by hyphens, such as `total-trend`.
  public var id: String

  /// What the chart tells, in about ten words, in sentence case, without a full stop.
  public var title: String

  /// The measure, the place and the time, in sentence case; empty when the title says it.
  public var subtitle: String

  /// The text alternative: what a reader would see, in whole sentences, from the narrative.
  public var description: String

  /// What is counted, as it stands on the axis: `Children`, `Children per 10,000`.
  public var unit: String

  /// What has to be known to read the picture, in whole sentences, such as why no band is drawn; nil
  /// where the picture speaks for itself.
  public var remark: String?

  /// Where the figures come from, without the word "Source"; nil when the paper says it elsewhere.
  public var source: String?

  /// The id of a table of the same document that holds the chart's figures; nil when there is none,
  /// and the chart's own table is written with it.
  public var tableID: String?

  /// What is drawn.
  public var kind: Kind

  /// The figures that are known and must not be shown: nothing is drawn there, and the chart's table
  /// has `[c]` for each, which is never the same as a figure that is not known.
  public var confidential: Set<Place> = []

  /// What stands where a figure is not drawn: `[c]` where it must not be shown, or else what is said of
  /// one that is not known.
  func gap(_ row: String, _ column: String, unknown: String) -> String {
    confidential.contains(Place(row: row, column: column)) ? "[c]" : unknown
  }

  /// Where a figure stands in the chart's table.
  public struct Place: Hashable, Sendable {
    /// The id of the period, group, item, part or step.
    public var row: String
    /// The id of the column.
    public var column: String

    /// Makes a place.
    public init(row: String, column: String) {
      self.row = row
      self.column = column
    }
  }

  /// Makes a chart.
  public init(
    id: String, title: String, subtitle: String = "", description: String,
    unit: String = "Children", remark: String? = nil, source: String? = nil,
    tableID: String? = nil, kind: Kind
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.unit = unit
    self.remark = remark
    self.source = source
    self.tableID = tableID
    self.kind = kind
  }
}

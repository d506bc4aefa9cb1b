import LookedAfter

/// A chart of a flow or a proportion with the limits of its ordinary variation (XmR), and the points
/// that are more than that.
///
/// A stock is refused by its type: see `IndependentSeries`.
public struct ControlChart: Sendable, Explainable {
  /// A stretch of the chart with a centre and limits of its own.
  public struct Segment: Equatable, Sendable {
    /// The places of its points in the series.
    public let range: Range<Int>

    /// How many of them are not gaps.
    public let points: Int

    /// The places of the points that the limits rest on: all of the stretch, or a fixed baseline.
    public let basis: Range<Int>

    /// The limits; nil with fewer than two points, or no two neighbours.
    public let limits: ControlLimits?

    /// Whether the limits rest on too few points to be more than trial limits.
    public let isTrial: Bool

    /// Why the stretch begins; nil for the first.
    public let rebase: Rebase?
  }

  /// The values.
  public let series: Series

  /// The least and the greatest value that there can be.
  let bounds: (floor: Double?, ceiling: Double?)

  /// The settings.
  public let settings: ControlChartSettings

  /// The stretches in order; earlier ones stay visible.
  public let segments: [Segment]

  /// The rules that mark each point, beside the values; a gap has none.
  public let signals: [PointSignals]

  /// Charts a flow or a proportion.
  ///
  /// - Parameters:
  ///   - source: the series.
  ///   - settings: the baseline and the rules.
  ///   - rebases: where the chart begins anew, in order. It never does so by itself.
  /// - Throws: `ControlChartError`, when a baseline or a rebase is not allowed.
  public init(
    _ source: some IndependentSeries, settings: ControlChartSettings = ControlChartSettings(),
    rebases: [Rebase] = []
  ) throws(ControlChartError) {
    try Self.check(settings, source.series.values)
    series = source.series
    bounds = (source.floor, source.ceiling)
    self.settings = settings
    var segments: [Segment] = []
    var signals = [PointSignals](repeating: [], count: series.values.count)
    let starts = [nil] + rebases.map(Optional.some)
    for (place, rebase) in starts.enumerated() {
      let start = rebase?.index ?? 0
      if let rebase, let before = segments.last {
        try Self.check(rebase, after: before, in: series.values)
      }
      let end = place + 1 < starts.count ? starts[place + 1]?.index ?? start : series.values.count
      guard start <= end, end <= series.values.count else {
        throw .noSuchPoint(place: end &+ 1)
      }
      let segment = Self.segment(start..<end, of: series.values, settings, rebase)
      segments.append(segment)
      Self.rules(of: segment, in: series.values, settings)?.mark(&signals)
    }
    self.segments = segments
    self.signals = signals
  }

  /// The latest point that is not a gap; nil when the latest stretch has none.
  public var latest: (index: Int, value: Double, signals: PointSignals)? {
    guard let range = segments.last?.range,
      let index = range.last(where: { series.values[$0] != nil }), let value = series.values[index]
    else { return nil }
    return (index, value, signals[index])
  }

  /// The runs that the latest point belongs to: how far from a signal they are.
  public var runsSoFar: [RunSoFar] {
    segments.last.flatMap { Self.rules(of: $0, in: series.values, settings) }?.unfinished ?? []
  }

  /// The limits as they are drawn: no lower than there can be, nor higher.
  public func shownLimits(of limits: ControlLimits) -> (lower: Double, upper: Double) {
    (
      max(limits.lower, bounds.floor ?? limits.lower),
      min(limits.upper, bounds.ceiling ?? limits.upper)
    )
  }

  /// Whether there are enough points for the icons.
  public var showsIcons: Bool { (segments.last?.points ?? 0) >= settings.iconFrom }

  /// How the limits of the latest stretch were made.
  public var working: Working {
    let limits = segments.last?.limits
    var results: [Working.Line] = []
    if let limits {
      results = [
        Working.Line("centre", .number(limits.centre)),
        Working.Line("mean moving range", .number(limits.meanMovingRange)),
        Working.Line("lower limit", .number(limits.lower)),
        Working.Line("upper limit", .number(limits.upper)),
        Working.Line("moving range limit", .number(limits.movingRangeLimit)),
        Working.Line("points that the limits rest on", .whole(limits.points)),
      ]
    }
    let formula =
      switch settings.limits {
      case .movingRange: "limits = mean ± \(settings.limitFactor) × mean |y(i) - y(i-1)|"
      case .poisson: "limits = mean ± 3 √mean"
      }
    return Working(
      "control limits", formula: formula, inputs: [series.input("y")], parameters: parameters,
      results: results, cautions: cautions)
  }

  /// What has to be kept in mind when the latest stretch is read.
  public var cautions: [Caution] {
    var cautions: [Caution] = []
    if let segment = segments.last {
      if segment.limits == nil {
        cautions.append(.tooFewPoints(have: segment.points, need: 2))
      } else if segment.isTrial {
        cautions.append(.trialLimits(points: segment.points, needed: settings.trialBelow))
      }
      if let limits = segment.limits, let floor = bounds.floor, limits.lower < floor {
        cautions.append(.limitBelowZero(computed: limits.lower))
      }
    }
    return cautions + series.gapCaution
  }

  private var parameters: [Working.Line] {
    var lines = [
      Working.Line("shift length", .whole(settings.rules.shiftLength)),
      Working.Line("trend length", .whole(settings.rules.trendLength)),
      Working.Line("equal values in a trend", .words(settings.rules.trendTies.rawValue)),
      Working.Line("two in three", .words(settings.rules.twoInThree.rawValue)),
      Working.Line("screen outliers", .words(settings.screensOutliers ? "yes" : "no")),
    ]
    if let segment = segments.last, segment.basis != segment.range {
      let ends = [segment.basis.lowerBound, segment.basis.upperBound - 1].map {
        series.month(at: $0)?.inWords ?? "point \($0 + 1)"
      }
      lines.append(Working.Line("limits rest on", .words(ends.joined(separator: " to "))))
    }
    if let rebase = segments.last?.rebase {
      lines.append(Working.Line("begun anew because", .words(rebase.reason)))
      if let decided = rebase.decided {
        lines.append(Working.Line("decided", .words(decided)))
      }
    }
    return lines
  }
}

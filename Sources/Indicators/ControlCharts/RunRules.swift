/// Marks the points of a stretch by the four rules, in one pass each; gaps are stepped over.
struct RunRules {
  let limits: ControlLimits
  let settings: RuleSettings

  /// The values that are not gaps, with their places in the series.
  let points: [(index: Int, value: Double)]

  /// Marks the points in an array that is as long as the series.
  func mark(_ signals: inout [PointSignals]) {
    markOutside(&signals)
    markTrends(&signals)
    markTwoInThree(&signals)
    markShifts(&signals)
  }

  private func markOutside(_ signals: inout [PointSignals]) {
    for point in points {
      guard let side = limits.beyondLimit(point.value) else { continue }
      signals[point.index].insert(PointSignals(.outside, side))
    }
  }

  private func markShifts(_ signals: inout [PointSignals]) {
    var start = 0
    var side: SignalDirection?
    for place in points.indices {
      let here = limits.side(of: points[place].value)
      if here != side { (start, side) = (place, here) }
      guard let side else { continue }
      let mark = PointSignals(.shift, side)
      let length = place - start + 1
      if length == settings.shiftLength {
        for earlier in start...place { signals[points[earlier].index].insert(mark) }
      } else if length > settings.shiftLength {
        signals[points[place].index].insert(mark)
      }
    }
  }

  private func markTwoInThree(_ signals: inout [PointSignals]) {
    // Of the last three points: how many lie on the side of the newest, and which are near a limit.
    var sides = 0
    var side: SignalDirection?
    for place in points.indices {
      let here = limits.side(of: points[place].value)
      sides = here == side ? sides + 1 : 1
      side = here
      guard let side, sides >= 3 else { continue }
      var near = 0
      for recent in (place - 2)...place where isNear(points[recent].value, side) { near += 1 }
      guard near >= 2 else { continue }
      let mark = PointSignals(.twoInThree, side)
      for recent in (place - 2)...place where isNear(points[recent].value, side) {
        signals[points[recent].index].insert(mark)
      }
    }
  }

  /// Whether a value is beyond the warning line of a side, as the settings count it.
  private func isNear(_ value: Double, _ side: SignalDirection) -> Bool {
    limits.beyondWarning(value) == side
      && (settings.twoInThree == .warningLine || limits.beyondLimit(value) == nil)
  }

  private func markTrends(_ signals: inout [PointSignals]) {
    var run = TrendRun(ties: settings.trendTies)
    for place in points.indices {
      run.add(place, value: points[place].value)
      guard let direction = run.direction else { continue }
      let mark = PointSignals(.trend, direction)
      if run.places.count == settings.trendLength, run.places.last == place {
        for earlier in run.places { signals[points[earlier].index].insert(mark) }
      } else if run.places.count > settings.trendLength, run.places.last == place {
        signals[points[place].index].insert(mark)
      }
    }
  }

  /// The run on one side of the centre, and the trend, that the last point belongs to.
  var unfinished: [RunSoFar] {
    guard let last = points.last else { return [] }
    var runs: [RunSoFar] = []
    if let side = limits.side(of: last.value) {
      let length = points.reversed().prefix { limits.side(of: $0.value) == side }.count
      runs.append(
        RunSoFar(rule: .shift, direction: side, length: length, signalAt: settings.shiftLength))
    }
    var trend = TrendRun(ties: settings.trendTies)
    for place in points.indices { trend.add(place, value: points[place].value) }
    if let direction = trend.direction {
      runs.append(
        RunSoFar(
          rule: .trend, direction: direction, length: trend.places.count,
          signalAt: settings.trendLength))
    }
    return runs
  }
}

/// A row of points that each rise, or each fall.
private struct TrendRun {
  let ties: RuleSettings.Ties

  /// The places of the points, those skipped for being equal left out.
  var places: [Int] = []

  /// The way of the run; nil while it is one point long.
  var direction: SignalDirection?

  private var last = 0.0

  init(ties: RuleSettings.Ties) { self.ties = ties }

  mutating func add(_ place: Int, value: Double) {
    guard let before = places.last else {
      (places, last) = ([place], value)
      return
    }
    if value == last {
      if ties == .end { (places, direction) = ([place], nil) }
      return
    }
    let step: SignalDirection = value > last ? .high : .low
    if step == direction || direction == nil {
      places.append(place)
    } else {
      places = [before, place]
    }
    (direction, last) = (step, value)
  }
}

/// A run that the latest point of a chart belongs to, whether or not it is a signal yet.
public struct RunSoFar: Equatable, Sendable {
  /// A shift or a trend.
  public let rule: ControlRule

  /// The side of the run, or its way.
  public let direction: SignalDirection

  /// How many points it has.
  public let length: Int

  /// How many make a signal.
  public let signalAt: Int

  /// How many more would make a signal; 0 when it is one.
  public var remaining: Int { max(0, signalAt - length) }
}

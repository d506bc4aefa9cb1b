/// Why a control chart cannot be made as asked.
public enum ControlChartError: Error, Equatable, CustomStringConvertible {
  /// The baseline is shorter than the points that limits need.
  case shortBaseline(Int, least: Int)
  /// A factor is not a number greater than zero.
  case badFactor
  /// The series has no such point to begin anew at, or it is not later than the rebase before.
  case noSuchPoint(place: Int)
  /// No cause was given.
  case noReason(place: Int)
  /// Too few points stand before the rebase.
  case tooFewBefore(place: Int, points: Int)
  /// The points from there on do not stay on one side of the centre for long enough.
  case notSustained(place: Int, points: Int)

  private static func only(_ points: Int) -> String {
    points == 1 ? "only 1 point stands" : "only \(points) points stand"
  }

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .shortBaseline(let points, let least):
      "A baseline of \(points == 1 ? "1 point" : "\(points) points") is too short; give \(least) or"
        + " more."
    case .badFactor: "The factors of the limits must be numbers greater than zero."
    case .noSuchPoint(let place):
      "The chart cannot begin anew at point \(place); name a later point of the series."
    case .noReason(let place):
      "The chart cannot begin anew at point \(place) without a reason; name the known cause."
    case .tooFewBefore(let place, let points):
      "The chart cannot begin anew at point \(place): \(Self.only(points)) before it, and at"
        + " least \(Rebase.pointsBefore) are needed."
    case .notSustained(let place, let points):
      "The chart cannot begin anew at point \(place): \(points) of the points from there on are in a"
        + " row on one side of the centre, and \(Rebase.sustainedLength) are needed."
    }
  }
}

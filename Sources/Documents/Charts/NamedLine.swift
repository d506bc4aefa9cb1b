/// A line of a chart over time, with the name at its end.
public struct NamedLine<Point: Equatable & Sendable>: Equatable, Sendable {
  /// A stable id for machines.
  public var id: String
  /// What stands at the end of the line.
  public var name: String
  /// The points, in order of time.
  public var points: [Point]

  /// Makes a line.
  public init(id: String, name: String, points: [Point]) {
    self.id = id
    self.name = name
    self.points = points
  }
}

/// A straight line through weighted points.
struct WeightedLine {
  /// A point with its weight.
  struct Point {
    let time: Double
    let value: Double
    let weight: Double
  }

  let slope: Double
  let chiSquare: Double

  init(_ points: [Point]) {
    let weight = points.reduce(0) { $0 + $1.weight }
    let time = points.reduce(0) { $0 + $1.weight * $1.time } / weight
    let value = points.reduce(0) { $0 + $1.weight * $1.value } / weight
    let square = points.reduce(0) { $0 + $1.weight * ($1.time - time) * ($1.time - time) }
    let product = points.reduce(0) { $0 + $1.weight * ($1.time - time) * ($1.value - value) }
    slope = product / square
    chiSquare = slope * slope * square
  }

  /// The slope with each point left out in turn.
  static func slopesLeavingOneOut(_ points: [Point]) -> [Double] {
    points.indices.map { left in
      WeightedLine(points.enumerated().filter { $0.offset != left }.map(\.element)).slope
    }
  }
}

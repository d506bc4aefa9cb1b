/// A number axis with round marks.
struct AxisScale: Equatable {
  /// Where the axis begins.
  var low: Double

  /// Where it ends.
  var high: Double

  /// The distance between two marks.
  var step: Double

  /// An axis that holds all values.
  ///
  /// - Parameters:
  ///   - values: what has to be on it; those that are not finite are left out.
  ///   - fromZero: whether nought must be on it, as it must for bars.
  ///   - marks: about how many marks it may have, at least 2.
  init(_ values: some Sequence<Double>, fromZero: Bool, marks: Int) {
    var least = Double.infinity
    var most = -Double.infinity
    var areWhole = true
    for value in values where value.isFinite {
      areWhole = areWhole && value == value.rounded()
      least = min(least, value)
      most = max(most, value)
    }
    if least > most { (least, most) = (0, 1) }
    let neverNegative = least >= 0
    if fromZero {
      least = min(least, 0)
      most = max(most, 0)
    }
    if least == most {
      // One value, or a constant: room on both sides, but none below nought for a count.
      let room = max(1, least.magnitude / 10)
      least = neverNegative ? max(0, least - room) : least - room
      most += room
    }
    // There is no half child: whole numbers have no marks between them.
    let wanted = Self.round((most - least) / Double(max(1, marks - 1)))
    let spacing = areWhole ? max(1, wanted) : wanted
    var low = (least / spacing).rounded(.down) * spacing
    let high = (most / spacing).rounded(.up) * spacing
    // A count is never drawn below nought, and an axis that nearly starts there, starts there.
    if neverNegative, low <= spacing { low = 0 }
    self.low = low
    self.high = high > low ? high : low + spacing
    step = spacing
  }

  /// The values at which marks stand, lowest first.
  var marks: [Double] {
    let count = min(50, Int(((high - low) / step).rounded()))
    return (0...max(0, count)).map { low + Double($0) * step }
  }

  /// How far along the axis a value stands: 0 at the beginning, 1 at the end.
  func fraction(_ value: Double) -> Double {
    guard high > low, value.isFinite else { return 0 }
    return min(1, max(0, (value - low) / (high - low)))
  }

  /// A mark as people read it, with no more decimals than the distance between marks needs.
  func text(_ mark: Double) -> String {
    var decimals = 0
    var rest = step
    while decimals < 6, (rest - rest.rounded()).magnitude > 1e-6 {
      rest *= 10
      decimals += 1
    }
    return ExactNumber(rounding: mark, decimals: decimals)?.forPeople ?? ""
  }

  /// The next of 1, 2, 5, 10, 20 … that is not much below a distance.
  private static func round(_ distance: Double) -> Double {
    guard distance > 0, distance.isFinite else { return 1 }
    var power = 1.0
    while power > distance, power > 1e-300 { power /= 10 }
    while power * 10 <= distance { power *= 10 }
    for factor in [1.0, 2, 5] where power * factor >= distance * 0.7 { return power * factor }
    return power * 10
  }
}

/// Finds where an increasing function is zero: Newton's steps, held within a bracket that shrinks.
enum RootFinder {
  /// The root of an increasing function, to the last digits.
  ///
  /// - Parameters:
  ///   - start: a first guess.
  ///   - function: the value and the slope. The value may be infinite, of the right sign.
  static func increasing(
    from start: Double, _ function: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var point = start
    var low = -Double.infinity
    var high = Double.infinity
    var stride = 1.0
    for _ in 0..<200 {
      let (value, slope) = function(point)
      if value == 0 || value.isNaN { return point }
      if value > 0 { high = point } else { low = point }
      var next = point - value / slope
      if !next.isFinite || next <= low || next >= high || abs(next - point) > stride {
        // Out of the bracket, or too far to be trusted: halve it, or widen it.
        if low.isFinite && high.isFinite {
          let inside = next.isFinite && next > low && next < high
          next = inside ? next : low + (high - low) / 2
        } else {
          next = point + (value > 0 ? -stride : stride)
          stride *= 2
        }
      }
      if abs(next - point) <= 2e-16 * max(1, abs(point)) { return next }
      point = next
    }
    return point
  }
}

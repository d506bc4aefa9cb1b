/// A sum that carries what rounding would lose (Neumaier).
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  var value: Double { sum + lost }

  mutating func add(_ number: Double) {
    let total = sum + number
    lost += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
    sum = total
  }
}

/// Averages and quantiles of plain lists of numbers.
public enum Averages {
  /// The mean; nil of nothing.
  public static func mean(_ values: some Collection<Double>) -> Double? {
    guard !values.isEmpty else { return nil }
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    return sum.value / Double(values.count)
  }

  /// The median; nil of nothing.
  public static func median(_ values: some Collection<Double>) -> Double? {
    quantile(0.5, ofSorted: values.sorted())
  }

  /// The quantile of type 7, on a straight line between the values on either side: with
  /// `h = (m - 1) p`, it is `s[⌊h⌋] + (h - ⌊h⌋)(s[⌊h⌋ + 1] - s[⌊h⌋])`; nil of nothing.
  ///
  /// - Parameters:
  ///   - p: the share below, 0 to 1.
  ///   - sorted: the values, in ascending order.
  public static func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double? {
    guard let last = sorted.last, p >= 0, p <= 1 else { return nil }
    let place = Double(sorted.count - 1) * p
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}

/// The periods that are named under a time axis, and where their names stand: none over another.
struct TimeLabels {
  /// A name under the axis.
  struct Label: Equatable {
    var time: Double
    var text: String
    var start: Double
    var end: Double
  }

  /// The periods in order.
  var periods: [(time: Double, label: String)]
  /// Between which ends names may stand.
  var bounds: ClosedRange<Double>
  /// How much has to be free between two names.
  var gap: Double
  /// How wide a name is.
  var width: (String) -> Double
  /// Where a time stands on the axis.
  var place: (Double) -> Double

  /// The names from left to right: at even distances where the periods are, the last among them and
  /// the first too where that can be.
  var chosen: [Label] {
    let last = periods.count - 1
    guard last > 0 else { return periods.indices.map(label) }
    let steps = zip(periods.dropFirst(), periods).map { $0.time - $1.time }
    guard let usual = steps.first, steps.allSatisfy({ abs($0 - usual) < 1e-9 }) else {
      return uneven(last)
    }
    return stride(from: last, through: 0, by: -evenStep(last)).reversed().map(label)
  }

  private func label(_ index: Int) -> Label {
    let (time, text) = periods[index]
    let length = width(text)
    let least = bounds.lowerBound
    let start = min(max(least, place(time) - length / 2), max(least, bounds.upperBound - length))
    return Label(time: time, text: text, start: start, end: start + length)
  }

  /// How many periods share one name.
  private func evenStep(_ last: Int) -> Int {
    let widest = periods.prefix(200).map { width($0.label) }.max() ?? 1
    let room = max(1, (bounds.upperBound - bounds.lowerBound) / (widest + gap))
    let least = min(last, max(1, Int((Double(last) / room).rounded(.down))))
    // With one name alone there is nothing to meet.
    guard let fitting = (least...last).first(where: fits) else { return last + 1 }
    return Self.step(atLeast: fitting, of: last) { fits($0) }
  }

  /// A step with which both ends are named, or else a usual part or number of years.
  static func step(atLeast least: Int, of last: Int, where fits: (Int) -> Bool = { _ in true })
    -> Int
  {
    let twice = max(least, min(last, least * 2))
    return (least...twice).first { last.isMultiple(of: $0) && fits($0) }
      ?? (last <= least * 3 ? last : nil)
      ?? [1, 2, 3, 4, 6, 12, 24, 36, 60, 120].first { $0 >= least && fits($0) } ?? least
  }

  private func fits(_ step: Int) -> Bool {
    var free = Double.infinity
    for index in stride(from: periods.count - 1, through: 0, by: -step) {
      let label = label(index)
      guard label.end + gap <= free else { return false }
      free = label.start
    }
    return true
  }

  /// The last and the first, and between them whatever has room.
  private func uneven(_ last: Int) -> [Label] {
    var chosen = [label(last)]
    var free = chosen[0].start - gap
    let first = label(0)
    let keepsFirst = first.end <= free
    let least = keepsFirst ? first.end + gap : bounds.lowerBound
    for index in stride(from: last - 1, to: keepsFirst ? 0 : -1, by: -1)
    where place(periods[index].time) <= free {
      let label = label(index)
      guard label.end <= free, label.start >= least else { continue }
      chosen.append(label)
      free = label.start - gap
    }
    return (keepsFirst ? [first] : []) + chosen.reversed()
  }
}

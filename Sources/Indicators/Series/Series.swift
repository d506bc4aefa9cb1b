import LookedAfter

/// A value of a month, with how it came to be known.
public struct SeriesPoint: Equatable, Sendable {
  /// The month.
  public let month: Month

  /// The value; nil for a month that is known to be missing.
  public let value: Double?

  /// How it came to be known; nil for a plain number.
  public let provenance: Provenance?

  /// Makes a point.
  public init(_ month: Month, _ value: Double?, _ provenance: Provenance? = nil) {
    self.month = month
    self.value = value
    self.provenance = provenance
  }

  /// The point of a recorded count.
  public init(_ month: Month, count: Recorded<Int>?) {
    self.init(month, count.map { Double($0.value) }, count?.provenance)
  }
}

/// Values at equal steps of time, oldest first; a missing month is a gap, never 0.
public struct Series: Equatable, Sendable {
  /// The values; nil for a gap.
  public let values: [Double?]

  /// The month of the first value; nil where the steps have no dates.
  public let firstMonth: Month?

  /// How each value came to be known, beside the values; empty where none was given.
  public let provenance: [Provenance?]

  /// The values in order; `first` is the month of the first, each next one a month later.
  ///
  /// - Throws: `SeriesError.notUsable`.
  public init(_ values: [Double?], from first: Month? = nil) throws(SeriesError) {
    try self.init(values, first, [])
  }

  /// Values of months in order; a month that is left out becomes a gap.
  ///
  /// - Throws: `SeriesError`, when a month is out of order or a value cannot be worked with.
  public init(_ points: [SeriesPoint]) throws(SeriesError) {
    var values: [Double?] = []
    var provenance: [Provenance?] = []
    var last: Month?
    for point in points {
      if let last {
        let step = last.distance(to: point.month)
        guard step > 0 else { throw .outOfOrder(point.month) }
        values += repeatElement(nil, count: step - 1)
        provenance += repeatElement(nil, count: step - 1)
      }
      values.append(point.value)
      provenance.append(point.provenance)
      last = point.month
    }
    let known = provenance.contains { $0 != nil }
    try self.init(values, points.first?.month, known ? provenance : [])
  }

  /// Differences of values that are already known to be usable.
  init(differences: [Double?], from first: Month?) {
    values = differences
    firstMonth = first
    provenance = []
  }

  private init(
    _ values: [Double?], _ first: Month?, _ provenance: [Provenance?]
  ) throws(SeriesError) {
    // A bound well within what a Double holds exactly keeps every sum below from overflowing.
    for (index, value) in values.enumerated() {
      if let value, !(abs(value) <= 1e12) { throw .notUsable(place: index + 1) }
    }
    self.values = values
    self.provenance = provenance
    firstMonth = first
  }

  /// The month of a value; nil where the steps have no dates.
  public func month(at index: Int) -> Month? { firstMonth?.advanced(by: index) }

  /// The place of a month; nil where the series does not hold it.
  public func index(of month: Month) -> Int? {
    guard let index = firstMonth?.distance(to: month), values.indices.contains(index) else {
      return nil
    }
    return index
  }

  /// The number of values that are not gaps.
  public var known: Int { values.lazy.filter { $0 != nil }.count }

  /// The missing values among the last twelve, when they are more than two.
  var gapCaution: [Caution] {
    let last = values.suffix(12)
    let missing = last.lazy.filter { $0 == nil }.count
    return missing > 2 ? [.gaps(missing: missing, outOf: last.count)] : []
  }

  /// The series as an input of a working, its sources named once each.
  func input(_ name: String) -> Working.Input {
    var words = "\(known) values"
    if let first = firstMonth, let last = month(at: values.count - 1), !values.isEmpty {
      words += ", \(first.inWords) to \(last.inWords)"
    }
    return Working.Input(name, .words(words), sources(in: values.indices))
  }

  /// How the values of a stretch came to be known, each source once.
  func sources(in range: Range<Int>) -> [Provenance] {
    var seen: Set<Provenance> = []
    return provenance.indices.clamped(to: range).compactMap { provenance[$0] }.filter {
      seen.insert($0).inserted
    }
  }

  /// The values of a stretch one after the other, with its months: `6, 5, 7 (April 2024 to June
  /// 2024)`.
  func words(in range: Range<Int>) -> String {
    let shown = values.indices.clamped(to: range)
    let numbers = shown.map { index in
      values[index].map { Int(exactly: $0).map(String.init) ?? String($0) } ?? "missing"
    }
    guard let last = shown.last, let from = month(at: shown.lowerBound), let to = month(at: last)
    else { return numbers.joined(separator: ", ") }
    let months = from == to ? from.inWords : "\(from.inWords) to \(to.inWords)"
    return "\(numbers.joined(separator: ", ")) (\(months))"
  }
}

import LookedAfter

/// The quartile bands of the Local Authority Interactive Tool, best first.
public enum QuartileBand: String, CaseIterable, Sendable {
  /// The best quarter.
  case a = "A"
  /// The second.
  case b = "B"
  /// The third.
  case c = "C"
  /// The worst quarter.
  case d = "D"
}

/// Where an authority stands among all that have a value: rank, quartile band and percentile.
public struct Standing: Equatable, Sendable, Explainable {
  /// The authority's value.
  public let value: Double

  /// The values of all authorities that have one, ascending, the authority's own among them.
  private let sorted: [Double]

  /// What is aimed at: it gives the rank its order, and the bands their names.
  public let direction: PreferredDirection

  /// The standing of a value among those of all authorities, its own included; nil when its own
  /// is not among them, or one is not a number.
  public init?(of value: Double, among values: [Double], direction: PreferredDirection = .neutral) {
    guard values.contains(value), values.allSatisfy(\.isFinite) else { return nil }
    self.value = value
    sorted = values.sorted()
    self.direction = direction
  }

  /// How many authorities have a value.
  public var count: Int { sorted.count }

  /// How many stand strictly below.
  public var below: Int { sorted.lazy.prefix { $0 < value }.count }

  /// How many have the same value, the authority itself among them.
  public var equal: Int { sorted.lazy.filter { $0 == value }.count }

  /// How many stand strictly above.
  public var above: Int { count - below - equal }

  /// The place counted from the highest; ties share the first place.
  public var rankFromHighest: Int { above + 1 }

  /// The place counted from the lowest; ties share the first place.
  public var rankFromLowest: Int { below + 1 }

  /// The rank, 1 the best; nil where no direction was set, as in the Interactive Tool.
  public var rank: Int? {
    switch direction {
    case .neutral: nil
    case .decrease: rankFromLowest
    case .increase: rankFromHighest
    }
  }

  /// The smallest value, the cuts at 25%, 50% and 75% (type 7), and the largest.
  public var cuts: [Double] {
    [0, 0.25, 0.5, 0.75, 1].compactMap { Averages.quantile($0, ofSorted: sorted) }
  }

  /// The quartile band; nil where no direction was set.
  ///
  /// A value on a cut belongs to the lower quarter: the better one where low is good, and the
  /// worse one where high is good.
  public var band: QuartileBand? {
    let cuts = cuts
    guard direction != .neutral, cuts.count == 5 else { return nil }
    let bands: [QuartileBand] = direction == .decrease ? [.a, .b, .c, .d] : [.d, .c, .b, .a]
    let quarter = value <= cuts[1] ? 0 : value <= cuts[2] ? 1 : value <= cuts[3] ? 2 : 3
    return bands[quarter]
  }

  /// The share of authorities strictly below plus half of those with the same value, 0 to 1.
  public var percentile: Double { (Double(below) + Double(equal) / 2) / Double(count) }

  /// How many intervals have a value in common with the authority's own, itself not counted: how
  /// many others it cannot be told apart from.
  public static func overlaps(of own: RateInterval, with others: [RateInterval]) -> Int {
    others.lazy.filter(own.overlaps).count
  }

  /// How the standing was made.
  public var working: Working {
    var results = [
      Working.Line("rank from the highest", .whole(rankFromHighest)),
      Working.Line("percentile", .number(percentile)),
    ]
    let names = ["lowest", "25% cut", "50% cut", "75% cut", "highest"]
    results += zip(names, cuts).map { Working.Line($0, .number($1)) }
    if let band { results.append(Working.Line("quartile band", .words(band.rawValue))) }
    return Working(
      "standing among authorities",
      formula: "cuts of type 7: h = (m - 1) p, s[⌊h⌋] + (h - ⌊h⌋)(s[⌊h⌋ + 1] - s[⌊h⌋]);"
        + " percentile = (below + equal / 2) / m",
      inputs: [
        Working.Input("value", .number(value)), Working.Input("m", .whole(count)),
      ], parameters: [Working.Line("direction", .words(direction.rawValue))], results: results,
      cautions: direction == .neutral ? [.noDirectionSet] : [])
  }
}

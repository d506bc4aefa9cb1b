import LookedAfter

/// Where the number looked after would lie, month by month, were starts and leavers to go on as they
/// did: a signal is a month outside the band.
///
/// The centre goes `N ← N + λ - μN`, the variance `V ← V(1 - μ)² + φ(λ + μN)`; the band is
/// `centre ± 1.96 √V`, the outer one `± 3 √V`. λ is the mean of the monthly starts, μ the leavers as a
/// share of the number at the start of each month, both of the months before the start.
public struct ExpectedBand: Equatable, Sendable, Explainable {
  /// A month of the band.
  public struct Point: Equatable, Sendable {
    /// The number expected.
    public let expected: Double

    /// The variance of the number.
    public let variance: Double

    /// The lower end of the band, 0 or more.
    public var lower: Double { end(-1.96) }

    /// The upper end of the band.
    public var upper: Double { end(1.96) }

    /// The lower end of the outer band, 0 or more.
    public var outerLower: Double { end(-3) }

    /// The upper end of the outer band.
    public var outerUpper: Double { end(3) }

    private func end(_ deviations: Double) -> Double {
      max(0, expected + deviations * variance.squareRoot())
    }

    /// Where a number lies.
    public func place(of number: Double) -> Place {
      if number < outerLower { return .farBelow }
      if number < lower { return .below }
      if number > outerUpper { return .farAbove }
      return number > upper ? .above : .within
    }
  }

  /// Where a number lies by the band.
  public enum Place: String, CaseIterable, Sendable {
    /// Below the outer band.
    case farBelow = "far_below"
    /// Below the band.
    case below
    /// Within the band: as expected.
    case within
    /// Above the band.
    case above
    /// Above the outer band.
    case farAbove = "far_above"

    /// Whether it is outside the band.
    public var isSignal: Bool { self != .within }
  }

  /// The number that the band starts from.
  public let start: Double

  /// λ: the starts of a month.
  public let starts: Double

  /// μ: the share of children who leave in a month, 0 to 1.
  public let leaverRate: Double

  /// The spread beyond chance.
  public let spread: Spread

  /// The months that λ and μ rest on; nil when they were given.
  public let baselineMonths: Int?

  /// Where the start, the starts and the leavers are from; empty for plain numbers.
  private var monthly: [Working.Input] = []
  private var startProvenance: [Provenance] = []

  /// The band for 1, 2, 3, … months after the start.
  public let points: [Point]

  /// The band from given rates; nil for a negative number, a share above 1, or more than 1,200
  /// months.
  public init?(start: Double, starts: Double, leaverRate: Double, spread: Spread, months: Int) {
    self.init(start, starts, leaverRate, spread, months, baseline: nil)
  }

  private init?(
    _ start: Double, _ starts: Double, _ leaverRate: Double, _ spread: Spread, _ months: Int,
    baseline: Int?
  ) {
    let usable = 0.0...1e9
    guard usable.contains(start), usable.contains(starts), (0...1).contains(leaverRate),
      (0...1200).contains(months)
    else { return nil }
    self.start = start
    self.starts = starts
    self.leaverRate = leaverRate
    self.spread = spread
    baselineMonths = baseline
    var points: [Point] = []
    var (number, variance) = (start, 0.0)
    for _ in 0..<months {
      let leavers = leaverRate * number
      variance =
        variance * (1 - leaverRate) * (1 - leaverRate) + spread.phi * (starts + leavers)
      number += starts - leavers
      points.append(Point(expected: number, variance: variance))
    }
    self.points = points
  }

  /// The band that follows a month of the stock, by the rates of the months up to it.
  ///
  /// - Parameters:
  ///   - stock: the numbers at each month's end.
  ///   - started: the starts of the same months.
  ///   - ceased: the leavers of the same months.
  ///   - index: the place in the stock that the band starts from; at least `baseline` months before
  ///     it must be known.
  ///   - baseline: how many months λ and μ rest on: 12 or 24.
  ///   - months: how many months the band is for.
  ///   - spread: φ; nil to estimate it from the months up to the start, for the months that the
  ///     band is to judge must not widen it.
  /// - Returns: nil when the series do not begin together, or a month of the baseline is missing.
  public init?(
    stock: StockSeries, started: FlowSeries, ceased: FlowSeries, from index: Int,
    baseline: Int = 12, months: Int, spread: Spread? = nil
  ) {
    let (numbers, starts, leavers) = (
      stock.series.values, started.series.values, ceased.series.values
    )
    guard baseline >= 1, index >= baseline, index < numbers.count, index < starts.count,
      index < leavers.count, stock.series.firstMonth == started.series.firstMonth,
      stock.series.firstMonth == ceased.series.firstMonth, let start = numbers[index]
    else { return nil }
    var (sumOfStarts, sumOfLeavers, sumAtRisk) = (
      CompensatedSum(), CompensatedSum(), CompensatedSum()
    )
    for month in (index - baseline + 1)...index {
      guard let opening = numbers[month - 1], let started = starts[month],
        let ceased = leavers[month]
      else { return nil }
      sumOfStarts.add(started)
      sumOfLeavers.add(ceased)
      sumAtRisk.add(opening)
    }
    guard sumAtRisk.value > 0 else { return nil }
    self.init(
      start, sumOfStarts.value / Double(baseline), sumOfLeavers.value / sumAtRisk.value,
      spread ?? Spread(started: started, ceased: ceased, upTo: index), months, baseline: baseline)
    let window = (index - baseline + 1)..<(index + 1)
    let named = [
      ("starts that λ is the mean of", started.series), ("leavers that μ is of", ceased.series),
    ]
    monthly = named.map { name, series in
      Working.Input(name, .words(series.words(in: window)), series.sources(in: window))
    }
    let before = (index - baseline)..<index
    monthly.append(
      Working.Input(
        "numbers that μ is a share of", .words(stock.series.words(in: before)),
        stock.series.sources(in: before)))
    startProvenance = stock.series.sources(in: index..<(index + 1))
  }

  /// How the band was made.
  public var working: Working {
    var parameters = [
      Working.Line("φ", .number(spread.phi)), Working.Line("φ is", .words(spread.basisInWords)),
    ]
    if let baselineMonths {
      parameters.append(Working.Line("months that λ and μ rest on", .whole(baselineMonths)))
    }
    var results: [Working.Line] = []
    if let last = points.last {
      results = [
        Working.Line("months after the start", .whole(points.count)),
        Working.Line("expected", .number(last.expected)),
        Working.Line("lower", .number(last.lower)),
        Working.Line("upper", .number(last.upper)),
      ]
    }
    return Working(
      "expected band of the number",
      formula: "N ← N + λ - μN; V ← V(1 - μ)² + φ(λ + μN); band N ± 1.96 √V",
      inputs: [
        Working.Input("N", .number(start), startProvenance), Working.Input("λ", .number(starts)),
        Working.Input("μ", .number(leaverRate)),
      ] + monthly, parameters: parameters, results: results, cautions: spread.cautions)
  }
}

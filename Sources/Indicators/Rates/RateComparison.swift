import LookedAfter

/// An authority's number and rate beside a comparator's.
public struct RateComparison: Equatable, Sendable, Explainable {
  /// The comparator.
  public let comparator: Comparator

  /// The authority's rate.
  public let rate: RatePer10000

  /// How many children the authority would look after at the comparator's rate.
  public let needed: ChildrenNeeded

  /// The children looked after less those needed: more than zero above the comparator.
  public let gap: Int

  /// Compares a rate; nil where a number is too great to be worked with.
  public init?(_ rate: RatePer10000, comparator: Comparator) {
    guard
      let needed = ChildrenNeeded(rate: comparator.rate.value, population: rate.population)
    else { return nil }
    self.comparator = comparator
    self.rate = rate
    self.needed = needed
    gap = needed.gap(of: rate.children)
  }

  /// Compares a number of children; nil where there is no population.
  public init?(children: Int, population: Int, comparator: Comparator) {
    guard let rate = RatePer10000(children: children, population: population) else { return nil }
    self.init(rate, comparator: comparator)
  }

  /// The gap at the limits of the count, in whole children.
  public func gapRange(confidence: Confidence = .ninetyFive) -> ClosedRange<Int> {
    needed.gapRange(of: RateInterval(rate, confidence: confidence).limits)
  }

  /// Whether the rate is lower, similar or higher.
  ///
  /// - Parameters:
  ///   - confidence: how sure the limits are.
  ///   - outer: a higher confidence, for five classes; nil for three.
  ///   - direction: which way is better; nil where that is not set.
  public func test(
    confidence: Confidence = .ninetyFive, outer: Confidence? = nil,
    direction: PreferredDirection = .neutral
  ) -> ComparatorTest {
    ComparatorTest(
      rate, comparator: comparator.rate.value, confidence: confidence, outer: outer,
      direction: direction)
  }

  /// How the number needed and the gap were made.
  public var working: Working {
    let range = gapRange()
    var working = rate.working
    working.inputs.append(
      Working.Input("c", .exact(needed.rate), [comparator.rate.provenance]))
    working.results = [
      Working.Line("needed before rounding", .number(needed.value)),
      Working.Line("needed", .whole(needed.number)), Working.Line("gap", .whole(gap)),
      Working.Line("gap at the lower limit of the count", .whole(range.lowerBound)),
      Working.Line("gap at the upper limit of the count", .whole(range.upperBound)),
    ]
    return Working(
      "children at the rate of \(comparator.nameInSentence)",
      formula: "needed = c × n / per; gap = x - needed", inputs: working.inputs,
      parameters: working.parameters
        + [Working.Line("year of the comparator", .words(comparator.dataYear))],
      results: working.results, cautions: working.cautions + [.comparatorIsNoTarget])
  }
}

/// Two months of events that come at random, set against each other: given their sum, each event is
/// as likely in either.
///
/// Events come together, as siblings do, so that the difference is held against `√(φ (a + b))`; the
/// exact test, a two-sided binomial of `a + b` and one half, is right for φ = 1 and for few events.
/// Of the two the more cautious counts.
public struct TwoMonths: Equatable, Sendable, Explainable {
  /// The events of the earlier month.
  public let before: Int

  /// The events of the later month.
  public let now: Int

  /// The spread beyond chance.
  public let spread: Spread

  /// The probability of two months at least as far apart.
  public let p: Double

  /// Compares two months; nil for a negative number, one of 100,000,000 and more, or no event at all.
  public init?(_ before: Int, _ now: Int, spread: Spread) {
    let usable = 0..<100_000_000
    guard usable.contains(before), usable.contains(now), before + now > 0,
      let exact = BinomialDistribution(trials: before + now, probability: 0.5)?.twoSided(now)
    else { return nil }
    self.before = before
    self.now = now
    self.spread = spread
    let z = Double(now - before) / (spread.phi * Double(before + now)).squareRoot()
    p = spread.phi == 1 ? exact : max(exact, NormalDistribution.twoSided(z))
  }

  /// How the probability was made.
  public var working: Working {
    Working(
      "chance of two months this far apart",
      formula:
        "z = (b - a) / √(φ (a + b)); exact p: two-sided binomial(a + b, ½); the greater counts",
      inputs: [Working.Input("a", .whole(before)), Working.Input("b", .whole(now))],
      parameters: [
        Working.Line("φ", .number(spread.phi)), Working.Line("φ is", .words(spread.basisInWords)),
      ], results: [Working.Line("p", .number(p))], cautions: spread.cautions)
  }
}

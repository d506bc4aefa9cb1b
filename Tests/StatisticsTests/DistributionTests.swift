import Indicators
import Testing

/// Values worked out to 50 digits with mpmath 1.3; the chi-square and normal ones agree with the
/// tables printed in Abramowitz and Stegun to all their digits.
@Suite("Distributions") struct DistributionTests {
  @Test(
    "The normal quantile",
    arguments: [
      (1e-300, -37.047096299361199),
      (1e-20, -9.2623400897984076),
      (1e-5, -4.2648907939228246),
      (0.001, -3.0902323061678135),
      (0.025, -1.9599639845400542),
      (0.05, -1.6448536269514727),
      (0.1, -1.2815515655446004),
      (0.3, -0.52440051270804082),
      (0.499, -0.0025066308995717662),
      (0.5, 0.0),
      (0.75, 0.67448975019608174),
      (0.95, 1.6448536269514723),
      (0.975, 1.9599639845400539),
      (0.999, 3.0902323061678133),
      (0.9999, 3.7190164854557084),
    ] as [(Double, Double)])
  func normal(p: Double, z: Double) {
    #expect(abs(NormalDistribution.quantile(p) - z) <= 1e-14 * max(1, abs(z)))
    #expect(relativeError(NormalDistribution.lowerTail(z), p) < 1e-12)
  }

  @Test("The two confidences of the papers: 1.959964 and 3.090232")
  func confidences() {
    #expect(shown(NormalDistribution.quantile(0.975), 6) == "1.959964")
    #expect(shown(NormalDistribution.quantile(0.999), 6) == "3.090232")
    #expect(relativeError(NormalDistribution.twoSided(1.959963984540054), 0.05) < 1e-12)
  }

  @Test(
    "The chi-square quantile",
    arguments: [
      (1, 0.998, 9.5495357060832417),
      (1, 0.95, 3.8414588206941245),
      (2, 0.05, 0.10258658877510107),
      (14, 0.025, 5.6287261030397322),
      (16, 0.975, 28.845350723404756),
      (2, 0.975, 7.3777589082278708),
      (2, 0.001, 0.002001000667167067),
      (688, 0.025, 617.20860882449162),
      (690, 0.975, 764.68483574222638),
      (0.5, 0.01, 1.3499395859116937e-8),
      (20, 1e-10, 0.94544418521270461),
      (20, 0.9999999999, 89.255714228202998),
      (100000, 0.5, 99999.333334123463),
    ] as [(Double, Double, Double)])
  func chiSquare(degreesOfFreedom: Double, p: Double, x: Double) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom)
    // Near 1 the last digits of p itself are worth more than a part in 10^11 of the quantile.
    #expect(relativeError(distribution.quantile(lower: p), x) < 1e-10)
    #expect(relativeError(distribution.lowerTail(x), p) < 1e-11)
  }

  @Test(
    "The beta quantile",
    arguments: [
      (344, 388, 0.025, 0.43390260616767071),
      (345, 387, 0.975, 0.50751207816685811),
      (1, 9, 0.5, 0.074125287712709571),
      (0.5, 0.5, 0.1, 0.024471741852423217),
      (2, 3, 1e-08, 4.082594021609241e-5),
      (10, 1000, 0.999, 0.022303665942497766),
      (1, 732, 0.025, 3.4586571248198301e-5),
    ] as [(Double, Double, Double, Double)])
  func beta(a: Double, b: Double, p: Double, x: Double) {
    #expect(relativeError(SpecialFunctions.inverseLowerBeta(a, b, p), x) < 1e-11)
  }

  @Test(
    "Poisson probabilities",
    arguments: [
      (231.15, 344, 8.8319074625894078e-13, 0.99999999999823702, 2.6461697948032802e-12),
      (231.15, 200, 0.0031240747939729912, 0.020087162078421089, 0.9830369127155519),
      (0.5, 0, 0.60653065971263342, 0.60653065971263342, 1.0),
      (0.5, 3, 0.012636055410679863, 0.99824837744370918, 0.014387677966970687),
      (9.25, 4, 0.029317823883306566, 0.047092722827171324, 0.98222510105613524),
      (100000, 100400, 0.0005663300242926362, 0.89727476822305061, 0.10329156180124203),
    ] as [(Double, Int, Double, Double, Double)])
  func poisson(mean: Double, count: Int, exactly: Double, atMost: Double, atLeast: Double) throws {
    let distribution = try #require(PoissonDistribution(mean: mean))
    #expect(relativeError(distribution.probability(of: count), exactly) < 1e-11)
    #expect(relativeError(distribution.atMost(count), atMost) < 1e-11)
    #expect(relativeError(distribution.atLeast(count), atLeast) < 1e-11)
  }

  @Test(
    "Binomial probabilities",
    arguments: [
      (731, 0.5, 344, 0.0083370586038145751, 0.060130813903489686, 0.94820624470032489),
      (731, 0.5013, 344, 0.0074367909248658078, 0.052190218624508702, 0.95524657230035711),
      (11, 0.5, 3, 0.08056640625, 0.11328125, 0.96728515625),
      (20, 0.1, 0, 0.12157665459056927, 0.12157665459056927, 1.0),
      (20, 0.1, 7, 0.0019704543901206414, 0.99958436498115452, 0.0023860894089661174),
      (179, 0.5, 68, 0.0003331433643276324, 0.0008095906353929855, 0.99952355272893465),
      (1000000, 0.25, 249000, 6.3949889989525102e-5, 0.010469538162867479, 0.98959441172712205),
    ] as [(Int, Double, Int, Double, Double, Double)])
  func binomial(
    trials: Int, probability: Double, count: Int, exactly: Double, atMost: Double, atLeast: Double
  ) throws {
    let distribution = try #require(
      BinomialDistribution(trials: trials, probability: probability))
    #expect(relativeError(distribution.probability(of: count), exactly) < 1e-11)
    #expect(relativeError(distribution.atMost(count), atMost) < 1e-11)
    #expect(relativeError(distribution.atLeast(count), atLeast) < 1e-11)
  }

  @Test("The two-sided binomial probability is the sum of all outcomes no more likely")
  func twoSided() throws {
    for probability in [0.5, 0.3, 0.07, 0, 1] {
      for trials in [0, 1, 2, 7, 20] {
        let distribution = try #require(
          BinomialDistribution(trials: trials, probability: probability))
        for count in 0...trials {
          let limit = distribution.probability(of: count) * (1 + 1e-7)
          let sum = (0...trials).map(distribution.probability).filter { $0 <= limit }.reduce(0, +)
          #expect(abs(distribution.twoSided(count) - sum) < 1e-12)
        }
      }
    }
  }

  @Test("The binomial quantile is the first count that reaches the probability")
  func quantile() throws {
    let distribution = try #require(BinomialDistribution(trials: 23, probability: 0.5))
    #expect(distribution.quantile(0.05) == 8)
    #expect(distribution.atMost(7) < 0.05)
    #expect(distribution.atMost(8) >= 0.05)
  }

  @Test("There is no distribution with a mean or a probability out of range")
  func refused() {
    for odd in [Double.nan, .infinity, -1] {
      #expect(PoissonDistribution(mean: odd) == nil)
      #expect(BinomialDistribution(trials: 10, probability: odd) == nil)
    }
    #expect(BinomialDistribution(trials: -1, probability: 0.5) == nil)
    #expect(BinomialDistribution(trials: .max, probability: 0.5) == nil)
    #expect(PoissonDistribution(mean: 5)?.atLeast(.max).isNaN == true)
  }
}

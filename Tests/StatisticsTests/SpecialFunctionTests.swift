import Glibc
import Indicators
import TestSupport
import Testing

/// Values worked out to 50 digits with mpmath 1.3.
@Suite("Special functions") struct SpecialFunctionTests {
  @Test(
    "The logarithm of the gamma function",
    arguments: [
      (1e-05, 11.512919692895826),
      (0.1, 2.2527126517342059),
      (0.5, 0.57236494292470009),
      (1.5, -0.12078223763524522),
      (3.7, 1.4280723266653881),
      (10, 12.80182748008147),
      (34.5, 86.813970941781074),
      (100, 359.1342053695754),
      (1234.5, 7550.5509010778949),
      (1000000.0, 12815504.569147612),
    ] as [(Double, Double)])
  func logGamma(x: Double, value: Double) {
    #expect(relativeError(SpecialFunctions.logGamma(x), value) < 1e-12)
  }

  @Test(
    "The incomplete gamma function, and back",
    arguments: [
      (0.5, 0.1, 0.34527915398142298, 0.65472084601857702),
      (0.5, 3, 0.98569412156457036, 0.01430587843542964),
      (1, 1, 0.63212055882855768, 0.36787944117144232),
      (2.5, 1, 0.15085496391539036, 0.84914503608460964),
      (7, 3, 0.033508535308841207, 0.96649146469115879),
      (7, 20, 0.9997448775041437, 0.00025512249585630073),
      (10, 10, 0.54207028552814779, 0.45792971447185221),
      (100, 80, 0.017108313035133114, 0.98289168696486689),
      (100, 130, 0.99724959163269347, 0.0027504083673065263),
      (344, 344, 0.50716995711429655, 0.49283004288570345),
      (344, 231.15, 2.6461697948032802e-12, 0.99999999999735383),
      (1000, 1100, 0.99894067674607002, 0.0010593232539299773),
      (100000, 99000, 0.00075741992117476797, 0.99924258007882523),
      (100000, 100500, 0.94289673002397129, 0.057103269976028711),
      (1000000.0, 1003000.0, 0.99863825935378241, 0.0013617406462175915),
      (3, 1e-05, 1.6666541667166669e-16, 0.99999999999999983),
      (0.25, 40, 1.0, 7.2345978059397419e-20),
    ] as [(Double, Double, Double, Double)])
  func gamma(a: Double, x: Double, lower: Double, upper: Double) {
    #expect(relativeError(SpecialFunctions.lowerGamma(a, x), lower) < 1e-11)
    #expect(relativeError(SpecialFunctions.upperGamma(a, x), upper) < 1e-11)
    let back =
      lower < upper
      ? SpecialFunctions.inverseLowerGamma(a, lower) : SpecialFunctions.inverseUpperGamma(a, upper)
    #expect(relativeError(back, x) < 1e-11)
  }

  @Test(
    "The incomplete beta function, and back",
    arguments: [
      (0.5, 0.5, 0.3, 0.36901011956554538, 0.63098988043445462),
      (2, 3, 0.1, 0.052300000000000005, 0.94769999999999999),
      (1, 5, 0.9, 0.99999, 9.9999999999999889e-6),
      (5, 1, 0.9, 0.59049000000000007, 0.40950999999999993),
      (344, 388, 0.47, 0.501773427460781, 0.498226572539219),
      (344, 388, 0.52, 0.99663460811649092, 0.0033653918835090848),
      (10, 1000, 0.005, 0.033117739856365994, 0.96688226014363401),
      (10, 1000, 0.03, 0.9999953496663706, 4.6503336293973106e-6),
      (12.5, 7.25, 0.6, 0.36774991903370384, 0.63225008096629616),
      (50000, 50000, 0.501, 0.73645506170295855, 0.26354493829704145),
      (3, 0.5, 0.999, 0.94074681048405374, 0.05925318951594626),
    ] as [(Double, Double, Double, Double, Double)])
  func beta(a: Double, b: Double, x: Double, lower: Double, upper: Double) {
    #expect(relativeError(SpecialFunctions.lowerBeta(a, b, x), lower) < 1e-11)
    #expect(relativeError(SpecialFunctions.upperBeta(a, b, x), upper) < 1e-11)
    let back =
      lower < upper
      ? SpecialFunctions.inverseLowerBeta(a, b, lower)
      : SpecialFunctions.inverseUpperBeta(a, b, upper)
    #expect(relativeError(back, x) < 1e-11)
  }

  @Test("A quantile has the probability that it was asked for, at every size and in every tail")
  func inverses() {
    var random = SeededGenerator(seed: 8)
    func size() -> Double { pow(10, Double.random(in: -0.5...5, using: &random)) }
    for _ in 0..<400 {
      let (a, b) = (size(), size())
      let p = pow(10, -Double.random(in: 0.001...12, using: &random))
      let lower = SpecialFunctions.inverseLowerGamma(a, p)
      #expect(relativeError(SpecialFunctions.lowerGamma(a, lower), p) < 1e-10)
      let upper = SpecialFunctions.inverseUpperGamma(a, p)
      #expect(relativeError(SpecialFunctions.upperGamma(a, upper), p) < 1e-10)
      let left = SpecialFunctions.inverseLowerBeta(a, b, p)
      #expect(relativeError(SpecialFunctions.lowerBeta(a, b, left), p) < 1e-9)
      // The other tail of the mirrored one: the same point seen from the other end.
      #expect(abs(SpecialFunctions.inverseUpperBeta(b, a, p) - (1 - left)) < 1e-13)
    }
  }

  @Test("Arguments out of range give not-a-number, and never end the program")
  func outOfRange() {
    let odd = [Double.nan, .infinity, -.infinity, -1, 0, 1e11]
    for a in odd {
      #expect(SpecialFunctions.lowerGamma(a, 1).isNaN)
      #expect(SpecialFunctions.inverseUpperGamma(a, 0.5).isNaN)
      #expect(SpecialFunctions.lowerBeta(a, 1, 0.5).isNaN)
      #expect(SpecialFunctions.inverseLowerBeta(1, a, 0.5).isNaN)
    }
    for p in [Double.nan, -0.1, 1.1, .infinity] {
      #expect(SpecialFunctions.inverseLowerGamma(2, p).isNaN)
      #expect(SpecialFunctions.inverseUpperBeta(2, 3, p).isNaN)
      #expect(SpecialFunctions.lowerBeta(2, 3, p).isNaN)
      #expect(NormalDistribution.quantile(p).isNaN)
    }
    #expect(SpecialFunctions.logGamma(0).isNaN)
    #expect(SpecialFunctions.inverseLowerGamma(2, 0) == 0)
    #expect(SpecialFunctions.inverseLowerGamma(2, 1) == .infinity)
    #expect(SpecialFunctions.inverseLowerBeta(2, 3, 1) == 1)
  }
}

/// How far a value is from what it should be, as a share of that.
func relativeError(_ value: Double, _ wanted: Double) -> Double {
  wanted == 0 ? abs(value) : abs(value / wanted - 1)
}

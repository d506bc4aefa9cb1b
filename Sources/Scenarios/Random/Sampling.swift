import Glibc

/// One over each small whole number, since dividing is what inversion would spend its time on.
enum Reciprocals {
  nonisolated(unsafe) static let shared: UnsafePointer<Double> = {
    let table = UnsafeMutablePointer<Double>.allocate(capacity: 256)
    for index in 0..<256 { table[index] = index == 0 ? 0 : 1 / Double(index) }
    return UnsafePointer(table)
  }()
}

/// Draws from distributions, by inversion wherever that is possible.
///
/// Inversion gives the next higher outcome for a slightly higher uniform number, so that two scenarios
/// that share their numbers differ by what the scenarios do and hardly by chance.
enum Sampling {
  /// Means beyond this are drawn as a sum of parts, each by inversion.
  static let greatestMean = 16.0

  /// A Poisson number.
  ///
  /// - Parameters:
  ///   - first: the uniform number to begin with; more are taken from the stream when needed.
  ///   - none: `exp(-mean)`, when the caller knows it.
  @inline(__always)
  static func poisson(
    _ mean: Double, none: Double, _ first: Double, _ stream: inout some UniformSource
  ) -> Int {
    if mean <= greatestMean { return smallPoisson(mean, none, first) }
    let parts = (mean / greatestMean).rounded(.up)
    let part = mean / parts
    let nothing = exp(-part)
    var sum = smallPoisson(part, nothing, first)
    for _ in 1..<Int(parts) { sum += smallPoisson(part, nothing, stream.next()) }
    return sum
  }

  @inline(__always)
  private static func smallPoisson(_ mean: Double, _ none: Double, _ uniform: Double) -> Int {
    if uniform <= none { return 0 }
    let reciprocals = Reciprocals.shared
    var count = 0
    var probability = none
    var below = none
    while uniform > below, count < 200 {
      count &+= 1
      probability *= mean * reciprocals[count]
      below += probability
    }
    return count
  }

  /// A chance, with what drawing from it needs.
  struct Chance {
    let value: Double
    /// The smaller of the chance and what is missing to 1.
    private let small: Double
    private let logNot: Double
    private let odds: Double

    init(_ value: Double) {
      self.value = value > 0 ? min(value, 1) : 0
      small = min(self.value, 1 - self.value)
      logNot = log1p(-small)
      odds = small / (1 - small)
    }

    /// The number of `trials` that come out so.
    ///
    /// - Parameter first: the uniform number to begin with; more are taken from the stream when
    ///   needed.
    func successes(
      of trials: Int, _ first: Double, _ stream: inout some UniformSource
    ) -> Int {
      if small <= 0 || trials <= 0 { return value >= 1 ? max(0, trials) : 0 }
      if value > 0.5 { return trials &- few(of: trials, 1 - first, &stream) }
      return few(of: trials, first, &stream)
    }

    private func few(of trials: Int, _ first: Double, _ stream: inout some UniformSource) -> Int {
      if Double(trials) * small <= greatestMean { return inverted(trials, first) }
      let part = max(1, Int(greatestMean / small))
      var left = trials &- part
      var sum = inverted(part, first)
      while left > 0 {
        sum &+= inverted(min(part, left), stream.next())
        left &-= part
      }
      return sum
    }

    private func inverted(_ trials: Int, _ uniform: Double) -> Int {
      let reciprocals = Reciprocals.shared
      var probability = exp(Double(trials) * logNot)
      if uniform <= probability { return 0 }
      let most = min(trials, 200)
      var count = 0
      var below = probability
      while uniform > below, count < most {
        probability *= odds * Double(trials &- count) * reciprocals[count &+ 1]
        count &+= 1
        below += probability
      }
      return count
    }
  }

  /// A number of mean 1 and the given variance, from a gamma distribution.
  ///
  /// By rejection (G. Marsaglia and W. Tsang, A simple method for generating gamma variables, 2000).
  static func multiplier(variance: Double, _ stream: inout some UniformSource) -> Double {
    guard variance > 0, variance <= 1e6 else { return 1 }
    let shape = 1 / variance
    return gamma(shape: shape, &stream) / shape
  }

  /// A number from a beta distribution with the mean and variance given; the mean where there is no
  /// such distribution.
  static func share(mean: Double, variance: Double, _ stream: inout some UniformSource) -> Double {
    guard variance > 0, mean > 0, mean < 1, variance < mean * (1 - mean) else { return mean }
    let size = mean * (1 - mean) / variance - 1
    let one = gamma(shape: mean * size, &stream)
    let other = gamma(shape: (1 - mean) * size, &stream)
    return one + other > 0 ? one / (one + other) : mean
  }

  static func gamma(shape: Double, _ stream: inout some UniformSource) -> Double {
    if shape < 1 {
      let larger = gamma(shape: shape + 1, &stream)
      return larger * pow(stream.next(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal(&stream)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(stream.next()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// A standard normal number (Box and Muller).
  static func normal(_ stream: inout some UniformSource) -> Double {
    let radius = (-2 * log(stream.next())).squareRoot()
    return radius * cos(2 * Double.pi * stream.next())
  }
}

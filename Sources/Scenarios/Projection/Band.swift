/// Where a number is expected to lie: its mean, its median, and the bands that hold it in 80 and in 95
/// of 100 cases.
public struct Band: Equatable, Sendable {
  /// The mean.
  public let mean: Double

  /// The number that is as likely to be passed as not.
  public let median: Double

  /// The lower end of the band that holds 80 of 100 cases.
  public let lower80: Double

  /// Its upper end.
  public let upper80: Double

  /// The lower end of the band that holds 95 of 100 cases.
  public let lower95: Double

  /// Its upper end.
  public let upper95: Double

  /// How far the mean may be off because only so many paths were run: its standard error. 0 where
  /// nothing was simulated.
  public let meanError: Double

  /// Makes a band; see the properties.
  public init(
    mean: Double, median: Double, lower80: Double, upper80: Double, lower95: Double,
    upper95: Double, meanError: Double = 0
  ) {
    self.mean = mean
    self.median = median
    self.lower80 = lower80
    self.upper80 = upper80
    self.lower95 = lower95
    self.upper95 = upper95
    self.meanError = meanError
  }

  /// The same with every number multiplied, such as children by what each costs.
  public func scaled(by factor: Double) -> Band {
    Band(
      mean: mean * factor, median: median * factor, lower80: lower80 * factor,
      upper80: upper80 * factor, lower95: lower95 * factor, upper95: upper95 * factor,
      meanError: meanError * abs(factor))
  }

  /// The same with its ends further from the mean, and none below 0.
  func widened(by factor: Double) -> Band {
    guard factor > 1 else { return self }
    func out(_ value: Double) -> Double { max(0, mean + (value - mean) * factor) }
    return Band(
      mean: mean, median: out(median), lower80: out(lower80), upper80: out(upper80),
      lower95: out(lower95), upper95: out(upper95), meanError: meanError)
  }
}

/// Numbers of one thing on all paths, in order.
struct Outcomes {
  /// Each number that came out, from the least, with how many paths have it or fewer.
  private let numbers: [(value: Int, atMost: Int)]
  let paths: Int
  let mean: Double
  let variance: Double

  init(_ values: [Int32]) {
    self = values.withUnsafeBufferPointer { Outcomes($0) }
  }

  /// - Parameter least: what stands for every smaller number.
  init(_ values: UnsafeBufferPointer<Int32>, atLeast least: Int32 = .min) {
    paths = values.count
    var (low, high) = (Int32.max, Int32.min)
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    (low, high) = (max(low, least), max(high, least))
    var numbers: [(value: Int, atMost: Int)] = []
    if high >= low, Int(high) - Int(low) <= 1 << 20 {
      var counts = [Int32](repeating: 0, count: Int(high) - Int(low) + 1)
      counts.withUnsafeMutableBufferPointer { counts in
        for value in values { counts[Int(max(value, least) &- low)] &+= 1 }
      }
      var below = 0
      for (offset, count) in counts.enumerated() where count > 0 {
        below += Int(count)
        numbers.append((Int(low) + offset, below))
      }
    } else {
      for (index, value) in values.map({ max($0, least) }).sorted().enumerated() {
        if numbers.last?.value == Int(value) { numbers.removeLast() }
        numbers.append((Int(value), index + 1))
      }
    }
    self.numbers = numbers
    var (sum, before) = (0.0, 0)
    for (value, atMost) in numbers {
      sum += Double(value) * Double(atMost - before)
      before = atMost
    }
    let mean = paths > 0 ? sum / Double(paths) : 0
    var squares = 0.0
    before = 0
    for (value, atMost) in numbers {
      let distance = Double(value) - mean
      squares += distance * distance * Double(atMost - before)
      before = atMost
    }
    self.mean = mean
    variance = paths > 1 ? squares / Double(paths - 1) : 0
  }

  /// The least number that a share of the paths do not exceed.
  func quantile(_ share: Double) -> Double {
    let wanted = share * Double(paths) - 1e-9
    var (low, high) = (0, max(numbers.count - 1, 0))
    while low < high {
      let middle = (low + high) / 2
      if Double(numbers[middle].atMost) >= wanted { high = middle } else { low = middle + 1 }
    }
    return numbers.indices.contains(low) ? Double(numbers[low].value) : 0
  }

  /// The share of paths with a number or fewer.
  func chance(atMost number: Double) -> Double {
    guard paths > 0 else { return 0 }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if Double(numbers[middle].value) <= number { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : Double(numbers[low - 1].atMost) / Double(paths)
  }

  var band: Band {
    Band(
      mean: mean, median: quantile(0.5), lower80: quantile(0.1), upper80: quantile(0.9),
      lower95: quantile(0.025), upper95: quantile(0.975),
      meanError: paths > 0 ? (variance / Double(paths)).squareRoot() : 0)
  }
}

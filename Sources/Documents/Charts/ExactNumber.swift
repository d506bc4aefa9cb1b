/// A number as it was printed: `mantissa / 10^decimals`, exact.
///
/// The same form as the numbers of table cells, so that a chart, its table and its JSON agree.
public struct ExactNumber: Equatable, Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The digits, without a point.
  public var mantissa: Int

  /// How many of them stand after the point.
  public var decimals: Int

  /// Makes a number: mantissa 9281 with 2 decimals is 92.81.
  public init(mantissa: Int, decimals: Int) {
    self.mantissa = mantissa
    self.decimals = decimals
  }

  /// Makes a whole number.
  public init(_ number: Int) {
    self.init(mantissa: number, decimals: 0)
  }

  /// Makes a whole number.
  public init(integerLiteral value: Int) {
    self.init(value)
  }

  /// A measured number at so many decimals (0 to 15), rounded half away from zero; nil when it is
  /// not finite or too large to be exact.
  public init?(rounding value: Double, decimals: Int) {
    let decimals = min(max(decimals, 0), 15)
    let scaled = (value * Self.power(decimals)).rounded(.toNearestOrAwayFromZero)
    guard let mantissa = Int(exactly: scaled) else { return nil }
    self.init(mantissa: mantissa, decimals: decimals)
  }

  /// The number for measuring and drawing; never printed.
  public var value: Double {
    decimals >= 0
      ? Double(mantissa) / Self.power(decimals)
      : Double(mantissa) * Self.power(-max(decimals, -300))
  }

  /// The number as machines read it: `92.81`, `-3`.
  public var exact: String { DecimalFormat.exact(mantissa: mantissa, decimals: decimals) }

  /// The number as people read it: `1,234.5`, `−3`.
  public var forPeople: String { DecimalFormat.forPeople(mantissa: mantissa, decimals: decimals) }

  /// The number as a change is read: `+3`, `−3`, `0`.
  public var withSign: String { mantissa > 0 ? "+" + forPeople : forPeople }

  /// The number as the value of a table cell.
  public var cell: Cell { Cell(.number(mantissa: mantissa, decimals: decimals)) }

  /// Powers that a `Double` holds exactly up to 22.
  private static func power(_ exponent: Int) -> Double {
    (0..<min(exponent, 300)).reduce(1.0) { power, _ in power * 10 }
  }
}

extension ExactNumber {
  /// The difference of two numbers; nil when it cannot be held.
  func minus(_ other: ExactNumber) -> ExactNumber? {
    let scale = max(decimals, other.decimals)
    guard let first = scaled(to: scale), let second = other.scaled(to: scale) else { return nil }
    let (difference, overflow) = first.subtractingReportingOverflow(second)
    return overflow ? nil : ExactNumber(mantissa: difference, decimals: scale)
  }

  private func scaled(to scale: Int) -> Int? {
    var result = mantissa
    guard result != 0 else { return 0 }
    let (steps, far) = scale.subtractingReportingOverflow(decimals)
    guard !far, steps < 20 else { return nil }
    for _ in 0..<steps {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}

extension ExactNumber? {
  /// The number as a table cell, or a missing one.
  var cell: Cell { self?.cell ?? .missing }

  /// The number as a table cell, or a blank one where there is nothing to know.
  var cellOrBlank: Cell { self?.cell ?? .notApplicable }
}

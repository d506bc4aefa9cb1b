/// An exact number, with as many decimals as its source printed: `mantissa / 10^decimals`.
///
/// Counts are whole; a rate of `65.00` keeps both its decimals. Nothing is held in binary fractions.
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// The digits, as a whole number.
  public let mantissa: Int

  /// How many of the digits stand behind the decimal point, 0 to 9.
  public let decimals: Int

  /// A number; decimals are held to 0...9.
  public init(mantissa: Int, decimals: Int = 0) {
    self.mantissa = mantissa
    self.decimals = min(max(decimals, 0), 9)
  }

  /// Reads `336`, `-3`, `54.44` or `36,103`; nil for anything else.
  ///
  /// A comma stands between thousands and nowhere else, so that the decimal comma of `54,44` is not
  /// read as 5444.
  public init?(text: String) {
    let whole = text.drop { $0 == "-" }.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    var digits = ""
    var decimals: Int?
    for (index, character) in text.enumerated() {
      switch character {
      case "-" where index == 0: digits.append(character)
      case "," where decimals == nil && index > 0: continue
      case "." where decimals == nil: decimals = 0
      case "0"..."9" where character.isASCII:
        digits.append(character)
        decimals = decimals.map { $0 + 1 }
      default: return nil
      }
    }
    guard (decimals ?? 0) <= 9, decimals != 0, let mantissa = Int(digits) else { return nil }
    self.init(mantissa: mantissa, decimals: decimals ?? 0)
  }

  /// The number when it is whole: 65.00 is 65, 54.44 is not.
  public var whole: Int? {
    let scale = powerOfTen(decimals)
    return mantissa.isMultiple(of: scale) ? mantissa / scale : nil
  }

  /// The number rounded to fewer decimals, half away from zero; as it is when it has no more.
  public func rounded(toDecimals wanted: Int) -> Quantity {
    guard wanted < decimals, wanted >= 0 else { return self }
    return Quantity(
      mantissa: divideRoundingHalfAwayFromZero(mantissa, by: powerOfTen(decimals - wanted)),
      decimals: wanted)
  }

  /// The number with all its decimals: `65.00`.
  public var description: String {
    guard decimals > 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (mantissa < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

/// Ten to the power of `exponent`, 0 to 18.
public func powerOfTen(_ exponent: Int) -> Int {
  var power = 1
  for _ in 0..<min(max(exponent, 0), 18) { power *= 10 }
  return power
}

/// A whole quotient rounded to the nearest, halves away from zero: the project's one rounding rule.
///
/// The divisor must be greater than zero.
public func divideRoundingHalfAwayFromZero(_ dividend: Int, by divisor: Int) -> Int {
  precondition(divisor > 0, "the divisor must be greater than zero")
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  let rest = Int(remainder.magnitude)
  return rest >= divisor - rest ? quotient + (dividend < 0 ? -1 : 1) : quotient
}

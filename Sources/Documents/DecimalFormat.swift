/// Exact numbers, `mantissa / 10^decimals`, written out without ever passing through a `Double`.
public enum DecimalFormat {
  /// The number as machines read it: `65.00`, `-0.5`, `36103`.
  ///
  /// Decimals below zero stand for trailing noughts: mantissa 5 with -2 decimals is `500`.
  public static func exact(mantissa: Int, decimals: Int) -> String {
    let (whole, fraction) = parts(mantissa, decimals)
    return (mantissa < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number as people read it: `65.00`, `−0.5`, `36,103`.
  ///
  /// The sign is U+2212, which is as wide as a figure and is not broken from it; thousands are
  /// parted by commas from 1,000 up.
  public static func forPeople(mantissa: Int, decimals: Int) -> String {
    let (whole, fraction) = parts(mantissa, decimals)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.utf8.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (mantissa < 0 ? "\u{2212}" : "") + grouped + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The digits before and after the point; the magnitude of `Int.min` does not overflow.
  private static func parts(_ mantissa: Int, _ decimals: Int) -> (whole: String, fraction: String) {
    let digits = mantissa.magnitude.description
    guard decimals > 0 else {
      let noughts = mantissa == 0 ? 0 : Int(clamping: decimals.magnitude)
      return (digits + String(repeating: "0", count: noughts), "")
    }
    let missing = max(0, decimals + 1 - digits.utf8.count)
    let padded = String(repeating: "0", count: missing) + digits
    return (String(padded.dropLast(decimals)), String(padded.suffix(decimals)))
  }
}

import LookedAfter
import Testing
import TestSupport

@Suite("A quantity")
struct QuantityTests {
  @Test("is written with all its decimals and read back as the same")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<1_000 {
      let digits = Int.random(in: .min ... .max, using: &generator)
      let quantity = Quantity(
        mantissa: digits >> Int.random(in: 0...63, using: &generator),
        decimals: Int.random(in: 0...9, using: &generator))

      #expect(Quantity(text: "\(quantity)") == quantity)
    }
  }

  @Test(
    "keeps the decimals that its source printed",
    arguments: [
      ("336", 336, 0), ("-3", -3, 0), ("65.00", 6500, 2), ("54.44", 5444, 2), ("0.05", 5, 2),
      ("36,103", 36_103, 0), ("1,234,567.5", 12_345_675, 1),
    ])
  func reading(text: String, mantissa: Int, decimals: Int) throws {
    #expect(try #require(Quantity(text: text)) == Quantity(mantissa: mantissa, decimals: decimals))
  }

  @Test(
    "is not read from anything else",
    arguments: [
      "", "-", ".", "5.", "1.2.3", "c275", "336 ", "+5", "--5", "1e3", "٣", "0.0123456789",
      "99999999999999999999",
    ])
  func refusals(text: String) {
    #expect(Quantity(text: text) == nil)
  }

  @Test(
    "has commas between thousands only: 54,44 is a decimal comma, not five thousand",
    arguments: ["54,44", "5,4", "36,10", ",336", "336,", "3,,600", "1234,567", "36,103,", "-,5"])
  func decimalCommas(text: String) {
    #expect(Quantity(text: text) == nil)
  }

  @Test("is whole when nothing stands behind its point but noughts")
  func whole() {
    #expect(Quantity(mantissa: 6500, decimals: 2).whole == 65)
    #expect(Quantity(mantissa: -300, decimals: 2).whole == -3)
    #expect(Quantity(mantissa: 5444, decimals: 2).whole == nil)
  }

  @Test(
    "rounds halves away from zero",
    arguments: [
      (5444, 2, 1, "54.4"), (5445, 2, 1, "54.5"), (-5445, 2, 1, "-54.5"), (925, 1, 0, "93"),
      (924, 1, 0, "92"), (65, 0, 2, "65"), (9_995, 3, 2, "10.00"),
    ])
  func rounding(mantissa: Int, decimals: Int, wanted: Int, text: String) {
    let rounded = Quantity(mantissa: mantissa, decimals: decimals).rounded(toDecimals: wanted)
    #expect("\(rounded)" == text)
  }

  @Test("rounds to the nearest, as near as any whole number is")
  func nearest() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1_000 {
      let dividend = Int.random(in: -1_000_000...1_000_000, using: &generator)
      let divisor = Int.random(in: 1...1_000, using: &generator)
      let rest = dividend - divideRoundingHalfAwayFromZero(dividend, by: divisor) * divisor

      #expect(abs(rest) * 2 <= divisor)
    }
  }
}

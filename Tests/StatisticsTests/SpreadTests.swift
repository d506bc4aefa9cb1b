import Indicators
import Testing

@Suite("Spread beyond chance") struct SpreadTests {
  @Test("Twelve months of net changes give an estimate, by hand")
  func byHand() throws {
    // Net 4, -4 in turn: variance 16 × 12/11; mean of starts and leavers 12.
    let started = try flow((0..<12).map { $0.isMultiple(of: 2) ? 8 : 4 })
    let ceased = try flow((0..<12).map { $0.isMultiple(of: 2) ? 4 : 8 })
    let spread = Spread(started: started, ceased: ceased)
    #expect(spread.basis == .estimated(months: 12))
    #expect(relativeError(spread.phi, 16.0 * 12 / 11 / 12) < 1e-12)
  }

  @Test("It is at least 1, and the usual 2 with fewer than twelve months")
  func bounds() throws {
    let steady = try flow(Array(repeating: 9, count: 12))
    #expect(Spread(started: steady, ceased: steady).phi == 1)
    let short = try flow(Array(repeating: 9, count: 11))
    #expect(Spread(started: short, ceased: short) == .monthly)
    let gap = try flow(Array(repeating: 9, count: 11) + [nil])
    #expect(Spread(started: steady, ceased: gap) == .monthly)
    let nothing = try flow(Array(repeating: 0, count: 12))
    #expect(Spread(started: nothing, ceased: nothing).phi == 1)
    #expect(Spread.yearly.phi == 2.6 && Spread.monthly.phi == 2)
    for odd in [0.9, .nan, .infinity] { #expect(Spread(odd) == nil) }
  }
}

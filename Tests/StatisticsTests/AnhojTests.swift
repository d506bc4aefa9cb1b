import Indicators
import Testing

@Suite("Runs about the median") struct AnhojTests {
  @Test(
    "Longest run allowed and fewest crossings",
    arguments: [(12, 7, 3), (20, 7, 6), (24, 8, 8), (36, 8, 13)])
  func allowed(points: Int, run: Int, crossings: Int) {
    #expect(AnhojTest.longestAllowed(points: points) == run)
    #expect(AnhojTest.fewestAllowed(points: points) == crossings)
  }

  @Test("Only the points of a range count: before and after are another matter")
  func range() throws {
    let low: [Double] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]
    let series = try flow(low + low.map { $0 + 20 })
    let whole = try #require(AnhojTest(series))
    #expect(whole.isSignal)
    let latest = try #require(AnhojTest(series, in: 12..<24))
    #expect(latest.points == 12 && latest.median == 22 && !latest.isSignal)
    #expect(AnhojTest(series, in: 20..<90) == nil)
  }

  @Test("Points on the median are left out")
  func median() throws {
    let test = try #require(AnhojTest(flow([1, 3, 2, 1, 3, 1, 2, 3, 1, 3, 1, 3, 1])))
    #expect(test.median == 2)
    #expect(test.points == 11)
    #expect(test.longestRun == 1 && test.crossings == 10)
    #expect(!test.isSignal)
  }

  @Test("Half a year low and half a year high is a signal: one crossing")
  func signal() throws {
    let test = try #require(AnhojTest(flow([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9])))
    #expect(test.longestRun == 6 && test.crossings == 1)
    #expect(test.longestAllowed == 7 && test.fewestAllowed == 3)
    #expect(test.isSignal)
  }

  @Test("Ten points off the median are needed")
  func tooFew() throws {
    for values in [[1, 2, 3, 4, 5, 6, 7, 8, 9], Array(repeating: 4.0, count: 50), []] {
      let flow = try flow(values)
      #expect(AnhojTest(flow) == nil)
    }
    #expect(AnhojTest.fewestAllowed(points: 0) == 0)
    #expect(AnhojTest.longestAllowed(points: 0) == 0)
  }
}

import HistoryFiles
import Indicators
import LookedAfter
import Testing

/// The movements of the council's table of October 2020.
@Suite("Direction of travel and profile") struct MovementTests {
  let history: History
  let october: Month

  init() throws {
    history = try HistoryFolder.sample(named: "herefordshire").history
    october = try #require(Month(iso: "2020-10"))
  }

  @Test("The twelve directions of the table, in its order")
  func directions() {
    let before = history.monthBefore(october).flatMap(history.snapshot)
    let now = history.snapshot(for: october)
    let directions = history.scheme.rows.map {
      Movement(of: $0.id, from: before, to: now)?.direction
    }
    #expect(
      directions == [
        .decrease, .decrease, .increase, .decrease, .decrease, .decrease, .increase, .noChange,
        .noChange, .increase, .noChange, .increase,
      ])
  }

  @Test("A movement is not known when either end is not")
  func unknown() {
    let now = history.snapshot(for: october)
    #expect(Movement(of: "ico", from: nil, to: now) == nil)
    #expect(Movement(of: "not_a_cohort", from: now, to: now) == nil)
  }

  @Test(
    "Expected to leave, to stay, undecided, varied and in no cohort",
    arguments: [
      ("2020-02", [106, 139, 51, 22], 38), ("2020-08", [118, 158, 38, 18], 11),
      ("2020-09", [113, 159, 32, 19], 15), ("2020-10", [109, 160, 35, 22], 10),
    ])
  func profile(month: String, groups: [Int], remainder: Int) throws {
    let month = try #require(Month(iso: month))
    let snapshot = try #require(history.snapshot(for: month))
    let profile = Profile(of: snapshot, scheme: history.scheme)
    #expect(profile.groups.map(\.group) == [.leave, .stay, .undecided, .varied])
    #expect(profile.groups.map(\.number) == groups)
    #expect(profile.netRemainder == remainder)
    #expect(groups.reduce(remainder, +) == snapshot.total?.value)
  }

  @Test("The gaps to the West Midlands, England and neighbours are 40, 101 and 140")
  func gaps() throws {
    let population = try #require(history.population(for: october))
    #expect(population.number.value == 36_103)
    let comparisons = history.comparators(upTo: october).compactMap {
      RateComparison(children: 336, population: population.number.value, comparator: $0)
    }
    let gaps = Dictionary(
      uniqueKeysWithValues: comparisons.map { ($0.comparator.name, $0.gap) })
    #expect(gaps["West Midlands"] == 40)
    #expect(gaps["England"] == 101)
    #expect(gaps["Statistical neighbours"] == 140)
    for comparison in comparisons {
      let printed = comparison.comparator.printedNeeded?.value
      #expect(printed == nil || printed == comparison.needed.number)
    }
  }
}

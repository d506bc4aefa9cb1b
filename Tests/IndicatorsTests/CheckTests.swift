import HistoryFiles
import Indicators
import LookedAfter
import Testing

/// What does not add up in the council's update of October 2020, and what does.
@Suite("Checks of a month") struct CheckTests {
  let history: History
  let october: Month
  let checks: MonthChecks

  init() throws {
    history = try HistoryFolder.sample(named: "herefordshire").history
    october = try #require(Month(iso: "2020-10"))
    checks = MonthChecks(of: history, in: october)
  }

  @Test("The checks that do not hold, in the order of the invariants")
  func failed() {
    #expect(
      checks.failed.map(\.code) == [
        "cohorts-and-total", "stock-and-flow", "pipeline-balance", "commentary-figure",
        "rating-and-direction", "rating-and-direction", "rating-and-direction",
        "rating-and-direction", "printed-rate", "comparator-year", "two-totals", "leavers-missing",
        "share-basis",
      ])
    #expect(checks.failed.filter { $0.severity == .error }.map(\.code) == ["commentary-figure"])
  }

  @Test("The cohorts make 326 of 336 children: a net ten are in none")
  func netRemainder() {
    #expect(
      checks.all.contains(
        .cohortsAndTotal(CohortsAndTotal(total: 336, sum: 326, missing: []))))
  }

  @Test("From 338 the flows lead to 337, from 337 to the 336 that is printed")
  func stockAndFlow() {
    let balances = checks.all.compactMap { check -> StockAndFlow? in
      if case .stockAndFlow(let balance) = check { return balance }
      return nil
    }
    #expect(balances.map(\.openingNumber) == [338, 337])
    #expect(balances.map(\.expected) == [337, 336])
    #expect(balances.map(\.closingNumber) == [336, 336])
    #expect(balances.map(\.difference) == [-1, 0])
    #expect(balances.map(\.opening.basis) == [.weekly, .monthEnd])
  }

  @Test("27 open, 3 sent and 8 ended would leave 22 open, and 20 are")
  func pipelineBalance() throws {
    let september = try #require(Month(iso: "2020-09"))
    #expect(
      checks.all.contains(
        .pipelineBalance(
          PipelineBalance(openingMonth: september, opening: 27, sent: 3, ended: 8, closing: 20))))
  }

  @Test("The commentary gives September's 16 SGO applications for October's 13")
  func carriedOver() throws {
    let figure = try #require(
      checks.failed.compactMap { check -> CommentaryFigure? in
        if case .commentaryFigure(let figure) = check { return figure }
        return nil
      }.first)
    #expect(figure.cohort.id == "sgo_plan")
    #expect((figure.stated, figure.recorded) == (16, 13))
    #expect(figure.carriedOverFrom == Month(iso: "2020-09"))
  }

  @Test("Two adoptions are in the commentary and not among the eleven leavers")
  func adoptionsMissing() throws {
    let missing = try #require(
      checks.failed.compactMap { check -> LeaversMissing? in
        if case .leaversMissing(let missing) = check { return missing }
        return nil
      }.first)
    #expect(missing.reason.id == "ceased.adoption")
    #expect((missing.stated, missing.left, missing.closingWithThem) == (2, 11, 334))
  }

  @Test("Four ratings do not follow from direction and polarity")
  func ratings() {
    let disagreeing = checks.failed.compactMap { check -> CohortID? in
      if case .ratingAndDirection(let check) = check { return check.cohort.id }
      return nil
    }
    #expect(
      disagreeing == [
        "placement_orders", "residential_disability", "residential_other",
        "supported_accommodation",
      ])
  }

  @Test("September has two totals, and the printed 95 does not come from the population in use")
  func totalsAndRates() {
    let totals = checks.failed.compactMap { check -> [Int]? in
      if case .twoTotals(_, let snapshots) = check { return snapshots.compactMap(\.total?.value) }
      return nil
    }
    #expect(totals == [[338, 337]])
    let rates = checks.failed.compactMap { check -> [Quantity]? in
      if case .printedRate(let rate) = check { return [rate.printed, rate.computed] }
      return nil
    }
    #expect(rates == [[Quantity(mantissa: 95), Quantity(mantissa: 97)]])
  }

  @Test("What does add up is checked as well: breakdowns, stages, planned applications")
  func holding() {
    let holding = checks.all.filter(\.holds).map(\.code)
    #expect(holding.filter { $0 == "breakdown" }.count == 5)
    #expect(holding.filter { $0 == "pipeline-and-leavers" }.count == 2)
    #expect(holding.contains("pipeline-stages"))
    #expect(holding.contains("planned-applications"))
  }

  @Test("A month with nothing but a total has nothing to check against")
  func onlyATotal() throws {
    let month = try #require(Month(iso: "2019-03"))
    #expect(MonthChecks(of: history, in: month).failed.isEmpty)
  }
}

import LookedAfter
import SampleHistory
import Testing

@testable import Scenarios

@Suite("What-ifs by arithmetic, on the history of Herefordshire")
struct WhatIfTests {
  let history: History
  let october = Month.iso("2020-10")
  let january = Month.iso("2021-01")

  init() throws { history = try SampleHistory.history() }

  func gap(_ name: String, _ answer: BareWhatIf) -> Int? {
    answer.gaps.first { $0.name == name }?.gap
  }

  @Test("All 109 who are expected to leave do, and nobody joins: 227")
  func expectedToLeave() throws {
    let leaving = history.scheme.cohorts(in: .leave).map(\.id)
    let answer = try BareWhatIf(
      history, month: october, levers: [.everyoneLeaves(leaving, in: january)])
    #expect(answer.opening == 336)
    #expect(answer.steps.reduce(0) { $0 + $1.children } == 109)
    #expect(answer.children == 227)
    #expect(gap("England", answer) == -8)
    #expect(gap("statistical neighbours", answer) == 31)
    #expect(
      answer.cautions == [
        .carersNotWilling(17, of: 46, "sgo_plan"),
        .stillAssessed(16, of: 63, ["sgo_plan", "reunification"]),
      ])
  }

  @Test("All 16 planned and all 20 under way succeed: 300, four above the West Midlands")
  func allApplications() throws {
    let answer = try BareWhatIf(
      history, month: october,
      levers: [
        .applications(ApplicationChange(.planned)), .applications(ApplicationChange(.underWay)),
      ])
    #expect(answer.steps.map(\.children) == [16, 20])
    #expect(answer.children == 300)
    #expect(gap("West Midlands", answer) == 4)
    #expect(answer.yearlySaving == 36 * 51_000)
  }

  @Test("At October's pace, 3 of 10 on time: 5 of the 16")
  func octobersPace() throws {
    let pace = ApplicationAssumptions(history, upTo: october).onTime
    #expect(pace.successes == 3)
    #expect(pace.cases == 10)
    let share = Double(pace.successes) / Double(pace.cases)
    let answer = try BareWhatIf(
      history, month: october,
      levers: [.applications(ApplicationChange(.planned, succeed: share))])
    #expect(answer.steps.map(\.children) == [5])
    #expect(answer.children == 331)
  }

  @Test("Months in which nobody was looked after are months, and give no usual number")
  func nobody() throws {
    let empty = try MadeUpHistory.steady(months: 36, total: 0, started: 0, ceased: 0)
    #expect(throws: LeverError.noneUsually) {
      try BareWhatIf(
        empty, month: Month.iso("2020-12"),
        levers: [.joiners(.percent(-20), .from(Month.iso("2021-01")))])
    }
    #expect(throws: ProjectionRefusal.noChildren) {
      try FlowModel(empty, upTo: Month.iso("2020-12"))
    }
  }

  @Test("One month with its number, starts and leavers is one month; twelve are enough")
  func months() throws {
    let one = try MadeUpHistory.steady(months: 1, total: 340, started: 9, ceased: 8)
    #expect(throws: ProjectionRefusal.tooShort(months: 1, needed: 12)) {
      try FlowModel(one, upTo: Month.iso("2018-01"))
    }
    let twelve = try MadeUpHistory.steady(months: 12, total: 340, started: 9, ceased: 9)
    #expect(try FlowModel(twelve, upTo: Month.iso("2018-12")).basis.months == 12)
  }

  @Test("Too few months: the projection is refused with the reason")
  func refusal() throws {
    #expect(throws: ProjectionRefusal.self) { try FlowModel(history, upTo: october) }
  }

  @Test("A percentage needs rates; more than are there is refused with the limit")
  func limits() throws {
    #expect(throws: LeverError.needsRates) {
      try BareWhatIf(history, month: october, levers: [.joiners(.percent(-20), .from(january))])
    }
    #expect(
      throws: LeverError.tooMany(asked: 50, available: 46, cohort: "sgo_plan", month: january)
    ) {
      try BareWhatIf(
        history, month: october,
        levers: [.leavers(.exactly(50), route: "ceased.sgo", .only(january))])
    }
    #expect(throws: LeverError.past(october, start: october)) {
      try BareWhatIf(
        history, month: october, levers: [.leavers(.exactly(1), .only(october))])
    }
  }
}

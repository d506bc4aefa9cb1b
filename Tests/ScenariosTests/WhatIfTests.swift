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

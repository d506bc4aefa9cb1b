import Documents
import HistoryFiles
import LookedAfter
import PromptSession
import Testing

@Suite("Tarnbridge, which works in its own way, as data alone")
struct SecondCouncilTests {
  @Test("has seven cohorts of its own, and at every month end they add up to all children")
  func cohorts() throws {
    let history = try HistoryFolder.sample(named: "tarnbridge").history
    #expect(
      history.scheme.cohorts.map(\.id.rawValue) == [
        "care_proceedings", "permanent_fostering", "adoption_plan", "guardianship_plan",
        "going_home", "group_living", "by_agreement",
      ])
    #expect(history.months.count == 25)
    for month in history.months {
      let snapshot = try #require(history.snapshot(for: month))
      #expect(snapshot.basis == .monthEnd)
      #expect(snapshot.netRemainder == 0)
      let started = history.count(of: "started", in: month)?.value
      let ceased = history.count(of: "ceased", in: month)?.value
      let before = history.monthBefore(month).flatMap { history.snapshot(for: $0)?.total?.value }
      if let started, let ceased, let before {
        #expect(before + started - ceased == snapshot.total?.value)
      }
    }
  }

  @Test("rates in green, amber and red, two levels to a colour")
  func colours() throws {
    let history = try HistoryFolder.sample(named: "tarnbridge").history
    #expect(history.ratingScale.key.map(\.mark.shortName) == ["green", "amber", "red"])
    #expect(history.ratingScale.key.map { $0.levels.map(\.rawValue) } == [[1, 2], [3, 4], [5]])

    let prompt = try Prompt(beginning: .sample(named: "tarnbridge"))
    let update = try prompt.type("update mar 2025")
    #expect(update.contains("well behind the plan (level 5)"))
    #expect(!update.contains("good progress"))
  }

  @Test("writes its update by its own template, and follows its own trajectory")
  func papers() throws {
    let prompt = try Prompt(beginning: .sample(named: "tarnbridge"))
    let update = try prompt.answer(to: "update mar 2025")
    #expect(update.title == "Home and belonging: March 2025")
    let headings = update.blocks.compactMap { block -> String? in
      if case .heading(1, let text) = block { text } else { nil }
    }
    #expect(headings.first == "Where our children are")
    let trajectory = try prompt.type("trajectory total")
    #expect(trajectory.contains("190 by March 2026, from 222 in March 2023"))
    // 222 - 32 * 24 / 36
    #expect(trajectory.contains("there are 207 where the plan has 201"))
  }

  @Test("works out its rate on its own population: 207 of 28,600 are 72.4 per 10,000")
  func rate() throws {
    let prompt = try Prompt(beginning: .sample(named: "tarnbridge"))
    #expect(try prompt.type("show").contains("The rate is 72 per 10,000"))
    #expect(try prompt.type("compare").contains("similar"))
  }

  @Test("answers every look and ask of the prompt without a cohort of another council")
  func everyLook() throws {
    let prompt = try Prompt(beginning: .sample(named: "tarnbridge"))
    for line in [
      "show", "show group living", "flows", "reconcile", "trend total", "trend started",
      "trend guardianship", "project 6 months", "backtest", "reach 190 by mar 2026",
      "what if joiners fall 20%", "briefing for 20 apr 2025", "scorecard mar 2025", "timeline",
    ] {
      let text = try prompt.type(line)
      #expect(!text.isEmpty, "\(line)")
      #expect(!text.contains("Herefordshire") && !text.contains("Long-term matched"), "\(line)")
    }
  }
}

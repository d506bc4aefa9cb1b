import Disclosure
import Testing

@Suite("What was published before")
struct SuccessiveReleaseTests {
  /// One month of cohorts and their total.
  private func month(_ name: String, _ values: [Int], follows: String? = nil) -> Release {
    var release = Release()
    let ids = values.indices.map { FigureID("\(name)/\($0)") }
    release.figures = zip(ids, values).enumerated().map { place, figure in
      Figure(figure.0, figure.1, follows: follows.map { FigureID("\($0)/\(place)") })
    }
    release.figures.append(Figure("\(name)/total", values.reduce(0, +), kind: .total))
    release.relations = [.total("\(name)/total", of: ids)]
    return release
  }

  @Test("340, then 341 with one category moving, names a child: that category and another are hidden")
  func oneMoves() throws {
    let september = try DisclosureControl.apply(to: month("sep", [247, 22, 40, 31]))
    #expect(september.hidden.isEmpty && september.value("sep/total") == 340)
    var october = month("oct", [247, 23, 40, 31], follows: "sep")
    october.add(september.published)
    let controlled = try DisclosureControl.apply(to: october)
    #expect(controlled.shows("oct/total"))
    #expect(controlled.hidden["oct/1"]?.reason == .smallChange)
    #expect(controlled.hidden["oct/2"] == nil)
    #expect(controlled.hidden["oct/3"]?.reason == .protectsAnother)
    #expect(controlled.isSafe)
    let range = try #require(controlled.ranges["oct/1"])
    #expect(range.lowest != range.highest)
    // Told only that one of them moved, the attacker has the two add to 54.
    let open = try DisclosureControl.apply(
      to: october, policy: DisclosurePolicy(hidesSmallChanges: false))
    #expect(open.hidden.isEmpty)
  }

  @Test("Opening and closing numbers tell how many joined from how many left")
  func movement() throws {
    var release = Release(figures: [
      Figure("open", 340, kind: .total, publication: .shownBefore), Figure("joined", 3),
      Figure("left", 9), Figure("close", 334, kind: .total),
    ])
    release.relations = [
      .movement(from: "open", joined: "joined", left: "left", to: "close")
    ]
    #expect(try AttackerAudit(release, hidden: ["joined"]).open == ["joined"])
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.reasons == ["joined": .small, "left": .protectsAnother])
    #expect(controlled.ranges["joined"] == PossibleNumbers(lowest: 1, highest: 5))
    #expect(controlled.ranges["left"] == PossibleNumbers(lowest: 7, highest: 11))
  }

  @Test("A hidden number must not be opened by what the next paper shows")
  func laterTotal() throws {
    let first = try DisclosureControl.apply(to: line([3, 20, 40, 60]))
    #expect(first.reasons == ["0": .small, "1": .protectsAnother])
    // The next paper shows that second number again, in a table of its own.
    var next = Release(figures: [Figure("again", 20)], relations: [.same("again", "1")])
    next.add(first.published)
    let controlled = try DisclosureControl.apply(to: next)
    #expect(controlled.hidden["again"]?.reason == .hiddenBefore)
    #expect(controlled.isSafe)
    // A total that holds it, with a number known beside it, is not shown either.
    next = Release(
      figures: [Figure("beside", 11, kind: .open), Figure("sum", 31, kind: .total)],
      relations: [.total("sum", of: ["1", "beside"])])
    next.add(first.published)
    let again = try DisclosureControl.apply(to: next)
    #expect(again.hidden["sum"]?.reason == .protectsAnother)
    #expect(again.isSafe)
  }

  @Test("What earlier papers gave away is named, and the rest is still protected")
  func openBefore() throws {
    var release = line([3, 20, 40])
    release.figures[0].publication = .shownBefore
    release.figures.append(Figure("small again", 3))
    release.relations.append(.same("small again", "0"))
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.hidden["small again"]?.reason == .small)
    #expect(controlled.open.contains("small again") && !controlled.isSafe)
    #expect(controlled.explanation.contains { $0.contains("what was published before") })
  }

  @Test("A difference of two published totals is protected though it stands in no table")
  func unpublished() throws {
    var release = Release(figures: [
      Figure("all", 344, kind: .total), Figure("without asylum", 341, kind: .total),
      Figure("asylum", 3, publication: .unpublished),
    ])
    release.relations = [.total("all", of: ["without asylum", "asylum"])]
    #expect(try AttackerAudit(release, hidden: []).open == ["asylum"])
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.reasons == ["without asylum": .protectsAnother])
    #expect(controlled.isSafe)
  }

  @Test("Rounded numbers leave a range, which later papers narrow")
  func rounded() throws {
    var release = Release(figures: [
      Figure("count", 12, publication: .hiddenBefore(.protectsAnother, threshold: 5))
    ])
    release.derived = [
      DerivedFigure("to 5", .rounded("count", toMultipleOf: 5), publication: .shownBefore)
    ]
    #expect(
      try AttackerAudit(release, hidden: []).ranges["count"]
        == PossibleNumbers(lowest: 8, highest: 12))
    release.derived.append(
      DerivedFigure("to 10", .rounded("count", toMultipleOf: 10), publication: .shownBefore))
    #expect(
      try AttackerAudit(release, hidden: []).ranges["count"]
        == PossibleNumbers(lowest: 8, highest: 12))
  }
}

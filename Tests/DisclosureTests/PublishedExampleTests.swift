import Disclosure
import Testing

/// One line of numbers and its total, named by place.
func line(_ values: [Int], total: Int? = nil) -> Release {
  var release = Release()
  let ids = values.indices.map { FigureID("\($0)") }
  release.figures = zip(ids, values).map { Figure($0, $1) }
  release.figures.append(Figure("total", total ?? values.reduce(0, +), kind: .total))
  release.relations = [.total("total", of: ids)]
  return release
}

extension ControlledRelease {
  /// The values of a line as they are printed.
  func printed(_ ids: [FigureID]) -> [String] {
    ids.map { id in shows(id) ? value(id).map(String.init) ?? "?" : "c" }
  }

  /// The hidden figures, sorted, with the rule for each.
  var reasons: [String: Hidden.Reason] {
    Dictionary(hidden.map { ($0.key.text, $0.value.reason) }) { first, _ in first }
  }
}

/// Counts for one authority from the Department for Education's looked after children statistics,
/// 31 March 2025, Herefordshire, 344 children.
@Suite("As in the official tables")
struct PublishedExampleTests {
  @Test("By need, two small ones protect each other: they add to 5, each 1 to 4")
  func need() throws {
    let values = [251, 10, 15, 15, 32, 2, 3, 16]
    let controlled = try DisclosureControl.apply(to: line(values))
    #expect(
      controlled.printed((0..<8).map { FigureID("\($0)") })
        == ["251", "10", "15", "15", "32", "c", "c", "16"])
    #expect(controlled.shows("total"))
    #expect(controlled.ranges["5"] == PossibleNumbers(lowest: 1, highest: 4))
    #expect(controlled.ranges["6"] == PossibleNumbers(lowest: 1, highest: 4))
    #expect(controlled.isSafe)
  }

  @Test("By age, the small one takes the next smallest with it: they add to 54")
  func age() throws {
    let controlled = try DisclosureControl.apply(to: line([4, 50, 56, 157, 77]))
    #expect(
      controlled.printed((0..<5).map { FigureID("\($0)") }) == ["c", "c", "56", "157", "77"])
    #expect(controlled.reasons == ["0": .small, "1": .protectsAnother])
    #expect(controlled.hidden["1"]?.because == ["0"])
    #expect(controlled.ranges["0"] == PossibleNumbers(lowest: 1, highest: 5))
    #expect(controlled.ranges["1"] == PossibleNumbers(lowest: 49, highest: 53))
  }

  @Test("Two hidden that add to 2 are both 1, two that add to 10 both 5: a third one has to go")
  func extremes() throws {
    for (pair, next) in [([1, 1], 12), ([5, 5], 9)] {
      let release = line(pair + [next, 30])
      let audit = try AttackerAudit(release, hidden: ["0", "1"])
      #expect(audit.open == ["0", "1"])
      #expect(audit.ranges["0"] == PossibleNumbers(lowest: pair[0], highest: pair[0]))
      let controlled = try DisclosureControl.apply(to: release)
      #expect(controlled.reasons == ["0": .small, "1": .small, "2": .protectsAnother])
      #expect(controlled.isSafe)
    }
  }

  @Test("The next smallest is passed over where the rule itself gives it away")
  func minimality() throws {
    // 5 and 6 are 11. Were the small one less, the other would be 7 or more, and the 6 beside it
    // would have been hidden in its place.
    let release = line([5, 6, 6, 40])
    #expect(try AttackerAudit(release, hidden: ["0", "1"]).open == ["0"])
    let lenient = DisclosurePolicy(attackerKnowsNextSmallest: false)
    #expect(try AttackerAudit(release, hidden: ["0", "1"], policy: lenient).open == [])
    #expect(try DisclosureControl.apply(to: release).isSafe)
  }

  @Test("A rate of 1.2 on 34,439 says 4; 1% of 344 leaves 2 to 5")
  func derived() throws {
    var release = Release(figures: [
      Figure("count", 4, publication: .hiddenBefore(.small, threshold: 5)),
      Figure("population", 34_439, kind: .open), Figure("all", 344, publication: .shownBefore),
    ])
    let rate = DerivedFigure.Formula.ratio(
      part: "count", whole: "population", times: 10_000, decimals: 1)
    release.derived = [DerivedFigure("rate", rate, publication: .shownBefore)]
    var audit = try AttackerAudit(release, hidden: [])
    #expect(audit.ranges["count"] == PossibleNumbers(lowest: 4, highest: 4))
    #expect(audit.open == ["count"])

    let share = DerivedFigure.Formula.ratio(part: "count", whole: "all", times: 100, decimals: 0)
    release.derived = [DerivedFigure("share", share, publication: .shownBefore)]
    audit = try AttackerAudit(release, hidden: [])
    #expect(audit.ranges["count"] == PossibleNumbers(lowest: 2, highest: 5))
    #expect(audit.open == [])
  }

  @Test("What is worked out from a hidden number is hidden: rate, share, change, average, rank")
  func everythingBuiltOnIt() throws {
    var release = line([4, 50, 56, 157, 77])
    release.figures += [
      Figure("population", 34_439, kind: .open), Figure("before", 40, publication: .shownBefore),
    ]
    release.derived = [
      DerivedFigure(
        "rate", .ratio(part: "0", whole: "population", times: 10_000, decimals: 1)),
      DerivedFigure("share", .ratio(part: "1", whole: "total", times: 100, decimals: 0)),
      DerivedFigure("change", .difference("1", minus: "before")),
      DerivedFigure("average", .ratio(part: "3", whole: "0", times: 1, decimals: 1)),
      DerivedFigure("shares to 100", .other((0..<5).map { FigureID("\($0)") })),
      DerivedFigure(
        "total rate", .ratio(part: "total", whole: "population", times: 10_000, decimals: 0)),
      DerivedFigure("share of 56", .ratio(part: "2", whole: "total", times: 100, decimals: 0)),
    ]
    let controlled = try DisclosureControl.apply(to: release)
    for id in ["rate", "share", "change", "average", "shares to 100"] {
      #expect(controlled.reasons[id] == .derived)
    }
    #expect(controlled.hidden["change"]?.because == ["1"])
    #expect(controlled.shows("total rate"))
    #expect(controlled.shows("share of 56"))
  }

  @Test("Nought is shown, unless the policy hides it: then it may be one of the small ones")
  func nought() throws {
    let release = line([0, 3, 20, 60])
    let shown = try DisclosureControl.apply(to: release)
    #expect(shown.reasons == ["1": .small, "2": .protectsAnother])
    #expect(shown.ranges["1"] == PossibleNumbers(lowest: 1, highest: 5))
    let hidden = try DisclosureControl.apply(
      to: release, policy: DisclosurePolicy(showsZero: false))
    #expect(hidden.reasons == ["0": .small, "1": .small])
    #expect(hidden.ranges["0"] == PossibleNumbers(lowest: 0, highest: 3))
  }

  @Test("A threshold of 10 hides more")
  func threshold() throws {
    let values = [251, 10, 15, 15, 32, 2, 3, 16]
    let controlled = try DisclosureControl.apply(
      to: line(values), policy: DisclosurePolicy(threshold: 10))
    #expect(controlled.reasons == ["1": .small, "5": .small, "6": .small])
    // The three add to 15.
    #expect(controlled.ranges["1"] == PossibleNumbers(lowest: 1, highest: 10))
  }
}

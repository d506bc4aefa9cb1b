import Disclosure
import Testing

@Suite("A release that cannot be judged")
struct RefusalTests {
  @Test("Numbers that do not meet, and figures that are missing, are named")
  func contradictions() {
    #expect(throws: DisclosureError.doesNotHold(relation: "the parts of total", remainder: 2)) {
      try DisclosureControl.apply(to: line([1, 2], total: 5))
    }
    var release = line([1, 2])
    release.relations.append(.same("total", "elsewhere"))
    #expect(throws: DisclosureError.unknown("elsewhere", in: "total and elsewhere")) {
      try DisclosureControl.apply(to: release)
    }
    release = line([1, 2])
    release.figures.append(Figure("0", 1))
    #expect(throws: DisclosureError.repeated("0")) { try DisclosureControl.apply(to: release) }
    release = line([1, 2])
    release.figures.append(Figure("debt", -1))
    #expect(throws: DisclosureError.outOfRange("debt", -1)) {
      try DisclosureControl.apply(to: release)
    }
  }

  @Test("A threshold of 1 hides nothing and is refused")
  func threshold() {
    #expect(throws: DisclosureError.self) {
      try DisclosureControl.apply(to: line([1, 2]), policy: DisclosurePolicy(threshold: 1))
    }
  }

  @Test("No number is too great to be refused in words")
  func greatNumbers() {
    for value in [Int.max, Int.min, 1_000_000_001] {
      #expect(throws: DisclosureError.outOfRange("x", value)) {
        try DisclosureControl.apply(
          to: Release(figures: [Figure("x", value, kind: .open)]))
      }
    }
    let release = Release(
      figures: [Figure("x", 1_000_000_000), Figure("y", 1)],
      derived: [
        DerivedFigure("z", .ratio(part: "x", whole: "y", times: 1_000_000, decimals: 6))
      ])
    #expect(throws: DisclosureError.notDefined("z")) { try DisclosureControl.apply(to: release) }
  }

  @Test("What cannot be decided in the steps allowed counts as open")
  func undecided() throws {
    let release = crossTable([[3, 40, 20], [30, 15, 50], [12, 70, 18]])
    let policy = DisclosurePolicy(stepLimit: 1)
    let hidden: Set<FigureID> = ["r0c0", "r0c2", "r2c0", "r2c2"]
    #expect(try AttackerAudit(release, hidden: hidden, policy: policy).open == ["r0c0"])
    #expect(try AttackerAudit(release, hidden: hidden).open == [])
  }
}

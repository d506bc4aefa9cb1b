import Disclosure
import TestSupport
import Testing

@Suite("A thousand random releases")
struct ThousandReleasesTests {
  /// What attacking one release came to.
  struct Tally {
    var releases = 0
    var sensitive = 0
    var open: [String] = []
    var undecided = 0
    var bareBroken = 0
    var ranges = 0
    var differing: [String] = []
    var merged = 0
    /// Releases in which one figure is shown that was hidden for another's sake, and those of them
    /// that the attacker does not break.
    var weakened = 0
    var unbroken: [String] = []
  }

  @Test(
    "Nobody can be recognised in any of them, last months' papers in hand",
    arguments: 0..<10)
  func none(block: UInt64) throws {
    var tally = Tally()
    var seed = block * 10_000
    while tally.releases < 100 {
      seed += 1
      try attack(seed, &tally)
    }
    #expect(tally.open == [])
    #expect(tally.undecided == 0)
    #expect(tally.differing == [])
    // The attacker has teeth: where only small numbers are hidden he breaks many of them.
    #expect(tally.bareBroken > 20)
    #expect(tally.sensitive > 200)
    #expect(tally.ranges > 15)
    // Nothing is hidden for nothing: show any one again, and he breaks the release.
    #expect(tally.weakened > 30)
    #expect(tally.unbroken == [])
  }

  private func attack(_ seed: UInt64, _ tally: inout Tally) throws {
    var random = RandomRelease(seed: seed)
    var before: Release?
    for month in 0..<random.months {
      var release = random.next(month)
      random.previousTotal = random.total
      if let before { release.add(before) }
      let controlled = try DisclosureControl.apply(to: release)
      tally.releases += 1
      if !controlled.merged.isEmpty { tally.merged += 1 }
      if !controlled.isSafe { tally.open.append("\(seed)/\(month) by the engine") }
      let hidden = controlled.hidden.mapValues(\.reason)
      for knowsMore in [false, true] {
        var attacker = BruteForceAttacker(
          controlled.release, hidden: hidden, threshold: 5, most: 2 * random.total + 20,
          knowsNextSmallest: knowsMore)
        for id in attacker.sensitive {
          tally.sensitive += 1
          switch attacker.findsAnother(id) {
          case true?: break
          case false?: tally.open.append("\(seed)/\(month) \(id)")
          case nil: tally.undecided += 1
          }
        }
        if knowsMore, seed % 10 == 0 { compare(controlled, &attacker, "\(seed)/\(month)", &tally) }
      }
      weaken(controlled, random.total, "\(seed)/\(month)", &tally)
      countBare(release, &tally, random.total)
      before = controlled.published
    }
  }

  /// Shows one figure after another that was hidden for another's sake, and attacks what is left.
  private func weaken(
    _ controlled: ControlledRelease, _ total: Int, _ name: String, _ tally: inout Tally
  ) {
    guard controlled.merged.isEmpty else { return }
    let secondary = controlled.hidden.filter { $0.value.reason == .protectsAnother }.keys.sorted()
    for shown in secondary.prefix(2) {
      var hidden = controlled.hidden.mapValues(\.reason)
      // The same number under other names goes with it.
      for (id, reason) in controlled.hidden
      where reason.reason == .protectsAnother
        && controlled.release.relations.contains(where: { relation in
          relation.terms.count == 2 && Set(relation.terms.map(\.figure)) == [id, shown]
        })
      { hidden[id] = nil }
      hidden[shown] = nil
      tally.weakened += 1
      let isBroken = [false, true].contains { knowsMore in
        var attacker = BruteForceAttacker(
          controlled.release, hidden: hidden, threshold: 5, most: 2 * total + 20,
          knowsNextSmallest: knowsMore)
        return attacker.sensitive.contains { attacker.findsAnother($0) == false }
      }
      if !isBroken { tally.unbroken.append("\(name) \(shown)") }
    }
  }

  /// Holds the ranges of the audit against every number that the other attacker finds to fit.
  private func compare(
    _ controlled: ControlledRelease, _ attacker: inout BruteForceAttacker, _ name: String,
    _ tally: inout Tally
  ) {
    for id in attacker.names.prefix(6) {
      guard let range = controlled.ranges[id], range.isExact,
        let numbers = attacker.numbers(id, giveUpAfter: 20_000), let low = numbers.first,
        let high = numbers.last, high < attacker.most, low > -attacker.most
      else { continue }
      tally.ranges += 1
      if range.lowest != low || range.highest != high {
        tally.differing.append("\(name) \(id): \(range.inWords), not \(low) to \(high)")
      }
    }
  }

  /// Whether hiding small numbers alone would have left one open.
  private func countBare(_ release: Release, _ tally: inout Tally, _ total: Int) {
    let small = release.figures.filter {
      $0.publication == .planned && (1...5).contains($0.value) && $0.kind != .difference
        && $0.kind != .open
    }
    let hidden = Dictionary(small.map { ($0.id, Hidden.Reason.small) }) { first, _ in first }
    var bare = release
    bare.derived = []
    var attacker = BruteForceAttacker(
      bare, hidden: hidden, threshold: 5, most: 2 * total + 20, knowsNextSmallest: false)
    for id in attacker.sensitive where attacker.findsAnother(id) == false {
      tally.bareBroken += 1
      return
    }
  }
}

import LookedAfter
import Testing
import TestSupport

@Suite("A corrected figure")
struct RevisionTests {
  @Test("stands in its highest revision, recorded in any order", arguments: UInt64(1)...50)
  func highestStands(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let revisions = Int.random(in: 2...6, using: &generator)
    let measures: [MeasureID] = ["total", "ico", "section20.assessing", "ceased.sgo"]
    var figures: [Observation] = []
    for measure in measures {
      for basis: Basis? in [nil, .weekly, .monthEnd] {
        for revision in 1...revisions {
          figures.append(
            try observation(measure, 100 * revision, basis: basis, revision: revision))
        }
      }
    }
    let history = try history(figures.shuffled(using: &generator))

    for measure in measures {
      let standing = history.observations(of: measure)
      #expect(standing.map(\.provenance.revision) == Array(repeating: revisions, count: 3))
      #expect(standing.map(\.basis) == [nil, .weekly, .monthEnd])
      #expect(standing.allSatisfy { $0.value?.whole == 100 * revisions })
    }
  }

  @Test("is the same whether it was there from the start or added later", arguments: UInt64(1)...20)
  func added(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var figures: [Observation] = []
    for measure in ["total", "ico", "started", "comment.ico"] as [MeasureID] {
      for revision in 1...3 where Bool.random(using: &generator) {
        figures.append(try observation(measure, revision, basis: .weekly, revision: revision))
      }
    }
    figures.shuffle(using: &generator)
    let first = Int.random(in: 0...figures.count, using: &generator)
    let grown = try history(Array(figures[..<first])).adding(Array(figures[first...]))
    let whole = try history(figures)

    #expect(grown.allObservations == whole.allObservations)
    #expect(grown.months == whole.months)
    #expect(grown.isEmpty == whole.isEmpty)
    for month in whole.months {
      #expect(grown.snapshots(for: month) == whole.snapshots(for: month))
    }
  }

  @Test("that is taken back in its newest revision is known no more", arguments: [true, false])
  func withdrawn(newestFirst: Bool) throws {
    let taken = Observation(
      measure: "total", period: .month(try month2020(9)), value: nil,
      provenance: Provenance(source: nil, recordedAt: "2020-10-06T00:00:00Z", revision: 2))
    let figures = [try observation("total", 338), taken]
    let history = try history(newestFirst ? figures.reversed() : figures)

    #expect(history.observations(of: "total").isEmpty)
    #expect(history.months.isEmpty)
  }

  @Test("is a correction only when measure, period, basis and detail are the same")
  func sameThing() throws {
    let history = try history([
      try observation("planned.sgo", 5, detail: "2020-11"),
      try observation("planned.sgo", 4, detail: "2020-11", revision: 2),
      try observation("planned.sgo", 3, detail: "2021-01"),
    ])

    #expect(history.observations(of: "planned.sgo").map { $0.value?.whole } == [4, 3])
  }
}

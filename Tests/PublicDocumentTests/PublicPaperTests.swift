import Disclosure
@testable import Documents
import HistoryFiles
import LookedAfter
import ShippedData
import Testing

@testable import Reports

/// The papers of October 2020 as they may go to the public.
@Suite("A public paper of a history") struct PublicPaperTests {
  private let history: History
  private let october: Month

  init() throws {
    history = try HistoryFolder.sample(named: "herefordshire").history
    october = try #require(Month(iso: "2020-10"))
  }

  private func update(
    _ history: History, month: Month, before: [DisclosedFigure] = [],
    policy: DisclosurePolicy = DisclosurePolicy()
  ) throws -> PublicPaper {
    try PublicPaper(history, month: month, before: before, policy: policy) { history, pass in
      try pass(try MonthlyUpdate.document(history, month: month))
    }
  }

  private func briefing(_ history: History, before: [DisclosedFigure] = []) throws -> PublicPaper {
    let template = try ShippedData.read("templates/briefing.csv")
    let glossary = try ShippedData.read("templates/glossary.csv")
    let shape = try PaperTemplate(bytes: template.bytes, file: template.path)
    let terms = try Glossary(bytes: glossary.bytes, file: glossary.path)
    let meeting = try #require(CivilDate(iso: "2020-12-01"))
    return try PublicPaper(history, month: october, before: before) { history, pass in
      var paper = try ScrutinyBriefing(history, meeting: meeting)
      paper.disclosure = pass
      return try paper.document(template: shape, glossary: terms)
    }
  }

  private func text(_ paper: PublicPaper) -> String { MarkdownRenderer().render(paper.document) }

  private func cell(_ document: Document, _ table: String, _ row: String, _ column: String) throws
    -> Cell
  {
    let table = try #require(document.table(table))
    let place = try #require(table.columns.firstIndex { $0.id == column })
    return try #require(table.rows.first { $0.cells.first == .text(row) }).cells[place]
  }

  @Test("The number and what it was twelve months before stand; the two UASC do not")
  func briefing() throws {
    let paper = try briefing(history)
    let text = text(paper)
    #expect(text.contains("336 children were looked after on 2 November 2020"))
    #expect(text.contains("14 fewer than the 350"))
    #expect(try cell(paper.document, "profile", "uasc", "children").display == "[c]")
    #expect(text.contains("[c] stands for a figure that is not shown"))
    #expect(paper.hidden[.small] ?? 0 > 10)
  }

  @Test(
    "No story of a child and no remark on a figure is in it",
    arguments: [
      "bereavement in the family", "one sibling group", "early in the month", "siblings",
      "moves are expected at the end of November", "one child was matched",
    ])
  func stories(words: String) throws { #expect(try !text(briefing(history)).contains(words)) }

  @Test("What is put to the manager about a rating is not put to the public")
  func ratings() throws {
    let text = text(try update(history, month: october))
    #expect(text.contains("two totals"))
    #expect(!text.contains("rating-and-direction"))
    #expect(!text.contains("look at it again"))
  }

  @Test("No number from 1 to 5 stands in a cell of children")
  func cells() throws {
    for paper in [try briefing(history), try update(history, month: october)] {
      for case .table(let table) in paper.document.blocks
      where !["resolutions", "figure-ages"].contains(table.id) {
        for row in table.rows {
          for (column, cell) in zip(table.columns, row.cells) where column.kind == .number {
            guard case .number(let number, 0) = cell.value,
              !["change", "since_baseline", "on_year"].contains(column.id)
            else { continue }
            #expect(!(1...5).contains(number), "\(table.id), \(row.name(table.columns))")
          }
        }
      }
    }
  }

  @Test("Whatever is hidden could be another number: from another world comes the same paper")
  func worlds() throws {
    let paper = try update(history, month: october)
    // One child more in a hidden category and one fewer in another that is hidden beside it.
    let uasc = try #require(history.count(of: "uasc", in: october))
    #expect(uasc.value == 2)
    #expect(paper.explanation.contains { $0.hasPrefix("Unaccompanied") && $0.contains("1 to 5") })
    #expect(!text(paper).contains("UASC 2"))
  }

  @Test("A month later, what the paper before hid stays hidden and is not given away")
  func successive() throws {
    let september = october.advanced(by: -1)
    let first = try update(history, month: september)
    let second = try update(history, month: october, before: first.published)
    let hiddenThen = Set(first.published.filter { $0.value == nil }.map(\.figure))
    #expect(hiddenThen.contains { $0.hasPrefix("uasc|2020-09") })
    #expect(!second.published.contains { hiddenThen.contains($0.figure) && $0.value != nil })
    #expect(
      try cell(second.document, "cohorts", "uasc", "2020-09").display == "[c]")
  }

  @Test("A number that earlier papers give away stops the paper, and is named")
  func givenAway() throws {
    // An earlier paper showed every cohort of October but one, and the net: that one is known.
    let shown = history.counts().filter {
      $0.period == .month(october) && $0.basis == .weekly && $0.measure != "uasc"
    }.map {
      DisclosedFigure(
        figure: $0.figureID.text, value: $0.count?.value, reason: nil, threshold: 5)
    }
    let net = DisclosedFigure(figure: "net|2020-10|weekly", value: 10, reason: nil, threshold: 5)
    #expect(throws: PublicPaperError.self) {
      try update(history, month: october, before: shown + [net])
    }
  }

  @Test("A threshold of 10 hides more, and 0 is hidden where the rule says so")
  func policy() throws {
    let usual = try update(history, month: october)
    let strict = try update(history, month: october, policy: DisclosurePolicy(threshold: 10))
    #expect(strict.hidden[.small] ?? 0 > usual.hidden[.small] ?? 0)
    #expect(text(strict).contains("a number from 1 to 10"))
    let zero = try update(history, month: october, policy: DisclosurePolicy(showsZero: false))
    #expect(try cell(usual.document, "planned-applications", "2020-12", "sgo") == .integer(0))
    #expect(
      try cell(zero.document, "planned-applications", "2020-12", "sgo").display == "[c]")
  }

  @Test("A part that people wrote must not state what is hidden")
  func words() throws {
    func slot(_ text: String) -> History {
      history.adding([
        Observation(
          measure: "paper.slot", period: .month(october), detail: "next-steps", value: nil,
          text: text, provenance: Provenance(source: nil, recordedAt: "2020-11-20T09:00:00Z"))
      ])
    }
    #expect(
      throws: PublicPaperError.statesHidden(part: "next-steps", figure: "{uasc}")
    ) { try briefing(slot("{uasc} young people.")) }
    #expect(throws: PublicPaperError.self) { try briefing(slot("Two siblings went home.")) }
    #expect(
      try text(briefing(slot("{total} children; section 20 is reviewed."))).contains(
        "336 children;"))
  }

  @Test(
    "Small numbers chosen at random are told by no public paper of two months", arguments: 0..<12)
  func random(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    // Every cohort of the two months anew, so that other figures are small each time.
    let september = october.advanced(by: -1)
    var numbers: [(Observation, Quantity?)] = []
    for observation in history.counts() where observation.basis == .weekly {
      guard observation.measure != "total", !observation.measure.rawValue.hasSuffix(".assessing"),
        [.month(september), .month(october)].contains(observation.period)
      else { continue }
      numbers.append((observation, Quantity(mantissa: next(3) == 0 ? next(7) : 20 + next(60))))
    }
    let other = history.replacing(numbers)
    let first = try update(other, month: september)
    // Where the first month leaves no safe second one, that one is refused and nothing goes out.
    var papers = [first]
    do {
      papers.append(try update(other, month: october, before: first.published))
    } catch is PublicPaperError {}
    for paper in papers {
      let shown = Dictionary(grouping: paper.published) { $0.value == nil }
      for figure in shown[false] ?? []
      where !figure.figure.hasPrefix("net|") && !figure.figure.hasPrefix("unexplained|") {
        #expect(!(1...5).contains(figure.value ?? 0), "\(figure.figure)")
      }
      for observation in other.counts() where observation.basis == .weekly {
        guard case .month(let month) = observation.period,
          (1...5).contains(observation.count?.value ?? 0),
          let table = paper.document.table("cohorts"),
          let column = table.columns.firstIndex(where: { $0.id == "\(month)" }),
          let row = table.rows.first(where: {
            $0.cells.first == .text(observation.measure.rawValue)
          })
        else { continue }
        #expect(row.cells[column].display == "[c]", "\(observation.measure) \(month)")
      }
    }
  }
}

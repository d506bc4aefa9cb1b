@testable import Documents
import LookedAfter
import TestSupport
import Testing

@testable import Reports

/// The report to the scrutiny committee of 1 December 2020, from what was known on that day.
@Suite("Scrutiny briefing") struct BriefingTests {
  let papers: ShippedPapers
  let meeting: CivilDate

  init() throws {
    papers = try ShippedPapers()
    meeting = try #require(CivilDate(iso: "2020-12-01"))
  }

  private func briefing(_ observations: [Observation] = []) throws -> Document {
    try ScrutinyBriefing(papers.history.adding(observations), meeting: meeting)
      .document(template: ShippedPapers.template(.briefing), glossary: ShippedPapers.glossary())
  }

  /// Every part written, each with the same words.
  private func written(_ text: String = "Nothing to add.") throws -> [Observation] {
    try ShippedPapers.template(.briefing).slots.map {
      ShippedPapers.text("paper.slot", $0.id, text, .month(papers.october))
    }
  }

  private func paragraphs(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      if case .paragraph(let text) = block { return text }
      return nil
    }
  }

  @Test("The paper in every form is the one that was read and kept")
  func golden() throws {
    let document = try briefing()
    let text = TextRenderer(style: .init(width: 100)).render(document)
    #expect(try GoldenFile.difference(text, from: "briefing-2020-12-01.txt") == nil)
    let markdown = MarkdownRenderer().render(document)
    #expect(try GoldenFile.difference(markdown, from: "briefing-2020-12-01.md") == nil)
    let json = JSONRenderer().render(document)
    #expect(try GoldenFile.difference(json, from: "briefing-2020-12-01.json") == nil)
  }

  @Test("The sections stand in the order of the committee's reports")
  func sections() throws {
    let headings = try briefing().blocks.compactMap { block -> String? in
      if case .heading(1, let text) = block { return text }
      return nil
    }
    #expect(
      headings == [
        "Classification", "Decision type", "Wards affected", "Purpose", "Recommendations",
        "Alternative options", "Key considerations", "Community impact", "Environmental impact",
        "Equality duty", "Resource implications", "Legal implications", "Risk management",
        "Consultees", "Appendices", "Background papers", "Glossary",
      ])
  }

  @Test(
    "Each statement is there with its figures",
    arguments: [
      "336 children were looked after on 2 November 2020, 14 fewer than the 350",
      "joiners and leavers are not recorded for every month between",
      "the rate was 97 per 10,000 in October 2019 and is 93 now, 3.9 per 10,000 lower",
      "printed 95 for October 2019; it rests on another population",
      "101 more than the 235 at the rate of England, 140 more than the 196 at the rate of statistical"
        + " neighbours and 40 more than the 296 at the rate of West Midlands",
      "95% range 83 to 104", "At the end of that year 334 children were looked after here",
      "32 children left care because an order was made or ended: 21 by a special guardianship order"
        + " and 11 by the discharge",
      "20 children (13 SGO and 7 discharge)", "A month earlier there were 27",
      "On 6 November 2020, 17 were filed with the court and three with legal services: 20 in all, the"
        + " same as at the end of October 2020",
      "16 applications are planned", "16 applications would be with legal services by January 2021",
      "are 36 children", "300 would be looked after. That is a bound and no forecast",
      "12 have not come into care to date", "19 have returned to their parents",
      "71 children lived with kinship foster carers, 10 more than the 61 on 31 December 2019",
      "69%, compared with 67% for statistical neighbours", "38 children have been matched",
      "24 children were on placement orders, two fewer than the 26",
      "nine have plans of adoption", "43 children were in residential care",
      "23 could live with a foster family",
      "336 children cost £17,136,000 in a full year. Against the 350 of twelve months before that is"
        + " £714,000 less",
      "four have been answered and 11 are open",
    ])
  func statement(text: String) throws {
    #expect(paragraphs(try briefing()).joined(separator: " ").contains(text))
  }

  @Test("Paragraphs are numbered from 1 without a gap")
  func numbers() throws {
    let numbers = paragraphs(try briefing()).map { $0.prefix { $0 != "." } }
    #expect(numbers == (1...numbers.count).map { "\($0)" }.map { $0[...] })
  }

  @Test(
    "Each figure has its age on the day of the meeting",
    arguments: [
      ("total.weekly", 29, "29 days"), ("total.month_end", 62, "62 days"),
      ("comparators.2018/19", 611, "over 20 months"), ("pipeline", 25, "25 days"),
      ("kinship.foster", 62, "62 days"), ("total.year_end", 245, "over eight months"),
      ("population", 885, "over 29 months"),
    ])
  func ages(id: String, days: Int, words: String) throws {
    let table = try #require(try briefing().table("figure-ages"))
    let row = try #require(table.rows.first { $0.cells.first == .text(id) })
    #expect(row.cells.last == Cell(.number(mantissa: days, decimals: 0), display: words))
  }

  @Test("An age is a whole number of months from three months on")
  func wholeMonths() throws {
    let age = { (day: String, meeting: String) throws -> String in
      try FigureAges.age(
        of: #require(CivilDate(iso: day)), on: #require(CivilDate(iso: meeting)))
    }
    #expect(try age("2020-08-31", "2020-12-01") == "92 days")
    #expect(try age("2020-08-30", "2020-12-01") == "over three months")
    #expect(try age("2020-06-30", "2020-12-31") == "six months")
    #expect(try age("2020-06-30", "2020-12-30") == "over five months")
    #expect(try age("2020-06-15", "2020-12-15") == "six months")
    #expect(try age("2020-12-01", "2020-12-01") == "no days")
  }

  @Test("A paper with unwritten parts says on every page that it is a draft")
  func draft() throws {
    let document = try briefing()
    #expect(document.pageMark == "Draft: 17 parts are still to be written")
    let header = "<w:headerReference w:type=\"default\""
    let parts = Dictionary(
      uniqueKeysWithValues: WordRenderer().parts(of: document).map { ($0.name, $0.text) })
    let body = try #require(parts["word/document.xml"])
    // One reference in each section of the paper, so that no page is without.
    #expect(body.count(of: header) == body.count(of: "<w:sectPr>"))
    #expect(try #require(parts["word/header1.xml"]).contains("Draft: 17 parts"))
    #expect(HTMLRenderer().render(document).contains("@top-center{content:\"Draft: 17 parts"))
  }

  @Test("With every part written it is a draft no more")
  func finished() throws {
    let document = try briefing(written())
    #expect(document.pageMark == nil)
    #expect(!MarkdownRenderer().render(document).contains("still to be written"))
    #expect(WordRenderer().parts(of: document).allSatisfy { $0.name != "word/header1.xml" })
  }

  @Test("A figure in a part is filled in from the record")
  func filledIn() throws {
    let document = try briefing(
      written("{20 = pipeline.open} applications are open, {planned.total} planned."))
    #expect(
      paragraphs(document).contains { $0.hasSuffix(". 20 applications are open, 16 planned.") })
  }

  @Test("A figure that nothing fills, or that the record contradicts, refuses to print")
  func unfilledFigure() throws {
    #expect(throws: ReportError.unfilledFigure(part: "Meeting", figure: "{adoption.orders}")) {
      try briefing(written("{adoption.orders} were made."))
    }
    #expect(throws: ReportError.unfilledFigure(part: "Meeting", figure: "{ }")) {
      try briefing(written("{ } were made."))
    }
    #expect(
      throws: ReportError.otherFigure(
        part: "Meeting", stated: 16, measure: "pipeline.sgo.open", recorded: 13)
    ) { try briefing(written("{16 = pipeline.sgo.open} applications.")) }
  }

  @Test("What was written for one month is not carried over, what is for every month is")
  func notCarriedOver() throws {
    let september = try #require(Month(iso: "2020-09"))
    let old = ShippedPapers.text("paper.slot", "next-steps", "Old.", .month(september))
    let always = ShippedPapers.text("paper.slot", "contact", "Head of service", .undated)
    let text = MarkdownRenderer().render(try briefing([old, always]))
    #expect(!text.contains("Old."))
    #expect(text.contains("Head of service"))
  }

  @Test("The glossary explains exactly the terms that the paper uses")
  func glossary() throws {
    let table = try #require(try briefing().table("glossary"))
    let terms = table.rows.map { $0.cells[0] }
    #expect(terms.contains(.text("Special guardianship order (SGO)")))
    #expect(terms.contains(.text("Kinship foster carer")))
    // No month has the twelve months before that a band needs, and nothing is said of permanence.
    #expect(!terms.contains(.text("Expected band")))
    #expect(!terms.contains(.text("Permanence")))
    let more = try #require(try briefing(written("Permanence matters.")).table("glossary"))
    #expect(more.rows.map { $0.cells[0] }.contains(.text("Permanence")))
  }

  @Test("A term is looked for as a word of its own")
  func wholeWords() throws {
    let glossary = try Glossary(
      bytes: Array("term,forms,meaning\nNet,net,x\nICO,ICO|order,y\n".utf8), file: "g.csv")
    let used = { (text: String) in
      glossary.used(in: Document(title: "", blocks: [.paragraph(text)])).map(\.name)
    }
    #expect(used("A network of orders, and an ico.") == [])
    #expect(used("Net 10; ICOs") == ["Net"])
    #expect(used("The order") == ["ICO"])
    #expect(used("") == [])
  }

  @Test("For a meeting the newest month counted by that day is reported")
  func monthOfMeeting() throws {
    let day = { try #require(CivilDate(iso: $0)) }
    let month = { (iso: String) in
      try ScrutinyBriefing(papers.history, meeting: day(iso)).month.description
    }
    #expect(try month("2020-12-01") == "2020-10")
    #expect(try month("2020-11-02") == "2020-10")
    #expect(try month("2020-11-01") == "2020-09")
    let early = try day("2010-01-01")
    #expect(throws: ReportError.self) { try ScrutinyBriefing(papers.history, meeting: early) }
  }

  @Test("Without a meeting the paper gives no ages and asks for the day")
  func monthOnly() throws {
    let document = try ScrutinyBriefing(papers.history, month: papers.october)
      .document(template: ShippedPapers.template(.briefing), glossary: ShippedPapers.glossary())
    #expect(document.pageMark == "Draft: 18 parts are still to be written")
    #expect(paragraphs(document).contains { $0.contains("The day of the meeting is not known") })
  }

  @Test("A scenario that was chosen stands in the paper with its sentences")
  func scenario() throws {
    var briefing = try ScrutinyBriefing(papers.history, meeting: meeting)
    briefing.scenarios = [ChosenScenario(name: "All orders granted", sentences: "300 by March.")]
    let document = try briefing.document(
      template: ShippedPapers.template(.briefing), glossary: ShippedPapers.glossary())
    #expect(paragraphs(document).contains { $0.hasSuffix("All orders granted: 300 by March.") })
  }

  @Test("The paper goes through the disclosure pass before its glossary and its numbers are made")
  func disclosure() throws {
    var briefing = try ScrutinyBriefing(papers.history, meeting: meeting)
    briefing.disclosure = DisclosurePass { document in
      var document = document
      document.blocks.insert(.paragraph("Permanence"), at: 0)
      return document
    }
    let document = try briefing.document(
      template: ShippedPapers.template(.briefing), glossary: ShippedPapers.glossary())
    #expect(paragraphs(document).first == "1. Permanence")
    #expect(
      try #require(document.table("glossary")).rows.contains { $0.cells[0] == .text("Permanence") })
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func count(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let first = rest.firstIndex(of: text.first ?? " ") {
      if rest[first...].hasPrefix(text) { count += 1 }
      rest = rest[rest.index(after: first)...]
    }
    return count
  }
}

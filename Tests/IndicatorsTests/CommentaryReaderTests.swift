import HistoryFiles
import LookedAfter
import TestSupport
import Testing

@testable import Indicators

/// Figures in plain words of a commentary, against the record of October 2020.
@Suite("A figure in plain words") struct CommentaryReaderTests {
  let history: History
  let october: Month

  init() throws {
    history = try HistoryFolder.sample(named: "herefordshire").history
    october = try #require(Month(iso: "2020-10"))
  }

  private func claims(_ text: String, on cohort: CohortID) throws -> [CommentaryClaim] {
    let cohort = try #require(history.scheme[cohort])
    let commentary = Commentary(text: text, provenance: Provenance(source: nil, recordedAt: ""))
    return CommentaryReader(history: history, month: october, cohort: cohort).claims(in: commentary)
  }

  @Test(
    "of applications is set against those of their route and stage",
    arguments: [
      (
        "We have 16 applications for SGO either already submitted to Court or with legal services.",
        "pipeline.sgo.open", 16, 13
      ),
      ("There are sixteen SGO applications under way.", "pipeline.sgo.open", 16, 13),
      (
        "Applications for 16 children are filed or with legal services.", "pipeline.sgo.open", 16,
        13
      ),
      ("9 applications are with the court.", "pipeline.sgo.filed", 9, 8),
      ("Currently 5 SGO applications are with legal services.", "pipeline.sgo.with_legal", 5, 5),
      ("7 discharge applications are filed with the court.", "pipeline.discharge.filed", 7, 5),
    ])
  func applications(text: String, measure: String, stated: Int, recorded: Int) throws {
    #expect(
      try claims(text, on: "sgo_plan") == [
        CommentaryClaim(
          stated: stated, measure: MeasureID(rawValue: measure), recorded: [recorded])
      ])
  }

  @Test("of a list of stages is set against each")
  func stages() throws {
    let found = try claims(
      "13 SGO applications are open: 9 with the court and 4 with legal services.", on: "sgo_plan")
    #expect(
      found.map(\.measure) == [
        "pipeline.sgo.open", "pipeline.sgo.filed", "pipeline.sgo.with_legal",
      ])
    #expect(found.map(\.stated) == [13, 9, 4])
    #expect(found.map(\.recorded) == [[13], [8], [5]])
  }

  @Test(
    "of children is set against their cohort, whichever the comment is on",
    arguments: [
      ("There are 41 children on interim care orders.", "ico", "ico", 41, 35),
      ("We currently have 41 children subject to an interim care order.", "total", "ico", 41, 35),
      ("41 children are on an ICO at the end of October 2020.", "ico", "ico", 41, 35),
      ("There are twenty-five children on placement orders.", "ico", "placement_orders", 25, 24),
      ("22 children are accommodated under section 20.", "section20", "section20", 22, 22),
      ("There are 110 children who are long-term matched.", "ico", "", 0, 0),
      ("There are 110 long-term matched children.", "ico", "", 0, 0),
      (
        "110 children are long-term matched with foster carers.", "ico", "long_term_matched", 110,
        107
      ),
      ("The number of children has fallen to 33.", "ico", "ico", 33, 35),
      ("This cohort has increased from 32 to 36 children.", "ico", "ico", 36, 35),
      ("The number of children on interim care orders is now 35.", "total", "ico", 35, 35),
    ])
  func children(text: String, on: String, measure: String, stated: Int, recorded: Int) throws {
    let found = try claims(text, on: CohortID(rawValue: on))
    guard !measure.isEmpty else {
      #expect(found.isEmpty)
      return
    }
    #expect(found.map(\.measure.rawValue) == [measure])
    #expect(found.map(\.stated) == [stated])
    #expect(found.first?.recorded.first == recorded)
  }

  @Test(
    "of all children is set against the total",
    arguments: [
      ("There are 350 children.", "total"), ("350 children", "total"),
      ("There are 350 looked after children.", "ico"),
      ("On 2 November 2020 there were 350 children in our care.", "total"),
      ("350 children were looked after at the end of the month.", "ico"),
    ])
  func total(text: String, on: String) throws {
    #expect(
      try claims(text, on: CohortID(rawValue: on)) == [
        CommentaryClaim(stated: 350, measure: "total", recorded: [336])
      ])
  }

  @Test(
    "of the month's movements is set against the flows",
    arguments: [
      ("9 children became looked after in October.", "started", 9, 10),
      ("Twelve children left care this month.", "ceased", 12, 11),
      ("4 children turned 18.", "ceased.turned_18", 4, 3),
      ("Five SGOs were granted.", "ceased.sgo", 5, 3),
      ("6 care orders were discharged in October 2020.", "ceased.discharged", 6, 5),
      ("7 were made subject to interim care orders.", "started.ico", 7, 6),
    ])
  func flows(text: String, measure: String, stated: Int, recorded: Int) throws {
    let found = try claims(text, on: "total")
    #expect(found.map(\.measure.rawValue) == [measure])
    #expect(found.map(\.stated) == [stated])
    #expect(found.first?.recorded.first == recorded)
  }

  @Test("of the rate and of the change on the month before")
  func rateAndChange() throws {
    let rate = try claims("Our rate is 97 per 10,000.", on: "total")
    #expect(rate.map(\.measure) == [RateClaims.measure])
    #expect(rate.first?.recorded.first == 93)
    let change = try claims("Three fewer children than a month earlier.", on: "total")
    #expect(change.map(\.measure) == [ChangeClaims.measure])
    #expect(change.map(\.stated) == [-3])
    #expect(change.first?.recorded == [-2, -1])
  }

  /// Each of these is right, or cannot be judged: not one may be read as a figure of the record.
  @Test(
    "is passed over where it is not certain",
    arguments: [
      "About 41 children are on interim care orders.",
      "Up to 41 children are on interim care orders.",
      "There are more than 350 children.",
      "Between 5 and 6 children left care.",
      "6 children were made subject to interim care orders in September.",
      "There were 41 children on interim care orders in September 2020.",
      "Last month there were 41 children on interim care orders.",
      "41 children on interim care orders are placed with parents.",
      "There are 41 children on interim care orders who live with relatives.",
      "3 of the 41 children on interim care orders went home.",
      "The 41 children on interim care orders were all reviewed.",
      "A further 41 children are on interim care orders.",
      "We aim to have 300 children in care.",
      "There should be 300 children in care by March.",
      "If the plan holds, there will be 320 looked after children.",
      "41 reviews were held for children on interim care orders.",
      "2 applications were filed with the court in October.",
      "3 applications were sent to legal services this month.",
      "Another 3 applications are with the court.",
      "The 2 applications that are with the court are for siblings.",
      "16 applications are planned.",
      "10 applications were planned for October, 3 of which are with legal services.",
      "16 SGO and discharge applications are with the court.",
      "5 SGO applications are awaiting life story work before they go to court.",
      "Proceedings take 26 weeks on average.",
      "16 year olds are prepared for independence; a 17-year-old moved.",
      "Young people of 16 and over, and those aged 17, turn 18 soon.",
      "Section 20 is used for 12 per cent of entries.",
      "On 12 October 2020 a panel met.",
      "England has a rate of 65 per 10,000.",
      "The rate of our statistical neighbours is 54 per 10,000.",
      "4 children were accommodated under section 20 by agreement with their mothers.",
      "Two children left foster care for home.",
      "Two of them left care.",
      "35 children are in residential care.",
      "18 children concluded proceedings in the quarter.",
      "13 young people are in supported accommodation in another county.",
      "There were 38 children on interim care orders and there are now 35.",
      "One child on a placement order was matched.",
      "No children left care.",
      "In 2019 there were 350 children.",
      "107 children, of whom 12 are disabled, live with foster carers.",
      "3 children are in proceedings, 2 of them on interim care orders.",
    ], ["ico", "total", "sgo_plan"])
  func passedOver(text: String, on: String) throws {
    #expect(try claims(text, on: CohortID(rawValue: on)).isEmpty, "\(text)")
  }

  @Test("of the standing sentences and the commentary of the sample is never taken amiss")
  func sample() throws {
    for cohort in history.scheme.rows {
      #expect(try claims(cohort.standingCommentary, on: cohort.id).isEmpty)
      guard let commentary = history.commentary(on: cohort.id, in: october) else { continue }
      let reader = CommentaryReader(history: history, month: october, cohort: cohort)
      for claim in reader.claims(in: commentary) {
        #expect(claim.recorded.contains(claim.stated), "\(cohort.id): \(claim)")
      }
    }
  }

  @Test("is read from any text without harm")
  func anyText() throws {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "16", "applications", "for", "SGO", "with", "the", "court", "or", "legal", "children", ",",
      ".",
      "(", "99999999999999999999", "section", "s20", "{", "}", "rate", "per", "10,000", "fell",
      "to",
      "and", "\u{1F60A}", "-", "is", "looked after", "twenty-", "1,0", "fewer", "than",
    ]
    for _ in 0..<60 {
      let text = (0..<12).compactMap { _ in pieces.randomElement(using: &generator) }
        .joined(separator: " ")
      for cohort in history.scheme.rows { _ = try claims(text, on: cohort.id) }
    }
  }
}

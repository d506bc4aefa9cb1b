import Documents
import LookedAfter
import Testing

@testable import Reports

/// The questions that come again and again, and their answers in October 2020.
@Suite("Standing questions") struct StandingQuestionTests {
  @Test(
    "A question is found by its words",
    arguments: [
      ("how many SGO applications are with court", "sgo-with-court"),
      ("How many SGO applications are with court?", "sgo-with-court"),
      ("why did applications slip", "slippage"), ("what does a child cost", "cost"),
      ("progress of the 49", "the-49"), ("how old are the figures", "data-age"),
      ("rate beside England", "rate"), ("entries-avoided", "entries-avoided"),
    ])
  func found(text: String, id: String) throws {
    #expect(try StandingQuestion.meant(by: text, among: ShippedPapers.questions())?.id == id)
  }

  @Test(
    "A question that is not in the list is not answered by guess",
    arguments: ["", "the weather in spring", "how many"])
  func notFound(text: String) throws {
    #expect(try StandingQuestion.meant(by: text, among: ShippedPapers.questions()) == nil)
  }

  @Test(
    "Each answer has number, date, comparison and source",
    arguments: [
      (
        "sgo-with-court",
        "SGO, filed with the court: 8 on 31 October 2020, four fewer than the 12 on 30 September 2020."
          + " Source: monthly update of 2 November 2020."
      ),
      (
        "applications-open",
        "20 applications were open on 31 October 2020 (13 SGO and 7 discharge): 13 with court and 7 with"
          + " legal services. There were 27 on 30 September 2020. Source: monthly update of 2 November"
          + " 2020."
      ),
      (
        "where-we-are",
        "All looked after children: 336 on 2 November 2020 (weekly data), two fewer than the 338 on 5"
          + " October 2020. Source: monthly update of 2 November 2020."
      ),
      (
        "the-49",
        "It cannot be said of them: the list was not frozen, and counts do not tell one child from"
          + " another. Of all children: from November 2019 to October 2020, 32 children left care because"
          + " an order was made or ended: 21 by a special guardianship order and 11 by the discharge of"
          + " the care order after going home. Source: report to scrutiny of 1 December 2020, scorecard"
          + " for September 2020 and monthly update of 2 November 2020."
      ),
      ("turning-18", "Nothing is recorded of 18th birthdays expected up to October 2020."),
    ])
  func answers(id: String, sentence: String) throws {
    let papers = try ShippedPapers()
    let question = try #require(try ShippedPapers.questions().first { $0.id == id })
    let context = PaperContext(history: papers.history, month: papers.october)
    #expect(StandingAnswer(question, context).sentence == sentence)
  }

  @Test("The pack answers every question that the record can, and names the rest")
  func pack() throws {
    let papers = try ShippedPapers()
    let questions = try ShippedPapers.questions()
    let pack = try AnswersPack.document(
      papers.history, month: papers.october, meeting: CivilDate(iso: "2020-12-01"),
      questions: questions)
    let headings = pack.blocks.compactMap { block -> String? in
      if case .heading(_, let text) = block { return text }
      return nil
    }
    #expect(headings.count == questions.count)
    #expect(headings.last == "What the record cannot answer yet")
    #expect(Set(questions.map(\.id)).count == questions.count)
  }
}

import Documents
import LookedAfter
import TestSupport
import Testing

@testable import Reports

/// The questions that come again and again, and their answers in October 2020.
@Suite("Standing questions") struct StandingQuestionTests {
  @Test(
    "A question is found by its id, its words, and in spite of slips of the keyboard",
    arguments: [
      ("how many SGO applications are with court", "sgo-with-court"),
      ("How many SGO applications are with court?", "sgo-with-court"),
      ("how many sgo applicatons are with cort", "sgo-with-court"),
      ("why did applications slip", "slippage"), ("what does a child cost", "cost"),
      ("progress of the 49", "the-49"), ("how old are the figures", "data-age"),
      ("rate beside England", "rate"), ("rate besides Engalnd", "rate"),
      ("entries-avoided", "entries-avoided"), ("how many children are there", "where-we-are"),
      ("unaccompanied asylum seekers", "uasc"),
      ("what if adoption orders are granted", "adoption-effect"),
      ("how long are placement contracts", "placement-contracts"),
      ("have the older children been in care long", "time-in-care"),
    ])
  func found(text: String, id: String) throws {
    guard
      case .question(let question) = try ShippedPapers.standingQuestions().meaning(of: text)
    else {
      Issue.record("\(text) is not understood")
      return
    }
    #expect(question.id == id)
  }

  @Test("Every question of the list is understood in its own words, by its id, and in capitals")
  func own() throws {
    let list = try ShippedPapers.standingQuestions()
    let questions = list.questions
    for question in questions {
      for text in [question.question, question.id, question.question.uppercased()] {
        #expect(
          list.meaning(of: text) == .question(question), "\(text)")
      }
    }
    #expect(Set(questions.map(\.id)).count == questions.count)
  }

  @Test(
    "A question that is not in the list is not answered by guess; the nearest are named",
    arguments: [
      ("", []), ("how many", []), ("wet weather tomorrow", []),
      ("how long are foster carers assessed", []),
      ("applications", ["sgo-with-court", "discharge-with-court", "applications-open"]),
    ])
  func notFound(text: String, nearest: [String]) throws {
    guard
      case .unclear(let near) = try ShippedPapers.standingQuestions().meaning(of: text)
    else {
      Issue.record("\(text) is taken for a question of the list")
      return
    }
    #expect(near.count <= 3)
    #expect(Set(nearest).isSubset(of: Set(near.map(\.id))))
  }

  @Test(
    "An answer is one sentence with number, date, basis, comparison, caveat and source",
    arguments: [
      (
        "sgo-with-court",
        "SGO, filed with the court: 8 on 31 October 2020 (counted on that day); four fewer than the 12 on"
          + " 30 September 2020; an application is not yet an order (source: monthly update of 2 November"
          + " 2020)."
      ),
      (
        "where-we-are",
        "All looked after children: 336 on 2 November 2020 (weekly data); two fewer than the 338 on 5"
          + " October 2020; one month's change alone is no trend (source: monthly update of 2 November"
          + " 2020)."
      ),
      (
        "adoption-effect",
        "Were all 24 children on placement orders on 2 November 2020 (weekly data) adopted, and did as"
          + " many children join as leave by other routes, 312 would be looked after; that is 24 fewer"
          + " than the 336 of that day; it is a bound and not a forecast, for nobody knows when orders are"
          + " granted (source: monthly update of 2 November 2020)."
      ),
      ("turning-18", "Nothing is recorded of 18th birthdays expected up to October 2020."),
    ])
  func answers(id: String, sentence: String) throws {
    let papers = try ShippedPapers()
    let question = try #require(try ShippedPapers.questions().first { $0.id == id })
    let context = PaperContext(
      history: papers.history, month: papers.october, meeting: CivilDate(iso: "2020-12-01"))
    #expect(StandingAnswer(question, context).sentence == sentence)
  }

  @Test(
    "The answer to every question is the one that was read and kept, and none has a second sentence"
  )
  func all() throws {
    let papers = try ShippedPapers()
    let context = PaperContext(
      history: papers.history, month: papers.october, meeting: CivilDate(iso: "2020-12-01"))
    let questions = try ShippedPapers.questions()
    let lines = questions.map { question in
      "\(question.id): \(StandingAnswer(question, context).sentence)\n"
    }
    #expect(try GoldenFile.difference(lines.joined(), from: "answers-2020-10.txt") == nil)
    for answer in questions.map({ StandingAnswer($0, context) }) where answer.isAnswered {
      #expect(!answer.sentence.dropLast().contains(". "), "\(answer.sentence)")
      #expect(answer.sentence.hasSuffix(")."))
      #expect(answer.sentence.contains("(source: "))
      #expect(answer.day != nil, "\(answer.question.id)")
    }
  }

  @Test("A question that nothing recorded answers is refused with the reason")
  func refused() throws {
    let papers = try ShippedPapers()
    for id in ["turning-18", "placement-contracts"] {
      let question = try #require(try ShippedPapers.questions().first { $0.id == id })
      #expect(throws: ReportError.self) {
        try AnswersPack.answer(question, papers.history, month: papers.october)
      }
    }
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
    let open = questions.filter { question in
      question.reason != nil || question.id == "turning-18"
    }
    #expect(headings.count == questions.count - open.count + 1)
    #expect(headings.last == "What the record cannot answer yet")
    #expect(Set(questions.map(\.id)).count == questions.count)
  }
}

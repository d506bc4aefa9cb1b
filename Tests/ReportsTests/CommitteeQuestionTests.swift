import LookedAfter
import Testing

@testable import Reports

/// What committees asked and resolved from 2015 to 2025, each line word for word, and what comes of it.
@Suite("What committees asked") struct CommitteeQuestionTests {
  /// A line, and the standing question that it means.
  static let lines: [(line: String, id: String)] = [
    (
      "Report back in twelve months with a breakdown of progress for the 49 children "
        + "identified for SGO or reunification.",
      "the-49"
    ),
    (
      "Send the committee further information on the planned investment in looked after "
        + "children, edge of care and improved social care.",
      "edge-of-care-cost"
    ),
    (
      "Present each change on one page: what it is for, who is responsible, how change "
        + "will be measured.",
      "one-page"
    ),
    (
      "Hold meetings four weeks after the quarterly improvement report comes out.",
      "data-age"
    ),
    (
      "Consider how the report could show which actions come first.",
      "first-actions"
    ),
    (
      "How many care leavers live out of county?",
      "care-leavers-out-of-county"
    ),
    (
      "48 young people reach 18 by February 2022 and 25 need a light touch: what "
        + "contingency is there and how is this predicted?",
      "contingency-18"
    ),
    (
      "How long are placement contracts, fixed or flexible?",
      "placement-contracts"
    ),
    (
      "Most looked after children are 10-15+ and new ones 0-4: have the older ones been "
        + "in care long, and does their age make reunification or an SGO harder?",
      "time-in-care"
    ),
    (
      "Look at the effect on the numbers once delayed adoption orders reach court.",
      "adoption-effect"
    ),
    (
      "Eight objectives of priority 1 are red: why not amber and what is being done; why "
        + "do the ratings and the self-assessment scores not agree?",
      "red-ratings"
    ),
    (
      "How many of the red ratings (8 of 11) are close to amber, and how can the "
        + "committee help?",
      "red-ratings"
    ),
    (
      "Can meetings be timed so that newer data is considered? Meeting dates to be "
        + "reviewed.",
      "data-age"
    ),
    (
      "Has the fall in children on protection plans gone so far that it is a concern?",
      "child-protection"
    ),
    (
      "Could out-of-county placement and cost be compared with buying and running our own "
        + "buildings?",
      "property"
    ),
    (
      "Review progress in reducing numbers in care and decide recommendations that would "
        + "bring further reductions.",
      "progress"
    ),
    (
      "Look at sample cases showing how the right form of care is decided for a looked "
        + "after child.",
      "sample-cases"
    ),
    (
      "Briefing note on keeping foster carers and on the training they get.",
      "foster-carers"
    ),
    (
      "Review a mental health pathway for looked after children as part of the work on "
        + "mental health.",
      "mental-health"
    ),
    (
      "Look at leaving care and preparing for adulthood, including unaccompanied "
        + "asylum-seeking children.",
      "leaving-care"
    ),
    (
      "Give the committee the audit of the fall in child protection plans.",
      "child-protection"
    ),
    (
      "Set results beside those of earlier years (said of school examinations).",
      "earlier-years"
    ),
    (
      "Scrutinise the phase 3 plan and the quality assurance approach and recommend "
        + "improvements.",
      "improvement-plan"
    ),
    (
      "How quickly is permanence reached by SGO or kinship, and how many? No data held "
        + "and no way to measure, except for adoption.",
      "permanence"
    ),
    (
      "Why are adolescents coming into care, and what does growth in agency fostering "
        + "cost?",
      "adolescents"
    ),
    (
      "Briefing on the multi-agency panel for looked after children mental health.",
      "mental-health"
    ),
  ]

  /// Those that no count of children answers.
  static let unanswerable: Set<String> = [
    "one-page", "care-leavers-out-of-county", "contingency-18", "placement-contracts",
    "time-in-care",
    "red-ratings", "child-protection", "property", "sample-cases", "foster-carers", "mental-health",
    "improvement-plan", "adolescents",
  ]

  @Test("Every line is understood as it stands in the minutes", arguments: lines)
  func understood(line: String, id: String) throws {
    let questions = try ShippedPapers.standingQuestions()
    let question = try #require(questions.questions.first { $0.id == id })
    #expect(questions.meaning(of: line) == .question(question), "\(line)")
  }

  @Test("Each is answered in one sentence, or it is said why not and what would be needed")
  func answered() throws {
    let papers = try ShippedPapers()
    let context = PaperContext(
      history: papers.history, month: papers.october, meeting: CivilDate(iso: "2020-12-01"))
    let questions = try ShippedPapers.questions()
    for (line, id) in Self.lines {
      let question = try #require(questions.first { $0.id == id })
      let answer = StandingAnswer(question, context)
      #expect(answer.isAnswered != Self.unanswerable.contains(id), "\(line)")
      if Self.unanswerable.contains(id) {
        #expect(answer.sentence.hasPrefix("This cannot be answered from the record: "))
        #expect(answer.sentence.contains("; it would need "))
        #expect(answer.number == nil)
      } else {
        #expect(answer.sentence.contains("(source: "))
        #expect(!answer.sentence.dropLast().contains(". "), "\(answer.sentence)")
      }
    }
  }

  @Test(
    "Other words for the same are understood",
    arguments: [
      ("how many children are in residential care", "residential-number"),
      ("how many kids live in residential homes", "residential-number"),
      ("how many children in children's homes", "residential-number"),
      ("how many children in residential care could be fostered", "residential"),
      ("how many could step down to foster care from residential", "residential"),
      ("guardianship applications lodged", "sgo-with-court"),
      ("how much do we spend on a child", "cost"),
      ("how many asylum seekers", "uasc"), ("applications with court", "applications-open"),
      ("how many were kept out of care by edge of care", "entries-avoided"),
    ])
  func synonyms(text: String, id: String) throws {
    let questions = try ShippedPapers.standingQuestions()
    let question = try #require(questions.questions.first { $0.id == id })
    #expect(questions.meaning(of: text) == .question(question), "\(text)")
  }

  @Test(
    "A question narrower than its answer would be, or of another time, is not answered",
    arguments: [
      "how many boys are in residential care", "how many teenagers are in residential care",
      "how many children were in residential care in march 2020",
      "how many children were looked after in 2015", "what does a residential placement cost",
      "how many care leavers are in residential care",
    ])
  func narrower(text: String) throws {
    let meaning = try ShippedPapers.standingQuestions().meaning(of: text)
    guard case .question(let question) = meaning else { return }
    // Known not to be answerable is as good as not known.
    #expect(question.reason != nil, "\(text) is answered by \(question.id)")
  }

  @Test("The children in residential care are all of them, not those who wait for a foster home")
  func residential() throws {
    let papers = try ShippedPapers()
    let question = try #require(
      try ShippedPapers.questions().first { $0.id == "residential-number" })
    let answer = StandingAnswer(
      question, PaperContext(history: papers.history, month: papers.october))
    #expect(answer.number == 43)
  }

  @Test("Whatever a question must have is a meaning or a word that it has")
  func table() throws {
    for question in try ShippedPapers.questions() {
      for must in question.must {
        #expect(!must.isDisjoint(with: question.words), "\(question.id): \(must)")
      }
    }
  }
}

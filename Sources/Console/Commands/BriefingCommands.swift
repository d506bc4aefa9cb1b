import Documents
import FileAccess
import LookedAfter
import Reports
import ShippedData

/// The commands that write the papers for a committee and a team, and answer their questions.
enum BriefingCommands {
  static let all: [Command] = [briefing, scorecard, answer, answers]

  private static let briefing = sentence(
    "briefing", group: .write, form: "for DAY | [MONTH] [with NAME, NAME]",
    summary: "write the report to a scrutiny committee, in numbered paragraphs",
    examples: [
      ("briefing for 1 dec 2020", "for a meeting: on what was counted by then, with the age of it"),
      ("briefing for 1 dec 2020 --output briefing.docx", "as a Word file"),
      ("briefing for 1 dec 2020 --internal", "with every figure, not for the public"),
      ("briefing oct 2020", "on a month, while the day of the meeting is open"),
    ],
    details: [
      "What only people can write is marked; slots lists these parts and slot fills one. Until all are"
        + " filled the paper says on every page that it is a draft.",
      "It is for the public: small numbers, and what would give them away, are hidden; disclosure says by"
        + " which rule, and hidden lists what is.",
      "with and the names of saved scenarios puts what comes of them into the paper.",
      "The headings, their order and the standing text are a file; template says how to use your own.",
    ] + HelpTopics.pdf
  ) { phrase, session in
    try session.briefing(&phrase).document(
      template: session.template(of: .briefing), glossary: session.glossary())
  }

  private static let scorecard = sentence(
    "scorecard", group: .write, form: "[MONTH]",
    summary: "write the scorecard: three boxes, and each measure beside year, target and others",
    examples: [
      ("scorecard oct 2020", "the card of a month"),
      ("scorecard oct 2020 --output scorecard.html", "as a page"),
    ],
    details: ["The boxes are written with box: what goes well, what worries, at most five actions."]
      + HelpTopics.pdf
  ) { phrase, session in
    let month = try phrase.monthIfAny() ?? session.month(nil)
    try phrase.finish()
    return try Scorecard.document(
      session.history, month: month, disclosure: session.disclosure)
  }

  private static let answer = sentence(
    "answer", form: "QUESTION",
    summary: "answer one of the questions that committees ask again and again",
    examples: [
      ("answer \"how many SGO applications are with court\"", "one sentence, with date and source"),
      ("answer sgo-with-court", "by its id; answers lists them"),
    ],
    details: [
      "The answer is one sentence: the figure with its date and basis, what it is set against, what has"
        + " to be kept in mind, and its source.",
      "Small slips of the keyboard are forgiven. A question that is not clearly one of the list is not"
        + " answered; the nearest ones are named.",
    ]
  ) { phrase, session in
    let text = phrase.rest(upTo: [])
    guard !text.isEmpty else { throw phrase.missing("a question") }
    let questions = try Session.standingQuestions()
    let question: StandingQuestion
    switch StandingQuestion.meaning(of: text, among: questions) {
    case .question(let meant): question = meant
    case .unclear(let nearest): throw ConsoleError.refused(unclear(text, nearest, questions))
    }
    return try AnswersPack.answer(
      question, session.history, month: session.month(nil), meeting: session.recorder.today)
  }

  /// Why a question was not answered, and which were perhaps meant.
  private static func unclear(
    _ text: String, _ nearest: [StandingQuestion], _ all: [StandingQuestion]
  ) -> String {
    let opening = "No standing question is clearly meant by \"\(text)\""
    guard !nearest.isEmpty else {
      return opening + "; answers lists them, and answer takes the id of one, such as"
        + " \(all.first?.id ?? "rate")."
    }
    let options = nearest.map { "\"\($0.question)\" (answer \($0.id))" }
    return opening + "; did you mean \(options.joined(separator: " or "))"
  }

  private static let answers = sentence(
    "answers", group: .write, form: "[MONTH] [for DAY]",
    summary: "answer every standing question in one sentence each",
    examples: [
      ("answers", "the month in view"), ("answers oct 2020 for 1 dec 2020", "for a meeting"),
      ("answers --output answers.docx", "as a Word file"),
    ]
  ) { phrase, session in
    let month = try phrase.monthIfAny() ?? session.month(nil)
    let day = phrase.take("for") ? try phrase.day(today: session.recorder.today) : nil
    try phrase.finish()
    return try AnswersPack.document(
      session.history, month: month, meeting: day, questions: Session.standingQuestions())
  }
}

extension Phrase {
  /// Takes a day.
  ///
  /// - Throws: `GrammarError` when there is none.
  mutating func day(today: CivilDate?) throws(GrammarError) -> CivilDate {
    let words = Array(rest(upTo: ["with"]).split(separator: " ").map(String.init))
    guard !words.isEmpty else { throw missing("a day") }
    guard let day = DayReader(today: today).read(words) else {
      throw .notADay(words.joined(separator: " "), example: command.example)
    }
    return day
  }
}

extension Session {
  /// The briefing that a sentence asks for.
  ///
  /// - Throws: `GrammarError`, or `ReportError` when it cannot be made.
  func briefing(_ phrase: inout Phrase) throws -> ScrutinyBriefing {
    var paper: ScrutinyBriefing
    if phrase.take("for") {
      let day = try phrase.day(today: recorder.today)
      paper = try ScrutinyBriefing(history, meeting: day)
    } else {
      paper = try ScrutinyBriefing(history, month: phrase.monthIfAny() ?? month(nil))
    }
    paper.scenarios = try scenarios(of: &phrase, month: paper.month)
    try phrase.finish()
    paper.disclosure = disclosure
    return paper
  }

  /// The template of a paper: the authority's own, or the one that comes with the program.
  ///
  /// - Throws: `CSVError` or `ShippedDataError`.
  func template(of paper: PaperTemplate.Paper) throws -> PaperTemplate {
    let file = try templateFile(of: paper)
    return try PaperTemplate(bytes: file.bytes, file: file.name)
  }

  /// The file of a template, as it reads.
  ///
  /// - Throws: `ShippedDataError`.
  func templateFile(
    of paper: PaperTemplate.Paper
  ) throws -> (name: String, bytes: [UInt8]) {
    if let own = ownTemplate(of: paper) { return own }
    let file = try ShippedData.read("templates/\(paper.rawValue).csv")
    return (file.path, file.bytes)
  }

  /// The authority's own template of a paper; nil where it uses the one that comes with the program.
  func ownTemplate(of paper: PaperTemplate.Paper) -> (name: String, bytes: [UInt8])? {
    let own = history.observations(of: "setting.template").last { $0.detail == paper.rawValue }
    return own?.text.map { ("the template \"\(paper.rawValue)\" of the history", Array($0.utf8)) }
  }

  /// The terms that papers explain.
  ///
  /// - Throws: `CSVError` or `ShippedDataError`.
  func glossary() throws -> Glossary {
    let file = try ShippedData.read("templates/glossary.csv")
    return try Glossary(bytes: file.bytes, file: file.path)
  }

  /// The questions that committees ask again and again.
  ///
  /// - Throws: `CSVError` or `ShippedDataError`.
  static func standingQuestions() throws -> [StandingQuestion] {
    let file = try ShippedData.read("questions/questions.csv")
    return try StandingQuestion.read(bytes: file.bytes, file: file.path)
  }
}

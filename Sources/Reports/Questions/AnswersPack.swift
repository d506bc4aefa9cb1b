import Documents
import LookedAfter

/// The standing questions, each answered in a sentence.
public enum AnswersPack {
  /// Every question with its answer; those that the record cannot answer stand at the end.
  ///
  /// - Parameters:
  ///   - history: what is recorded.
  ///   - month: the month that the answers are about.
  ///   - meeting: the day on which the answers are given; nil where that is not known.
  ///   - questions: the standing questions.
  ///   - disclosure: what hides small figures; none hides nothing.
  /// - Throws: `ReportError.emptyHistory`, or whatever the disclosure pass throws.
  public static func document(
    _ history: History, month: Month, meeting: CivilDate? = nil, questions: [StandingQuestion],
    disclosure: DisclosurePass = .identity
  ) throws -> Document {
    guard !history.isEmpty else { throw ReportError.emptyHistory }
    let context = PaperContext(history: history, month: month, meeting: meeting)
    let answers = questions.map { StandingAnswer($0, context) }
    let answered = answers.filter(\.isAnswered)
    let open = answers.filter { !$0.isAnswered }
    var blocks: [Block] = []
    for answer in answered {
      blocks += [
        .heading(level: 1, text: answer.question.question), .paragraph(answer.sentence),
      ]
    }
    if !open.isEmpty {
      blocks.append(.heading(level: 1, text: "What the record cannot answer yet"))
      blocks.append(.list(open.map { "\($0.question.question) \($0.sentence)" }))
    }
    blocks.append(.table(table(answers)))
    var pack = Document(
      title: "Standing questions, \(month.inWords)",
      asAt: (history.snapshot(for: month)?.asAt ?? month.lastDay).description,
      blocks: blocks + Document.sources(answers.flatMap(\.provenance)))
    pack.meeting = meeting?.description
    pack.properties = DocumentProperties(history, month)
    return try disclosure(pack)
  }

  /// One question with its answer.
  ///
  /// - Throws: `ReportError.emptyHistory`, `ReportError.notAnswered` where nothing recorded answers it, or whatever the disclosure pass throws.
  public static func answer(
    _ question: StandingQuestion, _ history: History, month: Month, meeting: CivilDate? = nil,
    disclosure: DisclosurePass = .identity
  ) throws -> Document {
    guard !history.isEmpty else { throw ReportError.emptyHistory }
    let context = PaperContext(history: history, month: month, meeting: meeting)
    let answer = StandingAnswer(question, context)
    guard answer.isAnswered else { throw ReportError.notAnswered(answer.sentence) }
    return try disclosure(
      Document(
        title: question.question, asAt: answer.day?.description,
        blocks: [.paragraph(answer.sentence), .table(table([answer]))]
          + Document.sources(answer.provenance)))
  }

  private static func table(_ answers: [StandingAnswer]) -> Table {
    var table = Table(
      id: "answers", caption: "Standing questions and their answers",
      columns: [
        Column(id: "id", title: "Id", kind: .rowHeader),
        Column(id: "question", title: "Question", kind: .prose),
        Column(id: "answered", title: "Answered", kind: .label),
        Column(id: "number", title: "Number", kind: .number),
        Column(id: "as_at", title: "As at", kind: .label),
        Column(id: "before", title: "Before", kind: .number),
        Column(id: "answer", title: "Answer", kind: .prose),
        Column(id: "asked_by", title: "Asked by", kind: .label),
      ],
      rows: answers.map { answer in
        Row([
          .text(answer.question.id), .text(answer.question.question), .flag(answer.isAnswered),
          .integer(answer.number), answer.day.map { .text("\($0)") } ?? .missing,
          .integer(answer.before), .text(answer.sentence), .text(answer.question.source),
        ])
      })
    table.isForMachines = true
    return table
  }
}

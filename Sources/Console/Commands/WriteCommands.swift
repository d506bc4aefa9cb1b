import Documents
import LookedAfter
import Reports

/// The commands that write papers.
enum WriteCommands {
  static let all: [Command] = [
    Command(
      "update", group: .write, summary: "write the monthly Looked after Children reduction update",
      parameters: [.month, .phrase("[with NAME, NAME]")],
      examples: [
        ("update oct 2020", "read the update of October 2020"),
        ("update oct 2020 --output october.docx", "write it to a Word file, to send"),
        ("update oct 2020 --output october.html", "as a web page, to read or to print"),
        ("update oct 2020 --public --output october-public.html", "for the public: no child in it"),
        ("update oct 2020 with \"more carers\"", "and what would come of a scenario that is saved"),
        ("update latest --format json --output october.json", "for another program"),
      ],
      details: [
        "The last section of the paper lists the figures that do not add up.",
        "with and the names of saved scenarios puts what comes of them into the paper.",
        "The ending of the file says in which form it is written: .docx, .html, .md, .csv, .zip (a"
          + " CSV file for each table), .json or .txt; --format says so where the ending does not.",
        "In Word the figures of a chart can be changed too, by Edit Data; help word says more.",
      ] + HelpTopics.pdf + [
        "A file that is there already is replaced only with --force."
      ],
      run: { arguments, session in
        var phrase = session.phrase(arguments, of: "update", example: "update oct 2020")
        let month = try session.month(arguments.month)
        let scenarios = try session.scenarios(of: &phrase, month: month)
        try phrase.finish()
        return Reply(document: try session.monthlyUpdate(of: month, with: scenarios))
      })
  ]
}

extension Session {
  /// What comes of the scenarios that a sentence names after "with"; none where it names none.
  ///
  /// - Throws: `ConsoleError` or `GrammarError` where there is none of that name, or it cannot be.
  func scenarios(of phrase: inout Phrase, month: Month) throws -> [ChosenScenario] {
    guard phrase.take("with") else { return [] }
    guard !phrase.isAtEnd else { throw phrase.missing("the name of a scenario") }
    var session = self
    return try session.chosenScenarios(phrase.restOfTokens(), month: month)
  }

  /// The update of a month, in the authority's own shape where it has one.
  ///
  /// - Throws: `ReportError` or `CSVError`.
  func monthlyUpdate(of month: Month, with scenarios: [ChosenScenario] = []) throws -> Document {
    guard let template = ownTemplate(of: .update) else {
      return try disclosure(
        try MonthlyUpdate.document(history, month: month, scenarios: scenarios))
    }
    return try MonthlyUpdate.document(
      history, month: month,
      template: PaperTemplate(bytes: template.bytes, file: template.name),
      scenarios: scenarios, disclosure: disclosure)
  }
}

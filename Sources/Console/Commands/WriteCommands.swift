import Documents
import LookedAfter
import Reports

/// The commands that write papers.
enum WriteCommands {
  static let all: [Command] = [
    Command(
      "update", group: .write, summary: "write the monthly Looked after Children reduction update",
      parameters: [.month],
      examples: [
        ("update oct 2020", "read the update of October 2020"),
        ("update oct 2020 --output october.docx", "write it to a Word file, to send"),
        ("update oct 2020 --output october.html", "as a web page, to read or to print"),
        ("update oct 2020 --public --output october-public.html", "for the public: no child in it"),
        ("update latest --format json --output october.json", "for another program"),
      ],
      details: [
        "The last section of the paper lists the figures that do not add up.",
        "The ending of the file says in which form it is written: .docx, .html, .md, .csv, .zip (a"
          + " CSV file for each table), .json or .txt; --format says so where the ending does not.",
        "In Word the figures of a chart can be changed too, by Edit Data; help word says more.",
      ] + HelpTopics.pdf + [
        "A file that is there already is replaced only with --force."
      ],
      run: { arguments, session in
        Reply(document: try session.monthlyUpdate(of: session.month(arguments.month)))
      })
  ]
}

extension Session {
  /// The update of a month, in the authority's own shape where it has one.
  ///
  /// - Throws: `ReportError` or `CSVError`.
  func monthlyUpdate(of month: Month) throws -> Document {
    guard let template = ownTemplate(of: .update) else {
      return try disclosure(try MonthlyUpdate.document(history, month: month))
    }
    return try MonthlyUpdate.document(
      history, month: month,
      template: PaperTemplate(bytes: template.bytes, file: template.name),
      disclosure: disclosure)
  }
}

import Documents

/// Help on what belongs to no one command.
enum HelpTopics {
  /// A topic: its name, other names, and what there is to say.
  private static let all: [(names: [String], title: String, paragraphs: [String])] = [
    (["pdf", "tagged-pdf"], "a PDF for everyone", pdf),
    (["word", "docx"], "papers in Word", word),
    (["formats"], "files and their forms", formats),
  ]

  /// The names by which topics are asked for.
  static var names: [String] { all.flatMap(\.names) }

  /// The page of a topic; nil where there is none of that name.
  static func page(_ name: String) -> Document? {
    all.first { $0.names.contains(name.lowercased()) }.map { topic in
      Document(title: "Help: \(topic.title)", blocks: topic.paragraphs.map { .paragraph($0) })
    }
  }

  /// How a PDF comes to have tags: for the help of every command that writes papers.
  static let pdf = [
    "For a PDF with tags, which a screen reader can follow, open the Word file in Word and save it"
      + " as PDF with \"Document structure tags for accessibility\" ticked among the options.",
    "In LibreOffice it is Export as PDF with \"Tagged PDF\" or \"Universal Accessibility (PDF/UA)\""
      + " ticked. Without either, print the web page to PDF from a Chromium browser: headings and tables"
      + " keep their tags.",
  ]

  private static let word = [
    "A file that ends in .docx is a Word document: headings, captions, lists and numbered paragraphs are"
      + " styles, so that a contents list can be made and a paragraph put in without counting anew.",
    "Charts are Word's own. Edit Data, on a right click, opens the figures of a chart in a sheet; what"
      + " is changed there is drawn at once. Changing a chart changes neither the text nor the record.",
    "Words of a table, a chart and its description are made from the same figures. Edit the record and"
      + " write the paper anew where a figure is wrong.",
  ]

  private static let formats = [
    "The ending of the file after --output says in which form an answer is written; --format says it"
      + " where the ending does not:",
    OutputFormat.allCases.map { ".\($0.fileEnding) or --format \($0.rawValue): \($0.summary)" }
      .joined(separator: "; ") + ".",
    "A name that ends in a slash is a folder, into which each table is written as a CSV file.",
    "A file that is there already is replaced only with --force.",
  ]
}

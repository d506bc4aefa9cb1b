import Documents
import HistoryStore
import LookedAfter
import Reports

/// The commands that keep papers as they went out.
enum PublishCommands {
  static let all: [Command] = [
    Command(
      "publish", group: .write,
      summary: "keep the update as it goes out, with its hash and figures",
      parameters: [.month],
      examples: [
        ("publish oct 2020", "as Markdown"),
        ("publish oct 2020 --output october.docx", "as Word, and write it to a file as well"),
      ],
      details: [
        "From then on a correction of that month asks for a reason, and published shows what was"
          + " restated since."
      ],
      run: { arguments, session in
        let store = try session.requireStore()
        let month = try session.month(arguments.month)
        let document = try MonthlyUpdate.document(session.history, month: month)
        let ending = arguments.output.file.map(FilePath.ending).flatMap(
          OutputFormat.init(fileEnding:))
        let format = arguments.output.format ?? ending ?? .markdown
        let paper = document.rendered(as: format, isFile: true)
        let hash = try store.publish(
          paper.bytes, title: document.title, format: format.rawValue, month: month,
          restingOn: MonthlyUpdate.figures(of: session.history, month: month).map(\.key),
          entry: session.entry(because: nil))
        var reply = Reply(message: "Published \(document.title) (SHA-256 \(hash)).")
        if arguments.output.file != nil { reply.exact = paper }
        return reply
      }),
    Command(
      "published", group: .write, summary: "the papers that went out, or one of them byte for byte",
      parameters: [.optionalMonth],
      examples: [
        ("published", "every paper, and how many figures were restated since"),
        ("published oct 2020", "the paper as it went out"),
      ],
      run: { arguments, session in
        guard let store = session.store else { throw ConsoleError.nothingToSave }
        let papers = try store.publishedPapers()
        guard let month = arguments.month else {
          return Reply(document: PublishedDocument.list(papers, history: session.history))
        }
        guard let paper = papers.last(where: { $0.month == month }) else {
          let months = Set(papers.map(\.month)).sorted().map(\.inWords).joined(separator: ", ")
          throw ConsoleError.refused(
            "Nothing was published for \(month.inWords)"
              + (months.isEmpty ? "." : "; there are papers for \(months)."))
        }
        var reply = Reply(message: PublishedDocument.restatements(paper, history: session.history))
        let isBinary = OutputFormat(named: paper.format)?.isBinary ?? false
        reply.exact =
          isBinary
          ? .bytes(paper.content) : .text(String(decoding: paper.content, as: UTF8.self))
        return reply
      }),
  ]
}

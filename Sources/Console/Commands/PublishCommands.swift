import Documents
import HistoryStore
import LookedAfter
import Reports

/// The commands that keep papers as they went out.
enum PublishCommands {
  static let all: [Command] = [
    Command(
      "publish", group: .write,
      summary: "keep a paper as it goes out, with its hash and figures",
      parameters: [.phrase("MONTH | briefing for DAY [with NAME, NAME]")],
      examples: [
        ("publish oct 2020", "the update, as Markdown"),
        ("publish oct 2020 --output october.docx", "as Word, and write it to a file as well"),
        ("publish oct 2020 --public --output october-public.html", "the update for the public"),
      ],
      details: [
        "From then on a correction of that month asks for a reason, and published shows what was"
          + " restated since.",
        "publish briefing for 1 dec 2020 keeps the briefing, which is for the public. Whatever a public"
          + " paper showed or hid, later ones are judged against it.",
      ],
      run: { arguments, session in
        let store = try session.requireStore()
        let paper = try session.goingOut(arguments)
        if let unfilled = Findings.ofUnfilledCommentary(session.history, month: paper.month).first,
          !paper.isPublic
        {
          throw ConsoleError.refused("\(unfilled) Nothing was published.")
        }
        if let mark = paper.document.pageMark {
          throw ConsoleError.refused("\(mark); write them with slot. Nothing was published.")
        }
        let format = session.paperFormat(of: arguments.output)
        let rendered = paper.document.rendered(as: format, isFile: true)
        let hash = try store.publish(
          rendered.bytes, title: paper.document.title, format: format.rawValue, month: paper.month,
          restingOn: MonthlyUpdate.figures(of: session.history, month: paper.month).map(\.key),
          disclosed: paper.figures, entry: session.entry(because: nil))
        let message = "Published \(paper.document.title) (SHA-256 \(hash))."
        var reply = Reply(
          message: [
            message, paper.isPublic ? session.sameAsPublishedSentence : nil,
            paper.isPublic ? session.lastPublic?.summary : nil,
          ].compactMap { $0 }.joined(separator: "\n"))
        reply.paper = rendered
        return reply
      }),
    Command(
      "published", group: .write, summary: "the papers that went out, or one of them byte for byte",
      parameters: [.optionalMonth, .optionalNumber],
      examples: [
        ("published", "every paper, and how many figures were restated since"),
        ("published oct 2020", "the paper as it went out"),
      ],
      details: [
        "Where a month was published more than once the newest is meant; published 2 gives the second"
          + " paper of the list."
      ],
      run: { arguments, session in
        guard let store = session.store else { throw ConsoleError.nothingToSave }
        let papers = try store.publishedPapers().filter { paper in
          session.knownOn.map { paper.entry.recordedAt < "\($0)T99" } ?? true
        }
        guard arguments.month != nil || arguments.number != nil else {
          return Reply(document: PublishedDocument.list(papers, history: session.history))
        }
        let paper = try arguments.paper(among: papers)
        guard paper.isAsPublished else {
          throw HistoryStoreError.changedPaper(PublishedDocument.changedSentence(paper))
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

extension Arguments {
  /// The paper of a number in the list, of a month, or of both.
  ///
  /// - Throws: `ConsoleError.refused` when there is none such.
  fileprivate func paper(among papers: [PublishedPaper]) throws -> PublishedPaper {
    if let number {
      let found = number.whole.flatMap { number in
        papers.enumerated().first { $0.offset + 1 == number }?.element
      }
      guard let found, month == nil || found.month == month else {
        let of = month.map { " of \($0.inWords)" } ?? ""
        throw ConsoleError.refused("There is no paper \(number)\(of); type published for the list.")
      }
      return found
    }
    if let paper = papers.last(where: { $0.month == month }) { return paper }
    let months = Set(papers.map(\.month)).sorted().map(\.inWords).joined(separator: ", ")
    throw ConsoleError.refused(
      "Nothing was published for \(month?.inWords ?? "that month")"
        + (months.isEmpty ? "." : "; there are papers for \(months)."))
  }
}

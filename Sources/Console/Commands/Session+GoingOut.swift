import Documents
import HistoryStore
import LookedAfter
import Reports

extension Session {
  /// A paper that is to be published.
  struct GoingOut {
    let document: Document
    let month: Month
    let isPublic: Bool
    var figures: [DisclosedFigure] = []
  }

  /// The paper that a line asks to publish: the update of a month, or the briefing for a meeting.
  mutating func goingOut(_ arguments: Arguments) throws -> GoingOut {
    var phrase = self.phrase(arguments, of: "publish", example: "publish oct 2020")
    if phrase.take("briefing") {
      let isPublic = arguments.output.isPublic ?? isPublic ?? true
      let month = try briefing(&phrase).month
      let words = Array(arguments.words.dropFirst())
      let document = try paper(of: "briefing", isPublic: isPublic, month) { session in
        var phrase = session.phrase(words, of: "briefing", example: "briefing for 1 dec 2020")
        return try session.briefing(&phrase).document(
          template: session.template(of: .briefing), glossary: session.glossary())
      }
      return GoingOut(
        document: document, month: month, isPublic: isPublic,
        figures: isPublic ? lastPublic?.published ?? [] : [])
    }
    let month = try phrase.month(like: "publish oct 2020")
    try phrase.finish()
    let isPublic = arguments.output.isPublic ?? isPublic ?? false
    let document = try paper(of: "update", isPublic: isPublic, month) { session in
      try session.monthlyUpdate(of: month)
    }
    return GoingOut(
      document: document, month: month, isPublic: isPublic,
      figures: isPublic ? lastPublic?.published ?? [] : [])
  }

  /// The form of a paper: the one asked for, the one of its file's ending, or Markdown.
  func paperFormat(of output: Arguments.Output) -> OutputFormat {
    let ofEnding = output.file.flatMap { OutputFormat(fileEnding: FilePath.ending($0)) }
    return output.format ?? ofEnding ?? paperFormat ?? .markdown
  }

  /// Says of a public paper that it went out before as it is; nil for any other.
  var sameAsPublishedSentence: String? {
    sameAsPublished.map {
      "Nothing in it changed since it was published \(TimeInWords.of($0.entry.recordedAt))."
    }
  }

  /// Writes again what the newest public paper of the store was, for the officer who asks what is hidden.
  ///
  /// - Throws: `ConsoleError.refused` where there is none, or it cannot be written any more.
  mutating func recallPublicPaper() throws {
    let none = ConsoleError.refused(
      "No public paper was written yet; write one first, such as: briefing for 1 dec 2020")
    guard let paper = try store?.publishedPapers().last(where: { !$0.disclosed.isEmpty }),
      let publish = PublishCommands.all.first
    else { throw none }
    let cohorts = CohortReader(scheme: history.scheme)
    let parser = CommandParser(
      commands: [publish], months: MonthReader(known: knownMonths, current: month),
      cohorts: cohorts,
      measures: MeasureReader(catalogue: history.catalogue, cohorts: cohorts),
      days: DayReader(today: recorder.today))
    guard var (_, arguments) = try parser.parse(paper.entry.command) else { throw none }
    arguments.output.isPublic = true
    _ = try goingOut(arguments)
  }
}

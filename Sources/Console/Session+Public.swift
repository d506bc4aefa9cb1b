import Disclosure
import Documents
import HistoryStore
import LookedAfter
import Reports

extension Command {
  /// How a command stands to the public.
  enum PublicForm {
    /// It writes nothing that goes out, or sees to it by itself.
    case none
    /// It answers from the records of single children, and never for the public.
    case ofChildren
    /// It answers for the service alone: nothing sees to it that what it shows does not give away what
    /// the papers hide.
    case ofService
    /// It is for the service; where it is asked for the public it gives what published papers showed,
    /// and nothing else.
    case asPublished
    /// It is for the service, and for the public where that is asked for.
    case whereAsked
    /// It is for the public, unless it is asked for otherwise.
    case always
  }

  /// Whether it writes a paper that can be for the public.
  var writesPublicPaper: Bool {
    switch publicForm {
    case .always, .whereAsked: true
    case .none: name == "publish"
    case .ofChildren, .ofService, .asPublished: false
    }
  }

  /// How it stands to the public.
  var publicForm: PublicForm {
    switch name {
    case "briefing": .always
    case "update": .whereAsked
    case "compare": .asPublished
    case "publish", "published", "slots", "slot", "box", "template", "hidden", "explain": .none
    case "case", "cases", "routes", "pseudonym", "children", "progress-of": .ofChildren
    default:
      switch group {
      case .keep, .shell: .none
      case .look, .ask, .write: asksReturns ? .ofChildren : .ofService
      }
    }
  }
}

/// What came of the scenarios of a paper, which is the same however often the paper is written: an
/// estimate of months to come that rests on assumptions, and no count of children.
final class KeptScenarios {
  var scenarios: [ChosenScenario]?
}

extension Session {
  /// Carries out a command: as it is, or for the public.
  ///
  /// - Throws: whatever the command throws, or `PublicPaperError` where its answer must not go out.
  mutating func carryOut(_ command: Command, _ arguments: Arguments) throws -> Reply {
    let asked = arguments.output.isPublic
    switch command.publicForm {
    case .none:
      if asked != nil, command.name != "publish" {
        throw PublicPaperError.noPaper(command: command.name)
      }
      return try command.run(arguments, &self)
    case .ofChildren:
      if asked ?? isPublic ?? false { throw PublicPaperError.ofChildren(command: command.name) }
      return try SingleChildren.keptOutOfPapers(
        command.run(arguments, &self), of: command, arguments, self)
    case .ofService:
      if asked ?? isPublic ?? false { throw PublicPaperError.ofService(command: command.name) }
      return try SingleChildren.keptOutOfPapers(
        command.run(arguments, &self), of: command, arguments, self)
    case .asPublished:
      guard asked ?? isPublic ?? false else { return try command.run(arguments, &self) }
      if arguments.words.first?.text.lowercased().hasPrefix("scenario") ?? false {
        throw PublicPaperError.ofService(command: "\(command.name) scenarios")
      }
      return try answerAsPublished(command, arguments)
    case .whereAsked:
      guard asked ?? isPublic ?? false else { return try command.run(arguments, &self) }
    case .always:
      guard asked ?? isPublic ?? true else {
        var reply = try command.run(arguments, &self)
        let marks = ["Not for publication: small numbers are shown", reply.document?.pageMark]
        reply.document?.pageMark = marks.compactMap { $0 }.joined(separator: ". ")
        return reply
      }
    }
    let month = try month(of: command, arguments)
    let document = try paper(of: command.name, isPublic: true, month) { session in
      guard let document = try command.run(arguments, &session).document else {
        throw PublicPaperError.noPaper(command: command.name)
      }
      return document
    }
    let others =
      sameAsPublished == nil
      ? " It was held against the papers published before, not against any that was only made: publish"
        + " it as it goes out." : ""
    return Reply(document: document, message: lastPublic.map { $0.summary + others })
  }

  /// An answer for the public, of which each figure of our own children was in a paper that went out.
  private mutating func answerAsPublished(_ command: Command, _ arguments: Arguments) throws
    -> Reply
  {
    let month = try month(of: command, arguments)
    let document = try paper(of: command.name, isPublic: true, month, showsNew: false) { session in
      guard let document = try command.run(arguments, &session).document else {
        throw PublicPaperError.noPaper(command: command.name)
      }
      return document
    }
    guard let paper = lastPublic, !paper.hides || !paper.published.isEmpty else {
      throw PublicPaperError.notPublished(command: command.name, month: month)
    }
    return Reply(document: document, message: paper.summary)
  }

  /// The month that a command is about: the month in view where it names none.
  private func month(of command: Command, _ arguments: Arguments) throws -> Month? {
    if let month = arguments.month { return month }
    guard !arguments.words.isEmpty else { return month }
    var phrase = phrase(arguments, of: command.name, example: command.firstExample)
    if command.name == "briefing" { return try briefing(&phrase).month }
    return phrase.monthIfAny() ?? month
  }

  /// A paper as it is, or for the public: then it is judged against what was published before.
  ///
  /// A paper that went out already, word for word, is written as it was: everything in it is known.
  mutating func paper(
    of command: String, isPublic: Bool, _ month: Month?, showsNew: Bool = true,
    _ write: (inout Session) throws -> Document
  ) throws -> Document {
    guard isPublic else { return try write(&self) }
    var session = self
    session.keptScenarios = KeptScenarios()
    let (history, policy, start) = (history, disclosurePolicy, session)
    func make(_ before: [DisclosedFigure]) throws -> PublicPaper {
      try PublicPaper(history, month: month, before: before, policy: policy, showsNew: showsNew) {
        var copy = start.reading($0, $1)
        return try write(&copy)
      }
    }
    sameAsPublished = nil
    let papers = try store?.publishedPapers() ?? []
    var internalCopy = session
    let title = showsNew ? try write(&internalCopy).title : nil
    let paper: PublicPaper
    if let (same, old) = Self.again(title, month, among: papers, make) {
      (paper, sameAsPublished) = (same, old)
    } else {
      paper = try make(papers.flatMap(\.disclosed))
    }
    lastPublic = paper
    return paper.document
  }

  /// The paper as it was written when it went out, judged against those before it, where it is the same
  /// byte for byte; nil where anything in it is another now.
  private static func again(
    _ title: String?, _ month: Month?, among papers: [PublishedPaper],
    _ make: ([DisclosedFigure]) throws -> PublicPaper
  ) -> (PublicPaper, PublishedPaper)? {
    let copies = papers.indices.filter {
      papers[$0].month == month && papers[$0].title == title && !papers[$0].disclosed.isEmpty
        && papers[$0].isAsPublished
    }
    // Of equal ones the first, which says best why its figures are hidden.
    for place in copies.suffix(3) {
      guard let format = OutputFormat(named: papers[place].format),
        let paper = try? make(papers[..<place].flatMap(\.disclosed)),
        paper.document.rendered(as: format, isFile: true).bytes == papers[place].content
      else { continue }
      return (paper, papers[place])
    }
    return nil
  }

  /// The rule of disclosure control, as it is recorded.
  var disclosurePolicy: DisclosurePolicy {
    func setting(_ name: String) -> String? {
      history.observations(of: "setting.disclosure").last { $0.detail == name }?.text
    }
    var policy = DisclosurePolicy()
    if let threshold = setting("threshold").flatMap({ Int($0) }), (2...100).contains(threshold) {
      policy.threshold = threshold
    }
    policy.showsZero = setting("zero") != "hidden"
    policy.hidesSmallChanges = setting("changes") != "shown"
    return policy
  }
}

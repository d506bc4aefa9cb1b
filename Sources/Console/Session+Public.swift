import Disclosure
import Documents
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
    case .ofChildren, .ofService: false
    }
  }

  /// How it stands to the public.
  var publicForm: PublicForm {
    switch name {
    case "briefing": .always
    case "update": .whereAsked
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
    return Reply(document: document, message: lastPublic?.summary)
  }

  /// A paper as it is, or for the public: then it is judged against what was published before.
  mutating func paper(
    of command: String, isPublic: Bool, _ month: Month?,
    _ write: (inout Session) throws -> Document
  ) throws -> Document {
    guard isPublic else { return try write(&self) }
    var session = self
    session.keptScenarios = KeptScenarios()
    let paper = try PublicPaper(
      history, month: month, before: store?.publicFigures() ?? [], policy: disclosurePolicy
    ) { [session] history, pass in
      var copy = session.reading(history, pass)
      return try write(&copy)
    }
    lastPublic = paper
    return paper.document
  }

  /// The month that a command is about.
  private func month(of command: Command, _ arguments: Arguments) throws -> Month? {
    if let month = arguments.month { return month }
    guard !arguments.words.isEmpty else { return month }
    var phrase = phrase(arguments, of: command.name, example: command.firstExample)
    if command.name == "briefing" { return try briefing(&phrase).month }
    return phrase.monthIfAny() ?? month
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

import Documents
import LookedAfter

/// A command whose words are read as a sentence and that answers with a document.
///
/// - Parameters:
///   - form: what may follow the name, for help and completion.
///   - answer: reads the words and answers.
func sentence(
  _ name: String, aliases: [String] = [], group: Command.Group = .ask, form: String,
  summary: String, examples: [(String, String)], details: [String] = [],
  answer: @escaping @Sendable (inout Phrase, Session) throws -> Document
) -> Command {
  Command(
    name, aliases: aliases, group: group, summary: summary, parameters: [.phrase(form)],
    examples: examples, details: details,
    run: { arguments, session in
      var phrase = session.phrase(arguments, of: name, example: examples.first?.0 ?? name)
      return Reply(document: try answer(&phrase, session))
    })
}

/// A command whose words are read as a sentence and that records something.
func recording(
  _ name: String, form: String, clauses: [Clause] = [.because], asksReturns: Bool = false,
  summary: String,
  examples: [(String, String)], details: [String] = [],
  run: @escaping @Sendable (inout Phrase, Arguments, inout Session) throws -> Reply
) -> Command {
  Command(
    name, group: .keep, summary: summary, parameters: [.phrase(form)], clauses: clauses,
    asksReturns: asksReturns, examples: examples, details: details,
    run: { arguments, session in
      var phrase = session.phrase(arguments, of: name, example: examples.first?.0 ?? name)
      return try run(&phrase, arguments, &session)
    })
}

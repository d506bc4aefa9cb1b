import LookedAfter

/// Why a paper must not be published.
public enum PublicPaperError: Error, Equatable, CustomStringConvertible {
  /// Figures that earlier public papers give away, whatever is hidden now.
  case givenAway([String])
  /// A part that people wrote states a figure that is not shown.
  case statesHidden(part: String, figure: String)
  /// A part that people wrote tells a small number of people.
  case tellsSmall(part: String, sentence: String)
  /// The command answers from the rows of children.
  case ofChildren(command: String)
  /// The command answers for the service, and is not checked against the papers.
  case ofService(command: String)
  /// The command gives what published papers showed, and none showed the figures that it rests on.
  case notPublished(command: String, month: Month?)
  /// The command writes nothing that is published.
  case noPaper(command: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .givenAway(let names):
      "What was published before lets readers work out \(Prose.list(names)), whatever is hidden now;"
        + " decide with whoever answers for data protection, and write the paper with --internal until"
        + " then."
    case .statesHidden(let part, let figure):
      "The part \"\(part)\" states \(figure), which a public paper does not show; write the part anew"
        + " without it."
    case .tellsSmall(let part, let sentence):
      "The part \"\(part)\" tells a number of people that a public paper does not show: \"\(sentence)\""
        + " Write the part anew without it."
    case .ofChildren(let command):
      "\(command) answers from the records of single children, so it is not for the public; leave"
        + " --public out."
    case .ofService(let command):
      "\(command) answers for the service and is not held against what the papers hide; the papers for"
        + " the public are update and briefing, and compare gives what they showed."
    case .notPublished(let command, let month):
      "\(command) gives the public only figures that a paper for the public showed, and none that went"
        + " out did; publish one first, in a history of your own, such as:"
        + " publish \(month?.inWords.lowercased() ?? "oct 2020") --public"
    case .noPaper(let command):
      "\(command) writes no paper, so --public says nothing here; leave it out."
    }
  }
}

import Documents
import LookedAfter

/// The parts of papers that the program writes, by the id under which a template asks for them.
enum PaperParts {
  /// A part that is made from figures.
  typealias Maker = @Sendable (PaperContext) -> Section

  /// The list of sources; the writer puts it together from all parts.
  static let backgroundPapers = "background-papers"

  /// The terms used; the writer puts it together from the finished paper.
  static let glossary = "glossary"

  /// The scenarios that were chosen.
  static let scenarios = "what-if"

  /// The parts of the monthly update.
  private static let ofUpdate: [(String, Maker)] = [
    ("population", { .population($0.history, $0.month) }),
    ("edge-of-care", { .edgeOfCare($0.history, $0.month) }),
    ("profile", { .profile($0.history, $0.month) }),
    ("reduction", { .reduction($0.history, $0.month) }),
    ("proceedings", { .proceedings($0.history, $0.month) }),
    ("long-term-matching", { .longTermMatching($0.history, $0.month) }),
    ("residential", { .residential($0.history, $0.month) }),
    ("child-status", { .childStatus($0.history, $0.month) }),
    ("checks", { .checks($0.history, $0.month) }),
  ]

  /// The parts of a briefing that the update has not.
  private static let ofBriefing: [(String, Maker)] = [
    ("period", Section.period), ("twelve-months", Section.twelveMonths),
    ("comparators", Section.besideOthers), ("discharges", Section.discharges),
    ("pipeline", Section.applicationsNow), ("expected", Section.expectedByADate),
    ("kinship", Section.kinship), ("adoption", Section.adoption), (scenarios, Section.whatIf),
    ("asked-before", Section.askedBefore), ("figure-ages", Section.figureAges),
    ("cost", Section.cost),
  ]

  private static let makers: [String: Maker] = Dictionary(
    (ofUpdate + ofBriefing).map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })

  /// The ids, in the order of the papers.
  static let names = (ofUpdate + ofBriefing).map(\.0) + [backgroundPapers, glossary]

  /// Whether there is such a part.
  static func isKnown(_ id: String) -> Bool { names.contains(id) }

  /// A part; nil for one that the writer puts together itself.
  static func section(_ id: String, of context: PaperContext) -> Section? {
    makers[id].map { $0(context) }
  }
}

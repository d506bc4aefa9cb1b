import Comparators
import Documents
import Indicators
import LookedAfter
import Reports

/// The commands that set a rate beside those of others.
enum CompareCommands {
  static let all: [Command] = [compare, neighbours]

  private static let compare = sentence(
    "compare", group: .look,
    form: "[MONTH] [with GROUP] | for AUTHORITY [YEAR] [with GROUP] [newest]"
      + " | scenarios NAME NAME [until MONTH]",
    summary: "the rate per 10,000 beside its comparators, or scenarios side by side",
    examples: [
      ("compare", "the rate, each comparator, and the children at its rate"),
      ("compare oct 2020 with statistical neighbours", "with one group"),
      ("compare for kent 2025", "any English authority, as published"),
      ("compare scenarios base \"more carers\"", "what was saved, beside things as they are"),
    ],
    details: [
      "A rate belongs to its population: the answer names the estimate and its edition, and gives"
        + " the rate on every other one that is recorded.",
      "The groups are England, region, statistical neighbours, good neighbours, Ofsted good and"
        + " Ofsted outstanding. A comparator is not a target.",
      "Figures are those first published for the year; add newest for the last revision.",
    ]
  ) { phrase, session in
    if phrase.take("scenarios") || phrase.take("scenario") {
      var session = session
      return try session.comparedScenarios(phrase.restOfTokens())
    }
    if phrase.take("for") || comesPlace(phrase, session) {
      return try comparison(for: &phrase, session)
    }
    let month: Month
    if phrase.isAtEnd || phrase.comes("with") || phrase.takeMonthThatIsNot() {
      month = try session.month(nil)
    } else {
      month = try phrase.month(like: "compare oct 2020")
    }
    let groups: [ComparatorGroup]?
    do throws(GrammarError) {
      groups = try group(&phrase)
    } catch {
      throw refusal(of: error, session)
    }
    try phrase.finish()
    let directory = try session.comparators()
    let authority = try? directory.authorities.find(
      session.history.authority.code ?? session.history.authority.name)
    return try CompareAnswer.document(
      session.history, month: month,
      beside: authority.map { CompareAnswer.Published(directory, $0, groups: groups) })
  }

  /// What to write where an authority was named for a group.
  private static func refusal(of error: GrammarError, _ session: Session) -> any Error {
    guard case .unknownGroup(let name, _) = error,
      let authority = try? session.comparators().authorities.find(name)
    else { return error }
    let words = authority.name.lowercased()
    return ConsoleError.refused(
      "\(authority.name) is an authority, and compare goes with groups; write: needed for \(words),"
        + " compare for \(words), or is 336 of 36103 higher than \(words)")
  }

  private static func comparison(
    for phrase: inout Phrase, _ session: Session
  ) throws -> Document {
    let directory = try session.comparators()
    let place = try phrase.place(upTo: ["with", "newest"], in: directory)
    var edition = FigureEdition.asPublished
    if phrase.take("newest") { edition = .newest }
    let groups = try group(&phrase)
    if phrase.take("newest") { edition = .newest }
    try phrase.finish()
    guard let authority = place.authority else {
      return try AreaAnswer.document(
        place.area, year: place.year, edition: edition, in: directory)
    }
    return try AuthorityCompareAnswer.document(
      authority, year: place.year, edition: edition, with: groups, in: directory)
  }

  /// Whether the words that come next name an authority, a region or England.
  private static func comesPlace(_ phrase: Phrase, _ session: Session) -> Bool {
    var ahead = phrase
    guard !phrase.comesMonth, let directory = try? session.comparators() else { return false }
    return (try? ahead.place(upTo: ["with", "newest"], in: directory)) != nil
  }

  private static let neighbours = sentence(
    "neighbours", group: .look, form: "[AUTHORITY]",
    summary: "the statistical neighbours of an authority",
    examples: [
      ("neighbours", "those of the authority in view, with their rates and judgements"),
      ("neighbours kent", "those of any other"),
    ]
  ) { phrase, session in
    let directory = try session.comparators()
    if phrase.take("for"), phrase.isAtEnd { throw phrase.missing("an authority") }
    let name = phrase.rest(upTo: [])
    if name.isEmpty, session.history.authority.code == nil, session.history.populations.isEmpty {
      throw ConsoleError.refused("No authority is in view; name one, such as: neighbours kent")
    }
    let authority = try directory.authorities.find(
      name.isEmpty ? session.history.authority.code ?? session.history.authority.name : name)
    let today = session.recorder.today
    let inView = name.isEmpty ? session.month?.lastDay : nil
    guard let day = inView ?? today else { throw ConsoleError.nothingRecorded }
    return try NeighboursAnswer.document(authority, on: day, in: directory)
  }

  /// The groups as they are typed, the usual form first.
  static let groupNames: [(group: ComparatorGroup, names: [String])] = [
    (.england, ["england"]), (.region, ["region", "the region"]),
    (.statisticalNeighbours, ["statistical neighbours", "neighbours", "sn"]),
    (.goodNeighbours, ["good neighbours", "good or better statistical neighbours"]),
    (.ofstedGood, ["ofsted good", "judged good"]),
    (.ofstedOutstanding, ["ofsted outstanding", "outstanding"]),
  ]

  /// The group after "with"; nil without one.
  private static func group(_ phrase: inout Phrase) throws(GrammarError) -> [ComparatorGroup]? {
    guard phrase.take("with") else { return nil }
    let name = phrase.rest(upTo: ["newest"])
    let wanted = name.lowercased().filter(\.isLetter)
    let names = groupNames.map { group, names in (group, names.map { $0.filter(\.isLetter) }) }
    let exact = names.first { $0.1.contains(wanted) }
    let begun = names.filter { $0.1.contains { $0.hasPrefix(wanted) } }
    guard !wanted.isEmpty, let group = exact ?? (begun.count == 1 ? begun.first : nil) else {
      throw .unknownGroup(name, known: names.map(\.0.name))
    }
    return [group.0]
  }
}

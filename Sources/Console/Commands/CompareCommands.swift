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
    if phrase.take("for") { return try comparison(for: &phrase, session) }
    let month: Month
    if phrase.isAtEnd || phrase.comes("with") || phrase.takeMonthThatIsNot() {
      month = try session.month(nil)
    } else {
      month = try phrase.month(like: "compare oct 2020")
    }
    let groups = try group(&phrase)
    try phrase.finish()
    let directory = try session.comparators()
    let authority = try? directory.authorities.find(
      session.history.authority.code ?? session.history.authority.name)
    return try CompareAnswer.document(
      session.history, month: month,
      beside: authority.map { CompareAnswer.Published(directory, $0, groups: groups) })
  }

  private static func comparison(
    for phrase: inout Phrase, _ session: Session
  ) throws -> Document {
    let directory = try session.comparators()
    var words: [String] = []
    var year: Int?
    while !phrase.isAtEnd, !phrase.comes("with", "newest") {
      let word = phrase.word()
      if let number = Int(word), (1900...2200).contains(number), !words.isEmpty {
        year = number
      } else {
        words.append(word)
      }
    }
    guard !words.isEmpty else { throw phrase.missing("an authority") }
    var edition = FigureEdition.asPublished
    if phrase.take("newest") { edition = .newest }
    let groups = try group(&phrase)
    if phrase.take("newest") { edition = .newest }
    try phrase.finish()
    let wanted = year ?? directory.years.last ?? 0
    if let area = Area(named: words.joined(separator: " ")) {
      return try AreaAnswer.document(area, year: wanted, edition: edition, in: directory)
    }
    let authority = try directory.authority(words.joined(separator: " "), in: wanted)
    return try AuthorityCompareAnswer.document(
      authority, year: wanted, edition: edition, with: groups, in: directory)
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

extension ComparatorDirectory {
  /// The authority that a person means in a year: one that has ended since, where it was there then.
  ///
  /// - Throws: `AuthorityError`.
  fileprivate func authority(_ name: String, in year: Int) throws -> EnglishAuthority {
    let day = CivilDate(year: year, month: 3, day: 31)
    func wasThere(_ authority: EnglishAuthority) -> Bool {
      day.map { authority.isThere(on: $0) } ?? false
    }
    let found: EnglishAuthority
    do {
      found = try authorities.find(name)
    } catch {
      guard case .closed(let authority, _, _) = error, wasThere(authority) else { throw error }
      return authority
    }
    if wasThere(found) { return found }
    // Two authorities may have had one name, such as Dorset.
    let namesake = authorities.authorities.first { $0.name == found.name && wasThere($0) }
    return namesake ?? found
  }
}

import Documents
import Indicators
import LookedAfter
import Reports

/// The commands that answer a question on the spot.
enum AskCommands {
  static let all: [Command] = [rate, share, children, needed, change, higher]

  private static let rate = sentence(
    "rate", form: "of CHILDREN [of POPULATION] [at 95%|99.8%]",
    summary: "the rate per 10,000 of a number of children, with its interval",
    examples: [
      ("rate of 336", "on the population of the month in view"),
      ("rate of 336 of 36103", "on a population that you give"),
      ("rate of 336 at 99.8%", "with a wider interval"),
      ("rate", "the rate of the month in view, as compare gives it"),
    ],
    details: [
      "The interval says how far the rate of a place like this would move by chance from year to"
        + " year: Byar's approximation from 10 children on, exact below."
    ]
  ) { phrase, session in
    if phrase.isAtEnd || !phrase.comes("of") {
      let month = try phrase.monthIfAny() ?? session.month(nil)
      try phrase.finish()
      return try CompareAnswer.document(session.history, month: month)
    }
    try phrase.expect("of")
    let children = try phrase.count("a number of children")
    let population = phrase.take("of") ? try phrase.count("a population") : nil
    let confidence = try confidence(&phrase)
    try phrase.finish()
    if let population {
      return try RateAnswer.document(children, of: population, confidence: confidence)
    }
    return try RateAnswer.document(
      children, session.history, month: session.monthOfPopulation(), confidence: confidence)
  }

  private static let share = sentence(
    "share", form: "of PART of WHOLE [at 95%|99.8%]",
    summary: "a share of a whole, with its interval",
    examples: [("share of 92 of 134", "with the limits of chance, by Wilson's method")]
  ) { phrase, _ in
    try phrase.expect("of")
    let part = try phrase.count("a number")
    try phrase.expect("of")
    let whole = try phrase.count("the whole")
    let confidence = try confidence(&phrase)
    try phrase.finish()
    return try ShareAnswer.document(part, of: whole, confidence: confidence)
  }

  private static let children = Command(
    "children", group: .ask,
    summary: "how many children there would be at a rate, or who is in a cohort",
    parameters: [.phrase("at RATE|COMPARATOR [MONTH] | in COHORT [MONTH]")],
    examples: [
      ("children at 70", "at a rate of 70 per 10,000"),
      ("children at england", "at the rate of a comparator"),
      ("children in ico", "the children of a cohort by pseudonym, from the 903 returns"),
    ],
    details: [
      "Children in a cohort are for your own eyes: pseudonyms, month of birth, status and placement."
        + " They belong into no paper."
    ],
    run: { arguments, session in
      let isIn = arguments.words.first?.folded == "in"
      var phrase = session.phrase(
        arguments, of: "children", example: isIn ? "children in ico" : "children at 70")
      if phrase.take("in") { return try ChildRowCommands.children(&phrase, arguments, &session) }
      try phrase.expect("at")
      guard let rate = phrase.numberIfAny() else {
        return Reply(document: try childrenNeeded(&phrase, session))
      }
      let month = try phrase.monthIfAny() ?? session.monthOfPopulation()
      try phrase.finish()
      return Reply(document: try NeededAnswer.document(at: rate, session.history, month: month))
    })

  private static let needed = sentence(
    "needed", form: "for COMPARATOR|AUTHORITY [MONTH]",
    summary: "how many children there would be at a comparator's rate",
    examples: [
      ("needed for england", "with the gap, and the range of the gap"),
      ("needed for statistical neighbours oct 2020", "in a month"),
      ("needed for kent", "at the newest published rate of any other authority"),
    ]
  ) { phrase, session in
    try phrase.expect("for")
    return try childrenNeeded(&phrase, session)
  }

  /// The number at the rate of a recorded comparator or, where there is none of the name, at the
  /// newest published rate of a place.
  private static func childrenNeeded(_ phrase: inout Phrase, _ session: Session) throws -> Document
  {
    let (name, month) = try comparator(&phrase, session)
    do {
      let found = try ComparatorName.comparator(name, in: session.history, month: month)
      return try NeededForAnswer.document(found, session.history, month: month)
    } catch {
      guard case .unknownComparator = error, let place = published(name, session) else {
        throw error
      }
      return try NeededForAnswer.document(
        place.comparator, on: place.basis, session.history, month: month)
    }
  }

  /// The newest published rate of an authority, a region or England as a comparator, and what
  /// it rests on; nil where the words name none, or none is printed.
  private static func published(
    _ name: String, _ session: Session
  ) -> (comparator: Comparator, basis: PublishedBasis)? {
    guard let directory = try? session.comparators(), let place = place(name, session) else {
      return nil
    }
    guard
      let comparator = try? PublishedComparator.rate(
        of: place.area, named: place.name, year: place.year, in: directory),
      let basis = try? PublishedBasis(
        of: place.area, named: place.name, year: place.year, in: directory)
    else { return nil }
    return (comparator, basis)
  }

  /// The place, and the year behind it, that words name; nil where they name none.
  private static func place(_ name: String, _ session: Session) -> PublishedPlace? {
    var phrase = Phrase(
      name.split(separator: " ").map { Token(text: String($0), start: 0, isQuoted: false) },
      months: MonthReader(known: session.knownMonths, current: session.month),
      measures: MeasureReader(
        catalogue: session.history.catalogue,
        cohorts: CohortReader(scheme: session.history.scheme)),
      command: ("needed", "needed for england"))
    return (try? session.comparators()).flatMap { try? phrase.place(in: $0) }
  }

  private static let change = sentence(
    "change", form: "MEASURE since MONTH [to MONTH]",
    summary: "how a figure changed since a month, and whether that is more than chance",
    examples: [
      ("change total since feb 2020", "up to the month in view"),
      ("change ico since august to october", "between two months"),
    ]
  ) { phrase, session in
    let measure = try phrase.measure(upTo: ["since", "to"])
    try phrase.expect("since")
    let start = try phrase.month()
    let end = phrase.take("to") ? try phrase.month() : try session.month(nil)
    try phrase.finish()
    return try ChangeAnswer.document(measure, from: start, to: end, of: session.history)
  }

  private static let higher = sentence(
    "is", form: "CHILDREN of POPULATION higher|lower than RATE|COMPARATOR|CHILDREN of POPULATION",
    summary: "whether a rate is told apart from another",
    examples: [
      ("is 344 of 34439 higher than 66.7", "yes or no, and how sure"),
      ("is 336 of 36103 higher than england", "than the rate of a comparator, or of any authority"),
      ("is 344 of 34439 higher than 1837 of 339000", "two places, both of them moved by chance"),
    ]
  ) { phrase, session in
    let children = try phrase.count("a number of children")
    try phrase.expect("of")
    let population = try phrase.count("a population")
    let question: HigherAnswer.Question
    if phrase.take("higher") || phrase.take("above") || phrase.take("more") {
      question = .higher
    } else if phrase.take("lower") || phrase.take("below") || phrase.take("less") {
      question = .lower
    } else {
      throw phrase.missing("the word \"higher\" or \"lower\"")
    }
    _ = phrase.take("than")
    if phrase.isAtEnd { throw phrase.missing("a rate per 10,000, or a comparator") }
    if let rate = phrase.numberIfAny() {
      guard phrase.take("of") else {
        try phrase.finish()
        return try HigherAnswer.document(children, of: population, question, than: rate)
      }
      let others = try phrase.count("a population")
      try phrase.finish()
      guard let count = rate.whole else {
        throw GrammarError.notANumber(rate.description, example: phrase.command.example)
      }
      return try TwoRatesAnswer.document(
        (children, population), question, than: (count, others))
    }
    let name = phrase.rest(upTo: [])
    let month = try? session.month(nil)
    let recorded = month.flatMap {
      try? ComparatorName.comparator(name, in: session.history, month: $0)
    }
    let ours = session.history.populations.last { $0.number.value == population }
    if recorded == nil, let place = place(name, session), place.authority != nil,
      let figure = try session.comparators().figure(
        of: place.area, year: place.year, edition: .newest
      ).figure,
      let answer = try TwoRatesAnswer.document(
        (children, population), question, than: figure, named: place.name,
        on: PublishedBasis(
          of: place.area, named: place.name, year: place.year, in: session.comparators()),
        ours: ours)
    {
      // Another authority is moved by chance as well.
      return answer
    }
    if let recorded {
      return try HigherAnswer.document(children, of: population, question, than: recorded)
    }
    guard let other = published(name, session) else {
      throw ReportError.unknownComparator(
        name, known: month.map { session.history.comparators(upTo: $0).map(\.name) } ?? [])
    }
    return try HigherAnswer.document(
      children, of: population, question, than: other.comparator, on: other.basis, ours: ours)
  }

  /// The words up to a month, and that month or the one in view.
  static func comparator(
    _ phrase: inout Phrase, _ session: Session
  ) throws -> (name: String, month: Month) {
    var words: [String] = []
    while !phrase.isAtEnd {
      if let month = phrase.monthIfAny() {
        try phrase.finish()
        return (words.joined(separator: " "), month)
      }
      words.append(phrase.word())
    }
    guard !words.isEmpty else { throw phrase.missing("a comparator") }
    return (words.joined(separator: " "), try session.month(nil))
  }

  /// A level of confidence after "at"; 95% without one.
  private static func confidence(_ phrase: inout Phrase) throws(GrammarError) -> Confidence {
    guard phrase.take("at") else { return .ninetyFive }
    let word = phrase.word()
    let text = word.hasSuffix("%") ? String(word.dropLast()) : word
    guard let level = Quantity(text: text).flatMap({ Confidence($0.value) }) else {
      throw .notAConfidence(word)
    }
    return level
  }
}

extension Session {
  /// The month whose population is meant: the one in view, or the one of today where none is.
  func monthOfPopulation() throws -> Month {
    if let month { return month }
    guard let today = recorder.today else {
      throw ConsoleError.nothingRecorded
    }
    return today.month
  }
}

import LookedAfter
import Reports
import SSDA903

/// The commands that answer from the children's rows of the 903 returns.
enum ReturnQuestions {
  static let all: [Command] = [series, breakdown, stability, duration, decompose, transitions]

  private static let series = question(
    "series", form: "MEASURE|cohorts [from MONTH] [to MONTH] [monthly|yearly]",
    summary: "a figure over time, a line for each month or year",
    examples: [
      ("series total monthly", "all looked after children at each month end"),
      ("series ico from apr 2022 to mar 2025", "a cohort"),
      ("series cohorts --format csv", "every cohort, a column each"),
      ("series children-starting yearly", "each child once, by the year to 31 March"),
      ("series unallocated", "children whom no rule of the scheme takes"),
    ],
    details: [
      "MEASURE is total, total-with-respite, uasc, started, ceased, children-starting,"
        + " children-ceasing, unallocated, any cohort, or a line of joiners or leavers such as"
        + " ceased.sgo. started and ceased count periods of care, a child who came twice as two.",
      "The date of a line is the last day of its month or year. Without 903 returns the recorded"
        + " history answers.",
    ]
  ) { phrase, session in
    let subject = try SeriesSubject(&phrase)
    var first: Month?
    var last: Month?
    var step = SeriesAnswer.Step.monthly
    while !phrase.isAtEnd {
      if phrase.take("from") {
        first = try phrase.month()
      } else if phrase.take("to") {
        last = try phrase.month()
      } else if phrase.take("yearly") {
        step = .yearly
      } else if !phrase.take("monthly") {
        try phrase.finish()
      }
    }
    return Reply(document: try subject.document(step, from: first, to: last, &session))
  }

  private static let breakdown = question(
    "breakdown",
    form: "legal-status|placement|age|need|provider|time-in-care|uasc|exit|entry [MONTH]",
    summary: "the children of a month end by one property, or by route in twelve months",
    examples: [
      ("breakdown legal-status", "by the published groups"),
      ("breakdown age mar 2021", "by the published bands"),
      ("breakdown exit", "how children left in the twelve months up to the month's end"),
    ],
    details: [
      "Further words are sex, legal-status-code and placement-code, for every code by itself."
    ]
  ) { phrase, session in
    let words = BreakdownAnswer.Kind.all.map(\.word)
    let typed = phrase.word().lowercased()
    guard !typed.isEmpty else { throw phrase.missing("one of \(words.joined(separator: ", "))") }
    var wanted = typed
    // `legal status` and `time in care` are said with blanks as well.
    while !words.contains(wanted), !phrase.isAtEnd,
      words.contains(where: { $0.hasPrefix("\(wanted)-") }), !phrase.comesMonth
    {
      wanted += "-\(phrase.word().lowercased())"
    }
    let exact = BreakdownAnswer.Kind.all.filter { $0.word == wanted }
    let begun =
      exact.isEmpty ? BreakdownAnswer.Kind.all.filter { $0.word.hasPrefix(wanted) } : exact
    guard let kind = begun.first, begun.allSatisfy({ $0.word.hasPrefix(kind.word) }) else {
      throw GrammarError.unknownBreakdown(wanted, known: words)
    }
    let month = phrase.isAtEnd ? nil : try phrase.month()
    try phrase.finish()
    let loaded = try session.requireReturns()
    return Reply(
      document: try BreakdownAnswer.document(
        kind, month: session.month(month, in: loaded), of: loaded.caseload))
  }

  private static let stability = question(
    "stability", form: "[MONTH]",
    summary: "the indicators of stability of placements, twelve months to a month end",
    examples: [("stability", "three or more placements, and the same placement for two years")],
    details: [
      "Both readings of three or more placements are given: by changes of carer, and by any change."
    ]
  ) { phrase, session in
    let month = phrase.isAtEnd ? nil : try phrase.month()
    try phrase.finish()
    let loaded = try session.requireReturns()
    return Reply(
      document: try StabilityAnswer.document(
        month: session.month(month, in: loaded), of: loaded.caseload))
  }

  private static let duration = question(
    "duration", form: "", summary: "how long care lasted for those who left it",
    examples: [("duration", "mean days by year, and by route in the last year")]
  ) { phrase, session in
    try phrase.finish()
    return Reply(
      document: try DurationAnswer.document(of: try session.requireReturns().caseload))
  }

  private static let decompose = question(
    "decompose", form: "[COHORT] [MONTH] [since MONTH]",
    summary: "a month's change of a cohort, as the movements of its children",
    examples: [
      ("decompose", "all children, over the month in view"),
      ("decompose ico oct 2020", "from the end of the month before"),
      ("decompose total mar 2021 since mar 2020", "over a year"),
    ],
    details: [
      "Where 903 returns cover the months, each child is followed. Without them what is recorded of"
        + " joiners, leavers, proceedings and matches, and the cases, make the bridge, and what they"
        + " do not explain is shown.",
      "In a commentary {bridge.ico} is filled in with the same movements in one line.",
    ]
  ) { phrase, session in
    let isOfAll = phrase.isAtEnd || phrase.comesMonth || phrase.comes("since")
    let cohort = isOfAll ? .total : try phrase.cohort()
    let month = phrase.monthIfAny()
    let since = phrase.take("since") ? try phrase.month() : nil
    try phrase.finish()
    // Children tell more than counts; where no returns cover the months, counts and cases answer.
    if let loaded = try session.returnsAtHand(covering: [month, since].compactMap { $0 }),
      case let last = try session.month(month, in: loaded),
      case let first = since ?? last.advanced(by: -1),
      ReturnQuestions.isKnown(cohort, first, last, in: loaded.caseload)
    {
      return Reply(
        document: try DecomposeAnswer.document(
          cohort, from: first, to: last, of: loaded.caseload))
    }
    try session.recordOwedHistory()
    return Reply(
      document: try BridgeAnswer.document(
        cohort, from: since, to: try session.month(month), of: session.history))
  }
}

extension ReturnQuestions {
  /// Whether a change can be told from the children: their rows are there, or what was counted of each
  /// month before some were removed.
  private static func isKnown(
    _ cohort: CohortID, _ first: Month, _ last: Month, in caseload: Caseload
  ) -> Bool {
    guard let lacking = caseload.lastMonthLackingRows, lacking >= first, first < last else {
      return true
    }
    return caseload.decomposeByMonths(cohort, from: first.lastDay, to: last.lastDay) != nil
  }

  private static let transitions = question(
    "transitions", form: "[from MONTH] [to MONTH]",
    summary: "how many children moved from one cohort to another, month by month",
    examples: [
      ("transitions", "every move of every month that the returns cover"),
      ("transitions from apr 2024 to mar 2025", "of one year"),
    ],
    details: [
      "A child is looked at on the last day of each month: where it was on the one before, and where it"
        + " is. Who became looked after comes from outside, and who left care goes there; whoever came"
        + " and went within a month, or moved and moved back, is in no line."
    ]
  ) { phrase, session in
    var first: Month?
    var last: Month?
    while !phrase.isAtEnd {
      if phrase.take("from") {
        first = try phrase.month()
      } else if phrase.take("to") {
        last = try phrase.month()
      } else {
        try phrase.finish()
      }
    }
    return Reply(
      document: try TransitionsAnswer.document(
        from: first, to: last, of: try session.requireReturns().caseload))
  }
}

/// A command whose words are read as a sentence and that answers from the children's rows.
private func question(
  _ name: String, form: String, summary: String, examples: [(String, String)],
  details: [String] = [],
  run: @escaping @Sendable (inout Phrase, inout Session) throws -> Reply
) -> Command {
  Command(
    name, group: .look, summary: summary, parameters: [.phrase(form)], asksReturns: true,
    examples: examples, details: details,
    run: { arguments, session in
      var phrase = session.phrase(arguments, of: name, example: examples.first?.0 ?? name)
      return try run(&phrase, &session)
    })
}

extension Phrase {
  /// Takes a cohort, `total` or `unallocated`.
  ///
  /// - Throws: `GrammarError` when there is none.
  mutating func cohort() throws(GrammarError) -> CohortID {
    if take("unallocated") { return .unallocated }
    let measure = try measure(upTo: ["since", "to"])
    let id = CohortID(rawValue: measure.id.rawValue)
    guard measures.cohorts.scheme[id] != nil else {
      throw .unknownCohort(measure.id.rawValue, nearest: [])
    }
    return id
  }
}

import Documents
import Indicators
import LookedAfter
import Reports

/// The commands that record what is aimed at, and what charts are measured by.
enum AimCommands {
  static let all: [Command] = [direction, target, trajectory, baseline, rebase]

  private static let direction = recording(
    "direction", form: "MEASURE increase|decrease|neutral",
    summary: "record which way a figure is meant to go, and why",
    examples: [
      (
        "direction total decrease because \"council strategy 2019\"",
        "from now on a fall is called better, and papers say who chose it"
      ),
      ("direction total neutral because \"no longer a goal\"", "back to judging nothing"),
    ],
    details: [
      "The number looked after and its rate have no direction by themselves: some children need to be"
        + " in care."
    ]
  ) { phrase, arguments, session in
    let measure = try phrase.series(
      upTo: Set(PreferredDirection.allCases.map(\.rawValue) + ["lower", "higher", "none"]))
    let word = phrase.word()
    let names: [String: PreferredDirection] = [
      "lower": .decrease, "higher": .increase, "none": .neutral,
    ]
    guard let aim = PreferredDirection(rawValue: word.lowercased()) ?? names[word.lowercased()]
    else { throw phrase.missing("one of the words increase, decrease and neutral") }
    try phrase.finish()
    guard let reason = arguments.reason else { throw phrase.missing("its reason after because") }
    return try session.decide(
      History.directionSetting, about: measure, text: aim.rawValue, note: reason,
      because: reason,
      saying: "\(measure.name): the direction aimed at is \(aim.rawValue), chosen by"
        + " \(session.recorder.name) (\(reason)).")
  }

  private static let target = recording(
    "target", form: "MEASURE NUMBER by MONTH [from MONTH]",
    summary: "record what a figure is to be by a month",
    examples: [
      ("target total 300 by mar 2022", "a straight line from the month in view"),
      ("target total 310 by mar 2021 from feb 2020", "from another month on"),
    ],
    details: [
      "Another target for the same month takes the place of the one before; one for another month"
        + " stands beside it, each with a plan of its own."
    ]
  ) { phrase, arguments, session in
    let measure = try phrase.series(upTo: ["by"], orNumber: true)
    let number = try phrase.number("a number")
    try phrase.expect("by")
    let month = try phrase.month()
    let start = phrase.take("from") ? try phrase.month() : try session.month(nil)
    try phrase.finish()
    guard start < month else { throw ReportError.monthsOutOfOrder(start, month) }
    // Joiners less leavers are aimed at below nought where fewer children are.
    let size =
      measure.id == Measure.netChange.id && number.mantissa < 0
      ? Quantity(mantissa: Int(clamping: number.mantissa.magnitude), decimals: number.decimals)
      : number
    if let problem = measure.problem(with: size) {
      throw ConsoleError.refused(problem.prefix(1).uppercased() + problem.dropFirst() + ".")
    }
    try TrajectoryAnswer.checkTarget(of: measure, from: start, in: session.history)
    return try session.decide(
      History.targetSetting, about: measure, period: .month(month), value: number,
      text: "\(start)", because: arguments.reason,
      saying: "\(measure.name):"
        + " \(ExactNumber(mantissa: number.mantissa, decimals: number.decimals).forPeople) by \(month.inWords), from \(start.inWords) on."
    )
  }

  private static let trajectory = sentence(
    "trajectory", group: .look, form: "[MEASURE]",
    summary: "where a figure should be by its target, and where it is",
    examples: [("trajectory total", "month by month, ahead of the plan or behind it")],
    details: [
      "On plan means within what joiners and leavers would move the number by chance; ahead and"
        + " behind are beyond that."
    ]
  ) { phrase, session in
    let measure =
      phrase.isAtEnd
      ? session.history.catalogue["total"] : try phrase.measure(upTo: [])
    try phrase.finish()
    guard let measure else { throw ConsoleError.nothingRecorded }
    return try TrajectoryAnswer.document(
      measure, of: session.history, upTo: session.month(nil))
  }

  private static let baseline = recording(
    "baseline", form: "[MONTH] | [MEASURE from MONTH to MONTH]",
    summary: "fix the month that tables compare with, or the months that limits rest on",
    examples: [
      ("baseline", "which are fixed"),
      ("baseline feb 2020", "the month that the child status table compares with"),
      (
        "baseline started from apr 2019 to mar 2020 because \"agreed with the board\"",
        "the months that the limits of a chart rest on"
      ),
    ],
    details: ["Limits rest on twelve recorded months or more."]
  ) { phrase, arguments, session in
    if phrase.isAtEnd { return Reply(document: BaselinesAnswer.document(session.history)) }
    if let month = phrase.monthIfAny() {
      try phrase.finish()
      guard session.history.snapshot(for: month) != nil else {
        throw ReportError.noSnapshot(month, known: session.history.months)
      }
      return try session.decide(
        "setting.baseline_month", text: "\(month)", because: arguments.reason,
        saying: "Tables compare with \(month.inWords).")
    }
    let measure = try phrase.series(upTo: ["from"])
    try phrase.expect("from")
    let first = try phrase.month()
    try phrase.expect("to")
    let last = try phrase.month()
    try phrase.finish()
    guard first < last else { throw ReportError.monthsOutOfOrder(first, last) }
    try TrendAnswer.checkBaseline(of: measure, from: first, to: last, in: session.history)
    return try session.decide(
      History.baselineSetting, about: measure, period: .months(first, last), text: "fixed",
      note: arguments.reason, because: arguments.reason,
      saying: "\(measure.name): limits rest on \(first.inWords) to \(last.inWords).")
  }

  private static let rebase = recording(
    "rebase", form: "MEASURE from MONTH",
    summary: "begin a chart anew from a month, for a known cause",
    examples: [
      (
        "rebase started from apr 2020 because \"edge of care team began\"",
        "its own mean and limits from then on; the old ones stay visible"
      )
    ],
    details: [
      "A known cause, eight or more months in a row on one side of the mean, and twelve months before"
        + " are needed: a chart never begins anew by itself."
    ]
  ) { phrase, arguments, session in
    let measure = try phrase.series(upTo: ["from"])
    try phrase.expect("from")
    let month = try phrase.month()
    try phrase.finish()
    guard let reason = arguments.reason else { throw phrase.missing("the cause after because") }
    try TrendAnswer.checkRebase(of: measure, from: month, because: reason, in: session.history)
    return try session.decide(
      History.rebaseSetting, about: measure, period: .month(month), text: reason, because: reason,
      saying: "\(measure.name): the chart begins anew in \(month.inWords) (\(reason)).")
  }
}

extension Phrase {
  /// Takes what a chart can be of: a cohort or another measure, or `net`, joiners less leavers.
  ///
  /// - Throws: `GrammarError` when there is none.
  mutating func series(
    upTo ends: Set<String>, orNumber: Bool = false
  ) throws(GrammarError) -> Measure {
    guard take("net") else { return try measure(upTo: ends, orNumber: orNumber) }
    _ = take("change")
    return .netChange
  }
}

extension Session {
  /// Records a setting and says what it means now.
  ///
  /// - Parameter measure: what the setting is about; nil for one of the whole history.
  fileprivate mutating func decide(
    _ setting: MeasureID, about measure: Measure? = nil, period: Period = .undated,
    value: Quantity? = nil, text: String? = nil, note: String? = nil, because reason: String?,
    saying words: String
  ) throws -> Reply {
    let recording = try record(
      [
        Observation(
          measure: setting, period: period, detail: measure?.id.rawValue ?? "", value: value,
          text: text,
          provenance: Provenance(
            source: nil, section: "chosen by \(recorder.name)", recordedAt: recorder.now(),
            note: note))
      ], because: reason)
    return Reply(
      message: recording.changes.isEmpty
        ? "Nothing changed: that is recorded already." : words + " Type undo to take it back.")
  }
}

import LookedAfter

/// The answers given so far on the walk through a month, and what they would record.
struct RecordAnswers {
  let history: History
  let month: Month
  let steps: [RecordStep]
  let recordedAt: String

  private var today: CivilDate? { CivilDate(iso: String(recordedAt.prefix(10))) }

  /// The answers by the id of their question; a question that was passed over has none.
  private(set) var answers: [String: String] = [:]

  /// The questions that were passed over, so that Enter passes them over again.
  private(set) var passed: Set<String> = []

  /// Whether there is an answer that records something: the day and the basis alone do not.
  var hasFigures: Bool {
    steps.contains { step in
      switch step.kind {
      case .day, .basis, .firstMonth: false
      default: answers[step.id] != nil
      }
    }
  }

  /// Takes an answer after trying it.
  ///
  /// - Throws: `GrammarError` or `ConsoleError.refused`; the answer is not kept then.
  mutating func take(_ text: String, for step: RecordStep) throws {
    var tried = self
    tried.answers[step.id] = text
    tried.passed.remove(step.id)
    _ = try tried.observations(of: step)
    self = tried
  }

  /// Passes a question over; an answer that was given before is dropped.
  mutating func pass(_ step: RecordStep) {
    answers[step.id] = nil
    passed.insert(step.id)
  }

  /// What Enter gives: the answer given before, or what is usual; nil where it passes the question.
  func usual(of step: RecordStep) -> String? {
    if let own = answers[step.id] { return own }
    return passed.contains(step.id) ? nil : suggestion(for: step)
  }

  /// What is usual where nothing was answered yet.
  func suggestion(for step: RecordStep) -> String? {
    guard case .number(let measure, isCount: true, _) = step.kind else { return step.usual }
    return UsualCounts(history: history, month: month)
      .count(measure.id, on: basis).map(String.init)
  }

  /// What all the answers would record.
  ///
  /// - Throws: as `take(_:for:)`.
  func observations() throws -> [Observation] {
    try steps.flatMap { try observations(of: $0) }
  }

  /// The total less the cohorts answered so far, a question's own answer left out; nil before the
  /// total is known.
  func remainder(at step: RecordStep) -> Int? {
    guard let total = whole(CohortID.total.rawValue) else { return nil }
    let cohorts = history.scheme.cohorts.filter { $0.id.rawValue != step.id }
    return total - cohorts.reduce(0) { $0 + (whole($1.id.rawValue) ?? 0) }
  }

  private func whole(_ id: String) -> Int? { answers[id].flatMap { Quantity(text: $0)?.whole } }

  private var basis: Basis? { answers["basis"].flatMap(Basis.init(typed:)) }

  private var day: CivilDate? { answers["as_at"].flatMap(day) }

  private func day(_ text: String) -> CivilDate? {
    DayReader(today: today).read(text.split(separator: " ").map(String.init))
  }

  private func observations(of step: RecordStep) throws -> [Observation] {
    guard let answer = answers[step.id] else { return [] }
    switch step.kind {
    case .day:
      guard let day = day(answer) else {
        throw GrammarError.notADay(answer, example: "\(month.lastDay)")
      }
      if let problem = PlausibleDates(today: today).problem(with: day, as: month) {
        throw ConsoleError.refused(problem)
      }
      return []
    case .basis:
      guard Basis(typed: answer) != nil else { throw GrammarError.unknownBasis(answer) }
      return []
    case .number(let measure, let isCount, let detail):
      return [try number(measure, answer, isCount: isCount, detail: detail)]
    case .firstMonth:
      guard let first = self.month(answer), first <= month else {
        throw ConsoleError.refused(
          "\"\(answer)\" is not a month up to \(month.inWords); write it as apr 2020.")
      }
      return []
    case .sinceStart(let measure, let since):
      let value = try number(measure, answer, isCount: false, detail: "")
      let first = first(since)
      let period = first < month ? Period.months(first, month) : .month(month)
      return [observation(measure.id, period: period, value: value.value)]
    case .counts(let branch, let total):
      return try aboutThisQuestion(branch) { try counts(branch, answer, total: total) }
    case .slips: return try aboutThisQuestion("planned.slipped") { try slips(answer) }
    }
  }

  private func first(_ since: RecordStep.Since) -> Month {
    switch since {
    case .month(let month): month
    case .answer(let question, let otherwise): answers[question].flatMap(month) ?? otherwise
    }
  }

  /// A month as an answer, and nothing behind it.
  private func month(_ text: String) -> Month? {
    let words = text.split(separator: " ").map(String.init)
    let months = MonthReader(known: history.months, current: month)
    guard case .month(let month, words.count) = months.read(words) else { return nil }
    return month
  }

  /// Reads lines of a breakdown; what is wrong with them is said of the question, not of a command.
  private func aboutThisQuestion(
    _ branch: MeasureID, _ read: () throws -> [Observation]
  ) throws -> [Observation] {
    let example = RecordSteps.example(below: branch, in: history.catalogue)
    do {
      return try read()
    } catch GrammarError.missing(let what, command: _, example: _) {
      throw ConsoleError.refused(
        "This answer needs \(what); write each reason with its number, such as: \(example)")
    } catch GrammarError.notANumber(let text, example: _) {
      throw ConsoleError.refused(
        "\"\(text)\" is not a number of children; write whole numbers, such as: \(example)")
    }
  }

  private func number(
    _ measure: Measure, _ answer: String, isCount: Bool, detail: String
  ) throws -> Observation {
    guard let value = Quantity(text: answer) else {
      throw ConsoleError.refused(
        "\"\(answer)\" is not a number; type a number, Enter, skip, back, leave or ?")
    }
    if let problem = measure.problem(with: value) {
      throw ConsoleError.refused(problem.prefix(1).uppercased() + problem.dropFirst() + ".")
    }
    if measure.id.rawValue.hasSuffix(".assessing") {
      let cohort = String(measure.id.rawValue.dropLast(".assessing".count))
      let children = answers[cohort].flatMap { Quantity(text: $0)?.whole }
      if let children, let part = value.whole, part > children {
        throw ConsoleError.refused("\(part) is more than the \(children) children of the cohort.")
      }
    }
    return observation(
      measure.id, period: .month(month), basis: isCount ? basis : nil, asAt: isCount ? day : nil,
      detail: detail, value: value)
  }

  private func counts(
    _ branch: MeasureID, _ answer: String, total: MeasureID?
  ) throws -> [Observation] {
    let counts = try reader(branch).read(Lexer.tokens(of: answer))
    let lines = counts.map {
      observation(
        $0.measure.id, period: .month(month), value: Quantity(mantissa: $0.number))
    }
    guard let total else { return lines }
    let sum = counts.reduce(0) { $0 + $1.number }
    return [observation(total, period: .month(month), value: Quantity(mantissa: sum))] + lines
  }

  /// `life-story-work 2 to jan 2021, days-late 3`.
  private func slips(_ answer: String) throws -> [Observation] {
    try answer.split(separator: ",").flatMap { part -> [Observation] in
      var tokens = try Lexer.tokens(of: String(part))
      var target: Month?
      if let place = tokens.firstIndex(where: { $0.folded == "to" }) {
        let words = tokens[(place + 1)...].map(\.text).joined(separator: " ")
        target = month(words)
        guard target != nil else {
          throw GrammarError.notAMonth(words, example: "to \(month.advanced(by: 2).inWords)")
        }
        tokens.removeSubrange(place...)
      }
      return try reader("planned.slipped").read(tokens).map {
        observation(
          $0.measure.id, period: .month(month), detail: target.map { "\($0)" } ?? "",
          value: Quantity(mantissa: $0.number))
      }
    }
  }

  private func reader(_ branch: MeasureID) -> CountsReader {
    CountsReader(
      measures: MeasureReader(
        catalogue: history.catalogue, cohorts: CohortReader(scheme: history.scheme)),
      branch: branch, command: RecordCommand.command)
  }

  private func observation(
    _ measure: MeasureID, period: Period, basis: Basis? = nil, asAt: CivilDate? = nil,
    detail: String = "", value: Quantity?
  ) -> Observation {
    Observation(
      measure: measure, period: period, basis: basis, asAt: asAt, detail: detail, value: value,
      provenance: Provenance(source: nil, recordedAt: recordedAt))
  }
}

import LookedAfter

/// The answers given so far on the walk through a month, and what they would record.
struct RecordAnswers {
  let history: History
  let month: Month
  let steps: [RecordStep]
  let recordedAt: String

  /// The answers by the id of their question; a question that was passed over has none.
  var answers: [String: String] = [:]

  /// Takes an answer after trying it.
  ///
  /// - Throws: `GrammarError` or `ConsoleError.refused`; the answer is not kept then.
  mutating func take(_ text: String, for step: RecordStep) throws {
    var tried = self
    tried.answers[step.id] = text
    _ = try tried.observations(of: step)
    self = tried
  }

  /// What all the answers would record.
  ///
  /// - Throws: as `take(_:for:)`.
  func observations() throws -> [Observation] {
    try steps.flatMap { try observations(of: $0) }
  }

  /// The total less the cohorts answered so far; nil before the total is known.
  var remainder: Int? {
    guard let total = answers[CohortID.total.rawValue].flatMap({ Quantity(text: $0)?.whole }) else {
      return nil
    }
    let cohorts = history.scheme.cohorts.compactMap { cohort in
      answers[cohort.id.rawValue].flatMap { Quantity(text: $0)?.whole }
    }
    return total - cohorts.reduce(0, +)
  }

  private func observations(of step: RecordStep) throws -> [Observation] {
    guard let answer = answers[step.id] else { return [] }
    switch step.kind {
    case .day:
      guard DayReader.read(answer.split(separator: " ").map(String.init)) != nil else {
        throw GrammarError.notADay(answer, example: "30 nov 2020")
      }
      return []
    case .basis:
      guard Basis(typed: answer) != nil else { throw GrammarError.unknownBasis(answer) }
      return []
    case .number(let measure, let isCount, let detail):
      return [try number(measure, answer, isCount: isCount, detail: detail)]
    case .sinceStart(let measure, let first):
      let value = try number(measure, answer, isCount: false, detail: "")
      let period = first < month ? Period.months(first, month) : .month(month)
      return [observation(measure.id, period: period, value: value.value)]
    case .counts(let branch, let total): return try counts(branch, answer, total: total)
    case .slips: return try slips(answer)
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
    let day = answers["as_at"].flatMap { DayReader.read($0.split(separator: " ").map(String.init)) }
    return observation(
      measure.id, period: .month(month),
      basis: isCount ? answers["basis"].flatMap(Basis.init(typed:)) : nil,
      asAt: isCount ? day : nil, detail: detail, value: value)
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
        let months = MonthReader(known: history.months, current: month)
        let words = tokens[(place + 1)...].map(\.text)
        guard case .month(let month, words.count) = months.read(words) else {
          throw GrammarError.notAMonth(words.joined(separator: " "), example: "to jan 2021")
        }
        target = month
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

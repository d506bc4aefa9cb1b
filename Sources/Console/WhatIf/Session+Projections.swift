import Documents
import Indicators
import LookedAfter
import Reports
import Scenarios

/// The answers about the months to come.
extension Session {
  /// A what-if: a projection where one can be made, and else a sum.
  func answer(
    _ whatIf: WhatIf, _ outlook: Outlook, focus: CohortID? = nil, name: String? = nil
  ) throws -> Document {
    let subject = name.map { "What if: \($0)" } ?? "What if"
    switch try made(of: whatIf, outlook, focus: focus) {
    case .sum(let answer):
      return answer.document(title: "\(subject), from \(outlook.start.inWords)")
    case .projection(let answer):
      let end = outlook.start.advanced(by: whatIf.months(from: outlook.start))
      let what = whatIf.levers.isEmpty ? "Projection" : subject
      return answer.document(title: "\(what), \(outlook.start.inWords) to \(end.inWords)")
    }
  }

  /// What comes of a what-if.
  enum Made {
    case projection(ProjectionAnswer)
    case sum(BareAnswer)
  }

  /// A projection where one can be made and no sum is asked for; else a sum.
  func made(of whatIf: WhatIf, _ outlook: Outlook, focus: CohortID?) throws -> Made {
    let months = whatIf.months(from: outlook.start)
    guard let model = outlook.model, !whatIf.isSum else {
      let last = outlook.start.advanced(by: months)
      return .sum(
        BareAnswer(
          try outlook.sum(whatIf), levers: whatIf.levers(upTo: last),
          because: outlook.refusal.map(BareAnswer.Reason.refused) ?? .asked, history: history,
          remarks: whatIf.allRemarks, until: whatIf.lastMonth(from: outlook.start)))
    }
    return .projection(
      ProjectionAnswer(
        try outlook.run(model, whatIf, months: months, watch: longRun), of: model,
        levers: whatIf.levers, focus: focus, backTest: outlook.backTest, history: history,
        remarks: whatIf.allRemarks, removed: returns?.returns.removedCount ?? 0))
  }

  /// `project [COHORT] [N months | until MONTH] [if CHANGE …]`.
  mutating func projection(_ tokens: [Token]) throws -> Document {
    let outlook = try outlook()
    let (before, after) = Self.split(tokens, at: ["if"])
    var whatIf = try self.whatIf(after, outlook, of: "project if ")
    let (focus, asked) = try focus(before, outlook)
    whatIf.until = asked.until ?? whatIf.until
    whatIf.paths = asked.paths ?? whatIf.paths
    whatIf.seed = asked.seed ?? whatIf.seed
    let model = try outlook.requireModel()
    let months = whatIf.months(from: outlook.start)
    guard months <= Self.mostMonths else {
      throw ConsoleError.refused(
        "A projection looks at most \(Self.mostMonths) months ahead, for services change; name a nearer"
          + " month.")
    }
    if let focus, model.index(of: focus) == nil {
      throw ConsoleError.refused(
        LeverRefusal.sentence(.noCohort(focus), in: history))
    }
    return try answer(whatIf, outlook, focus: focus)
  }

  /// The cohort and how far to look, of the words of `project`: the longest end that says how far.
  private func focus(
    _ tokens: [Token], _ outlook: Outlook
  ) throws -> (cohort: CohortID?, asked: WhatIf) {
    for place in tokens.indices {
      let rest = Array(tokens[place...])
      guard let asked = try? whatIf(rest, outlook, of: "project "), asked.levers.isEmpty,
        asked.until != nil || asked.paths != nil || asked.seed != nil
      else { continue }
      return (try cohort(Array(tokens[..<place])), asked)
    }
    // A month or a number that is refused says why.
    if let place = tokens.firstIndex(where: { ["until", "to", "for", "over"].contains($0.folded) })
    {
      _ = try whatIf(Array(tokens[place...]), outlook, of: "project ")
    }
    try checkLength(tokens)
    return (try cohort(tokens), WhatIf())
  }

  /// Refuses a length that is none, such as no months.
  private func checkLength(_ tokens: [Token]) throws {
    let words = tokens.map(\.folded)
    guard
      let place = words.firstIndex(where: { ["month", "months", "year", "years"].contains($0) }),
      place > 0, let number = NumberWords.read(words, at: place - 1)
    else { return }
    let asked = LeverReader.written(number.value)
    throw ConsoleError.refused(
      "A projection cannot look \(asked) \(words[place]) ahead; name 1 to \(Self.mostMonths) months: project"
        + " 12 months")
  }

  /// The cohort that some words mean; nil for all children.
  private func cohort(_ tokens: [Token]) throws -> CohortID? {
    let words = tokens.map(\.folded)
    guard !words.isEmpty else { return nil }
    if ["started", "joiners", "ceased", "leavers"].contains(words[0]) {
      throw ConsoleError.refused(
        "A projection is of the number of children, in all or in a cohort; joiners and leavers are what"
          + " it rests on: see trend started, trend ceased.")
    }
    let matcher = LeverReader(
      history: history, start: month ?? .first,
      months: MonthReader(known: history.months, current: month)
    ).cohorts
    if case .one(let id) = matcher.match(words) { return id }
    let text = words.joined(separator: " ")
    let cohort = try CohortReader(scheme: history.scheme).cohort(text)
    return cohort.id == .total ? nil : cohort.id
  }

  /// The months that a projection looks ahead at most.
  private static let mostMonths = 120

  /// `when at COMPARATOR's rate [if CHANGE …]`.
  mutating func when(_ tokens: [Token]) throws -> Document {
    let example = "when at england's rate"
    let outlook = try outlook()
    let (before, after) = Self.split(tokens, at: ["if"])
    var words = before.map(\.text)
    while let first = words.first?.lowercased(),
      ["are", "is", "we", "it", "will", "be", "at", "or", "under", "do", "reach"].contains(first)
    {
      words.removeFirst()
    }
    if ["rate", "rates", "rate?"].contains(words.last?.lowercased()) { words.removeLast() }
    guard !words.isEmpty else {
      throw GrammarError.missing("a comparator", command: "when", example: example)
    }
    let name = words.joined(separator: " ")
    let count = words.filter { !["children", "or", "fewer"].contains($0.lowercased()) }
    let number = Int(count.joined().filter { $0 != "," })
    let comparator = number == nil ? try comparator(name, outlook) : nil
    let whatIf = try self.whatIf(after, outlook, of: "when at england's rate if ")
    guard let model = outlook.model else {
      throw try noProjection(outlook, reach: comparator?.nameInSentence.lowercased() ?? name)
    }
    var context = ProjectionContext(history, month: outlook.start)
    let goal: WhenAnswer.Goal
    if let comparator {
      try requirePopulation(outlook)
      goal = .rate(of: comparator.nameInSentence)
    } else {
      let number = number ?? 0
      guard (1...1_000_000).contains(number) else {
        throw GrammarError.notANumber(name, example: "when at 300")
      }
      // Among 10,000 the rate is the number.
      goal = .children(number)
      context.population = 10_000
      context.goals = [.init(goal.name, Quantity(mantissa: number))]
    }
    let months = whatIf.until.map { outlook.start.distance(to: $0) } ?? 36
    let projection = try outlook.run(
      model, whatIf, months: months, context: context, watch: longRun)
    return WhenAnswer.document(
      goal, projection, of: model, levers: whatIf.levers, backTest: outlook.backTest, in: history)
  }

  /// Why there is no projection, with what can be asked instead.
  private func noProjection(_ outlook: Outlook, reach goal: String) throws -> ConsoleError {
    let end = LeverReader.written(outlook.start.advanced(by: 24))
    do {
      _ = try outlook.requireModel()
      return .nothingRecorded
    } catch {
      return .refused(
        "\(error) How many more have to leave a month can be summed: reach \(goal) by \(end)")
    }
  }

  /// The comparator of a name, with or without the ending of "England's" that lost its apostrophe.
  private func comparator(_ name: String, _ outlook: Outlook) throws -> Comparator {
    do {
      return try ComparatorName.comparator(name, in: history, month: outlook.start)
    } catch {
      guard name.hasSuffix("s"), name.count > 4,
        let found = try? ComparatorName.comparator(
          String(name.dropLast()), in: history, month: outlook.start)
      else { throw error }
      return found
    }
  }

  /// `backtest [N months]`.
  mutating func backTest(_ tokens: [Token]) throws -> Document {
    let outlook = try outlook()
    let words = tokens.map(\.folded).filter { !["for", "over", "of", "the"].contains($0) }
    var horizons = [1, 3, 6, 12]
    if !words.isEmpty {
      guard let number = NumberWords.read(words, at: 0), !number.isPercent,
        let months = Int(exactly: number.value), (1...600).contains(months),
        number.words == words.count
          || number.words + 1 == words.count && ["month", "months"].contains(words[number.words])
      else {
        throw GrammarError.notANumber(
          tokens.map(\.text).joined(separator: " "), example: "backtest 12 months")
      }
      horizons = horizons.filter { $0 < months } + [months]
    }
    guard let flows = outlook.flows else { throw ConsoleError.nothingRecorded }
    let test = try outlook.refusing { try outlook.backTest(horizons) }
    if let asked = horizons.last, !test.rows.contains(where: { $0.horizon == asked }) {
      throw ConsoleError.refused(
        "No projection \(asked) months ahead can be checked: that takes \(asked + 12) months of joiners,"
          + " leavers and numbers, up to now; type: backtest 12 months")
    }
    return BackTestAnswer.document(test, flows, of: history)
  }

  /// The words before one of some words, and those after it.
  static func split(_ tokens: [Token], at words: Set<String>) -> (before: [Token], after: [Token]) {
    guard let place = tokens.firstIndex(where: { words.contains($0.folded) && !$0.isQuoted }) else {
      return (tokens, [])
    }
    return (Array(tokens[..<place]), Array(tokens[(place + 1)...]))
  }

  func requirePopulation(_ outlook: Outlook) throws {
    guard history.population(for: outlook.start) != nil else {
      throw ReportError.noPopulation(outlook.start)
    }
  }
}

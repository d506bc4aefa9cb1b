import Documents
import Indicators
import LookedAfter
import Reports
import Scenarios

extension Session {
  /// `reach COMPARATOR|NUMBER by MONTH [with more leavers|fewer joiners|both] [at 80%] [if CHANGE …]`.
  mutating func reach(_ tokens: [Token]) throws -> Document {
    let example = "reach statistical neighbours by mar 2023"
    let outlook = try outlook()
    let (before, after) = Self.split(tokens, at: ["if"])
    let (name, rest) = Self.split(before, at: ["by", "in", "until", "before"])
    guard !name.isEmpty else {
      throw GrammarError.missing("a comparator or a number", command: "reach", example: example)
    }
    guard !rest.isEmpty else {
      throw GrammarError.missing("a month after by", command: "reach", example: example)
    }
    let words = rest.map(\.folded)
    let forward = ForwardMonths(
      start: outlook.start, months: MonthReader(known: history.months, current: month))
    guard let (end, taken) = forward.read(words, at: 0) else {
      throw GrammarError.notAMonth(words.joined(separator: " "), example: example)
    }
    let goal = try goal(name, outlook)
    let (efforts, chances) = try efforts(Array(rest[taken...]), example)
    let whatIf = try self.whatIf(after, outlook, of: "\(example) if ")
    guard outlook.start.distance(to: end) >= 1 else {
      throw ConsoleError.refused(
        LeverRefusal.sentence(.past(end, start: outlook.start), in: history))
    }
    guard let model = outlook.model else {
      guard whatIf.levers.isEmpty, efforts.count > 1,
        let children = history.snapshotWithTotal(for: outlook.start)?.total?.value
      else { throw try noModel(outlook) }
      return ReachAnswer(goal, history: history).sum(
        from: outlook.start, children: children, by: end)
    }
    let search = try outlook.refusing {
      try GoalSearch(
        model, reach: goal.children, by: end, levers: whatIf.levers,
        settings: outlook.settings(whatIf, months: 1), isCancelled: longRun.isCancelled)
    }
    var seeks: [GoalSeek] = []
    for chance in chances {
      for effort in efforts {
        // What cannot make it likely cannot make it surer.
        let isBeyond = seeks.contains { seek in
          if case .notReachable = seek.outcome { seek.effort == effort } else { false }
        }
        if isBeyond { continue }
        seeks.append(try outlook.refusing { try search.seek(effort, wanted: chance) })
        // Without doing anything: no effort has to be tried.
        if seeks.last?.outcome == .reachedAnyway { break }
      }
    }
    return ReachAnswer(goal, history: history).document(
      seeks, of: model, levers: whatIf.levers, backTest: outlook.backTest)
  }

  private func noModel(_ outlook: Outlook) throws -> ConsoleError {
    _ = try outlook.requireModel()
    return .nothingRecorded
  }

  /// The number that is meant: one that is given, or that at the rate of a comparator.
  private func goal(_ tokens: [Token], _ outlook: Outlook) throws -> ReachAnswer.Goal {
    let words = tokens.map(\.folded).filter { !["children", "rate", "the"].contains($0) }
    if let number = NumberWords.read(words, at: 0), !number.isPercent, number.words == words.count,
      let children = Int(exactly: number.value), (0...1_000_000).contains(children)
    {
      return .init(nil, children)
    }
    let comparator = try ComparatorName.comparator(
      words.joined(separator: " "), in: history, month: outlook.start)
    try requirePopulation(outlook)
    guard let population = history.population(for: outlook.start)?.number.value,
      let needed = ChildrenNeeded(rate: comparator.rate.value, population: population)
    else { throw ReportError.noPopulation(outlook.start) }
    return .init("the rate of \(comparator.nameInSentence)", needed.number)
  }

  /// What may be done, and how likely it should be.
  private func efforts(
    _ tokens: [Token], _ example: String
  ) throws -> (efforts: [GoalSeek.Effort], chances: [Double]) {
    guard !tokens.isEmpty else {
      return ([.moreLeavers(), .fewerJoiners, .both], [0.5, 0.8])
    }
    let reader = LeverReader(
      history: history, start: month ?? .first,
      months: MonthReader(known: history.months, current: month))
    let words = WhatIfClauseWords.clauses(of: tokens).flatMap(\.words)
    var work = ClauseWork(words, months: reader.months)
    var chances = [0.5, 0.8]
    if let number = work.takeNumber() {
      let share = number.isPercent ? number.value / 100 : number.value
      guard (0.01...0.99).contains(share) else {
        throw ConsoleError.refused(
          "A chance of success must be from 1% to 99%; try: \(example) at 80%")
      }
      chances = [share]
    }
    let isBoth = work.take(["both", "mix", "either"]) != nil
    let joiners = work.holds(Vocabulary.joiners)
    let leavers = work.holds(Vocabulary.leavers)
    work.takeAll(Vocabulary.joiners.union(Vocabulary.leavers).union(Vocabulary.up))
    work.takeAll(Vocabulary.down)
    work.takeAll(["chance", "sure", "likely"])
    let reserved = Vocabulary.noise
    let from = try work.takeName(reader.cohorts, after: ["from"], reserved: reserved)
    let route = try work.takeName(reader.routes, reserved: reserved)
    if let word = work.leftOver(besides: Vocabulary.noise) {
      throw GrammarError.unexpected(
        word.text, command: "reach", example: "\(example) with fewer joiners")
    }
    if isBoth || joiners && (leavers || route != nil) { return ([.both], chances) }
    if joiners { return ([.fewerJoiners], chances) }
    if leavers || route != nil || from != nil {
      return ([.moreLeavers(route: route, from: from)], chances)
    }
    return ([.moreLeavers(), .fewerJoiners, .both], chances)
  }
}

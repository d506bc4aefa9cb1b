import Documents
import LookedAfter
import Reports
import Scenarios

extension Session {
  /// `compare scenarios base "more carers" [until MONTH]`: each beside the first.
  mutating func comparedScenarios(_ tokens: [Token]) throws -> Document {
    let outlook = try outlook()
    let (named, until) = try named(tokens, outlook)
    var names = named
    if names.isEmpty { names = history.scenarios.map(\.name) }
    guard !names.isEmpty else {
      throw ConsoleError.refused(
        "No scenario is saved to compare; type: scenario new \"more carers\" and what it changes.")
    }
    if names.count == 1, names != [SavedScenario.base] { names.insert(SavedScenario.base, at: 0) }
    let whatIfs = try names.map { name -> WhatIf in
      guard name != SavedScenario.base else { return WhatIf(until: until) }
      let saved = history.scenario(named: name)
      var whatIf = try whatIf(try Lexer.tokens(of: saved?.text ?? ""), outlook, of: "")
      whatIf.until = until ?? whatIf.until
      return whatIf
    }
    let months = whatIfs.map { $0.months(from: outlook.start) }.max() ?? 12
    guard let model = outlook.model, !whatIfs.contains(where: \.isSum) else {
      let runs = try zip(names, whatIfs).map { name, whatIf in
        ScenariosAnswer.Run(
          name: name, levers: whatIf.levers,
          result: .summed(try outlook.sum(whatIf, months: months)))
      }
      return ScenariosAnswer.comparison(
        runs, until: outlook.start.advanced(by: months), of: history)
    }
    let first = whatIfs.first { $0.paths != nil || $0.seed != nil } ?? whatIfs[0]
    let projections = try outlook.refusing {
      try Projection.run(
        model, scenarios: whatIfs.map(\.levers),
        context: ProjectionContext(history, month: outlook.start),
        settings: outlook.settings(first, months: months), isCancelled: longRun.isCancelled,
        progress: longRun.progress)
    }
    let runs = zip(zip(names, whatIfs), projections).map { named, projection in
      ScenariosAnswer.Run(
        name: named.0, levers: named.1.levers, result: .projected(projection, model))
    }
    return ScenariosAnswer.comparison(runs, until: outlook.start.advanced(by: months), of: history)
  }

  /// What comes of saved scenarios, for a paper on a month.
  mutating func chosenScenarios(_ tokens: [Token], month: Month) throws -> [ChosenScenario] {
    let outlook = outlook(from: month)
    let (names, until) = try named(tokens, outlook)
    return try names.map { name in
      let saved = history.scenario(named: name)
      var whatIf = try whatIf(try Lexer.tokens(of: saved?.text ?? ""), outlook, of: "")
      whatIf.until = until ?? whatIf.until
      switch try made(of: whatIf, outlook, focus: nil) {
      case .projection(let answer): return answer.chosen(as: name)
      case .sum(let answer): return answer.chosen(as: name)
      }
    }
  }

  /// The scenarios that are named, each in quotation marks or word for word, and how far to look.
  private func named(
    _ tokens: [Token], _ outlook: Outlook
  ) throws -> (names: [String], until: Month?) {
    var names: [String] = []
    // "base, a and b": a comma behind a name is none of it.
    var rest = tokens.map { token in
      let bare =
        token.isQuoted
        ? token.text : String(token.text.reversed().drop { ",;".contains($0) }.reversed())
      return Token(text: bare, start: token.start, isQuoted: token.isQuoted)
    }.filter { $0.isQuoted || !$0.text.isEmpty }[...]
    while let token = rest.first {
      if !token.isQuoted {
        if ["and", "with", "to", "against", "vs", ","].contains(token.folded), rest.count > 1,
          MonthReader.number(ofMonthNamed: rest[rest.startIndex + 1].text) == nil
        {
          rest = rest.dropFirst()
          continue
        }
        if token.folded == SavedScenario.base {
          names.append(SavedScenario.base)
          rest = rest.dropFirst()
          continue
        }
        if let asked = try? whatIf(Array(rest), outlook, of: ""), let until = asked.until,
          asked.levers.isEmpty
        {
          return (names, until)
        }
      }
      // The longest run of words that is a name.
      let found = stride(from: rest.count, to: 0, by: -1).lazy.compactMap { count in
        let text = rest.prefix(count).map(\.text).joined(separator: " ")
        return self.history.scenario(named: text).map { ($0.name, count) }
      }.first
      guard let (name, count) = found else {
        throw ConsoleError.refused(Self.noScenario(token.text, among: history.scenarios))
      }
      names.append(name)
      rest = rest.dropFirst(count)
    }
    return (names, nil)
  }
}

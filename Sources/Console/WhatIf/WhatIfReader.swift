import LookedAfter
import Scenarios

/// Reads a what-if: clauses between commas, each a lever, a saved scenario, or how far to look.
struct WhatIfReader {
  let levers: LeverReader

  /// The line that is read, of which unclear parts are shown.
  let line: String

  /// What the line begins with: `what if `.
  let command: String

  init(history: History, start: Month, months: MonthReader, line: String, command: String) {
    levers = LeverReader(history: history, start: start, months: months)
    self.line = line
    self.command = command
  }

  /// Reads the words after the command.
  ///
  /// - Throws: `GrammarError`, with the part that is not clear.
  func read(_ tokens: [Token]) throws -> WhatIf {
    do {
      return try read(WhatIfClauseWords.clauses(of: tokens), depth: 0)
    } catch let unclear as Unclear {
      throw error(unclear)
    }
  }

  private func read(_ clauses: [WhatIfClauseWords], depth: Int) throws -> WhatIf {
    var read: [LeverReader.Clause] = []
    var whatIf = WhatIf()
    var later: TimePhrase?
    // From the last to the first: "grant 8 and discharge 5 in January" is of January both.
    for clause in clauses.reversed() {
      if try setting(clause.words, in: &whatIf) { continue }
      if let saved = try saved(clause.words) {
        guard depth == 0 else { continue }
        let inner = try self.read(saved, depth: depth + 1)
        read.append(
          LeverReader.Clause(
            levers: inner.levers, written: inner.written.joined(separator: ", "),
            isSum: inner.isSum))
        later = nil
        continue
      }
      let found = try levers.read(
        clause.words, inherited: clause.isJoinedToNext ? later : nil)
      later = found.time ?? (clause.isJoinedToNext ? later : nil)
      read.append(found)
    }
    for clause in read.reversed() {
      whatIf.levers += clause.levers
      if !clause.written.isEmpty { whatIf.written.append(clause.written) }
      whatIf.isSum = whatIf.isSum || clause.isSum
    }
    return whatIf
  }

  /// The clauses of a saved scenario that is named: in quotation marks, or by all of its name.
  private func saved(_ words: [WhatIfWord]) throws -> [WhatIfClauseWords]? {
    let scenarios = levers.history.scenarios
    let name = words.map(\.text).joined(separator: " ").lowercased()
    guard let scenario = scenarios.first(where: { $0.name.lowercased() == name }) else {
      if words.count == 1, words[0].isQuoted {
        throw ConsoleError.refused(Session.noScenario(words[0].text, among: scenarios))
      }
      return nil
    }
    return WhatIfClauseWords.clauses(of: try Lexer.tokens(of: scenario.text))
  }

  // MARK: How far to look

  /// Reads a clause that changes nothing of what happens: the last month, the courses drawn.
  private func setting(_ words: [WhatIfWord], in whatIf: inout WhatIf) throws -> Bool {
    let texts = words.map { $0.isQuoted ? "" : $0.text }
    if let reading = NumberWords.read(texts, at: texts.first == "with" ? 1 : 0),
      let number = Int(exactly: reading.value), !reading.isPercent,
      ["paths", "courses"].contains(texts.last), texts.count <= reading.words + 2
    {
      whatIf.paths = number
      return true
    }
    if texts.count == 2, texts[0] == "seed", let seed = UInt64(texts[1]) {
      whatIf.seed = seed
      return true
    }
    if ["as", "just"].contains(texts.first) || texts.count <= 2,
      texts.contains(where: { ["sum", "arithmetic", "bare"].contains($0) })
    {
      whatIf.isSum = true
      return true
    }
    var rest = texts[...]
    if rest.starts(with: ["where", "are", "we"]) { rest = rest.dropFirst(3) }
    let isQuestion = rest.count < texts.count
    guard let first = rest.first, let found = horizon(Array(rest), first, isQuestion) else {
      return false
    }
    guard found.words == rest.count else { return false }
    guard found.month > levers.start else {
      throw LeverError.past(found.month, start: levers.start)
    }
    whatIf.until = found.month
    return true
  }

  /// "until mar 2022", "over the next 12 months", "in march" of a question.
  private func horizon(
    _ words: [String], _ first: String, _ isQuestion: Bool
  ) -> (month: Month, words: Int)? {
    if ["until", "till", "to"].contains(first) || isQuestion && ["in", "by"].contains(first) {
      return levers.months.read(words, at: 1).map { ($0.month, $0.words + 1) }
    }
    var place = ["for", "over", "within"].contains(first) ? 1 : 0
    let isSpan = place == 1
    for word in ["the", "next"] where words.indices.contains(place) && words[place] == word {
      place += 1
    }
    if isSpan, words.indices.contains(place), words[place] == "year" {
      return (levers.start.advanced(by: 12), place + 1)
    }
    guard let number = NumberWords.read(words, at: place), !number.isPercent,
      let count = Int(exactly: number.value), (1...600).contains(count)
    else { return nil }
    let next = place + number.words
    guard words.indices.contains(next) else { return nil }
    switch words[next] {
    case "month", "months": return (levers.start.advanced(by: count), next + 1)
    case "year", "years": return (levers.start.advanced(by: min(12 * count, 600)), next + 1)
    default: return nil
    }
  }

  // MARK: What is not clear

  /// The error that underlines a part and suggests the nearest form.
  private func error(_ unclear: Unclear) -> GrammarError {
    let word = unclear.word
    var suggestion: String?
    if let nearest = unclear.nearest, word.length > 0 {
      let letters = Array(line)
      if word.start + word.length <= letters.count {
        suggestion =
          String(letters[..<word.start]) + nearest + String(letters[(word.start + word.length)...])
      }
    }
    return .unclear(
      word.text, line: line, start: word.start, length: word.length,
      suggestion: suggestion ?? unclear.example.map { "\(command)\($0)" }
        ?? "\(command)joiners fall 20% from \(LeverReader.written(levers.next))")
  }
}

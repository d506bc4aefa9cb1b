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
      return try read(prepared(tokens), depth: 0)
    } catch let unclear as Unclear {
      throw error(unclear, in: tokens)
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
            isSum: inner.isSum, remarks: inner.remarks))
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
      whatIf.remarks += clause.remarks
      if !clause.written.isEmpty, !clause.levers.contains(where: \.needsRates) {
        whatIf.summable.append(clause.written)
      }
      whatIf.isSum = whatIf.isSum || clause.isSum
    }
    return whatIf
  }

  /// The clauses of some words, with what belongs together joined and what does not parted.
  private func prepared(_ tokens: [Token]) -> [WhatIfClauseWords] {
    Self.joined(
      WhatIfClauseWords.clauses(of: tokens).flatMap(Self.withoutDrawing).flatMap(parted))
  }

  /// Parts "10000 paths" and "seed 7" from a clause that says something else as well.
  private static func withoutDrawing(_ clause: WhatIfClauseWords) -> [WhatIfClauseWords] {
    let texts = clause.words.map { $0.isQuoted ? "" : $0.text }
    let found = texts.indices.lazy.compactMap { place -> Range<Int>? in
      if texts[place] == "seed", place + 1 < texts.count, UInt64(texts[place + 1]) != nil {
        return place..<place + 2
      }
      guard ["paths", "courses"].contains(texts[place]),
        let start = (0..<place).first(where: { start in
          NumberWords.read(texts, at: start).map { start + $0.words == place } ?? false
        })
      else { return nil }
      return (start > 0 && texts[start - 1] == "with" ? start - 1 : start)..<place + 1
    }.first
    guard let found, found.count < texts.count else { return [clause] }
    let (before, after) = (clause.words[..<found.lowerBound], clause.words[found.upperBound...])
    var parts = [Array(before), Array(clause.words[found])].filter { !$0.isEmpty }
      .map { WhatIfClauseWords(words: $0) }
    if after.isEmpty {
      parts[0].isJoinedToNext = clause.isJoinedToNext
    } else {
      parts += withoutDrawing(
        WhatIfClauseWords(words: Array(after), isJoinedToNext: clause.isJoinedToNext))
    }
    return parts
  }

  /// Parts "until mar 2028" from a clause that has a time of its own already, or changes a share.
  private func parted(_ clause: WhatIfClauseWords) -> [WhatIfClauseWords] {
    let texts = clause.words.map { $0.isQuoted ? "" : $0.text }
    guard let place = texts.firstIndex(where: { ["until", "till"].contains($0) }), place > 0 else {
      return [clause]
    }
    var before = Array(clause.words[..<place])
    // A share of a usual number has no end: "fall 20% until march" asks how far to look.
    let isShare = texts[..<place].indices.contains {
      NumberWords.read(texts, at: $0)?.isPercent ?? false
        || ["halve", "halves", "double", "doubles"].contains(texts[$0])
    }
    let time = levers.months.take(from: &before)
    if case .from(_, to: nil)? = time { return [clause] }
    guard isShare || time != nil else { return [clause] }
    return [
      WhatIfClauseWords(words: Array(clause.words[..<place])),
      WhatIfClauseWords(
        words: Array(clause.words[place...]), isJoinedToNext: clause.isJoinedToNext),
    ]
  }

  /// Puts "2 months late" that stands alone to the applications before it.
  private static func joined(_ clauses: [WhatIfClauseWords]) -> [WhatIfClauseWords] {
    let delays = Vocabulary.later.union(Vocabulary.earlier)
    let small: Set<String> = ["month", "months", "a", "by", "each", "and"]
    return clauses.reduce(into: []) { clauses, clause in
      let texts = clause.words.map(\.text)
      let isDelay =
        texts.contains(where: delays.contains)
        && texts.indices.allSatisfy {
          delays.contains(texts[$0]) || small.contains(texts[$0])
            || NumberWords.read(texts, at: $0) != nil
        }
      let isOfApplications =
        clauses.last?.words.contains {
          $0.text.hasPrefix("applic") || ["planned", "pipeline", "underway"].contains($0.text)
        } ?? false
      if isDelay, isOfApplications, let place = clauses.indices.last {
        clauses[place].words += clause.words
        clauses[place].isJoinedToNext = clause.isJoinedToNext
      } else {
        clauses.append(clause)
      }
    }
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

  /// The error that underlines a part and suggests the nearest form: one that is understood.
  private func error(_ unclear: Unclear, in tokens: [Token]) -> GrammarError {
    let word = unclear.word
    return .unclear(
      word.text, line: line, start: word.start, length: word.length,
      suggestion: corrected(unclear, tokens) ?? unclear.example.map { "\(command)\($0)" }
        ?? "\(command)joiners fall 2 a month from \(LeverReader.written(levers.next))")
  }

  /// The line with the nearest word in the place of each that is not clear; nil where that does not make
  /// it clear.
  private func corrected(_ unclear: Unclear, _ tokens: [Token]) -> String? {
    var (text, unclear) = (line, unclear)
    guard let all = try? Lexer.tokens(of: line), Array(all.suffix(tokens.count)) == tokens else {
      return nil
    }
    for _ in 0..<5 {
      let word = unclear.word
      let letters = Array(text)
      guard let nearest = unclear.nearest, word.length > 0,
        word.start + word.length <= letters.count
      else { return nil }
      text =
        String(letters[..<word.start]) + nearest + String(letters[(word.start + word.length)...])
      guard text != line, let rest = try? Lexer.tokens(of: text) else { return nil }
      do {
        let clauses = prepared(Array(rest.dropFirst(all.count - tokens.count)))
        _ = try read(clauses, depth: 0)
        return text
      } catch let next as Unclear {
        unclear = next
      } catch {
        return nil
      }
    }
    return nil
  }
}

import LookedAfter

/// Takes what a recording command records from its words: a measure, numbers, text.
struct FigureReader {
  let measures: MeasureReader
  let months: MonthReader
  let days: DayReader
  let command: Command

  /// Moves the words of a place into the arguments.
  ///
  /// - Throws: `GrammarError`.
  func take(
    _ parameter: Command.Parameter, from tokens: inout [Token], into arguments: inout Arguments
  ) throws(GrammarError) {
    switch parameter {
    case .measure, .optionalMeasure:
      try takeMeasure(
        required: parameter == .measure, from: &tokens, into: &arguments)
    case .number:
      guard let token = tokens.first else { throw missing("a number") }
      guard let number = Quantity(text: token.text) else {
        throw .notANumber(token.text, example: command.firstExample)
      }
      arguments.number = number
      tokens.removeFirst()
    case .optionalNumber:
      guard let number = tokens.first.flatMap({ Quantity(text: $0.text) }) else { return }
      arguments.number = number
      tokens.removeFirst()
    case .text(let name):
      guard !tokens.isEmpty else { throw missing("\(name.lowercased()) in quotation marks") }
      let isQuoted = tokens[0].isQuoted
      let words = isQuoted ? [tokens[0]] : tokens
      arguments.text = words.map(\.text).joined(separator: " ")
      tokens.removeFirst(words.count)
    case .optionalText:
      guard !tokens.isEmpty else { return }
      arguments.text = tokens.map(\.text).joined(separator: " ")
      tokens = []
    case .counts(let branch):
      arguments.counts = try CountsReader(measures: measures, branch: branch, command: command)
        .read(tokens)
      tokens = []
    case .day:
      let end = min(tokens.count, 3)
      for length in [3, 1] where length <= end {
        guard let day = days.read(tokens[..<length].map(\.text)) else { continue }
        arguments.day = day
        tokens.removeFirst(length)
        return
      }
      guard !tokens.isEmpty else { throw missing("a day") }
      throw .notADay(tokens[0].text, example: command.firstExample)
    default: break
    }
  }

  /// The words up to a number or a month name a measure.
  private func takeMeasure(
    required: Bool, from tokens: inout [Token], into arguments: inout Arguments
  ) throws(GrammarError) {
    let end =
      tokens.indices.first { index in
        tokens[index].isQuoted || Quantity(text: tokens[index].text) != nil
          || months.read(tokens[index...].map(\.text)) != .notAMonth
      } ?? tokens.count
    guard end > 0 else {
      if required { throw missing("a cohort or another measure") }
      return
    }
    let name = tokens[..<end].map(\.text).joined(separator: " ")
    arguments.measure = try measures.measure(name)
    tokens.removeFirst(end)
  }

  private func missing(_ what: String) -> GrammarError {
    .missing(what, command: command.name, example: command.firstExample)
  }
}

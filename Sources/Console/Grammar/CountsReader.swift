import LookedAfter

/// Reads the lines of a breakdown with their numbers: `section20 4 ico 5`.
struct CountsReader {
  let measures: MeasureReader
  let branch: MeasureID
  let command: Command

  /// The lines, in the order in which they were written.
  ///
  /// A number that belongs to a name, as in `turned 18 3`, is taken with it where another follows.
  ///
  /// - Throws: `GrammarError` for a line that there is none of, or a number that is missing.
  func read(_ tokens: [Token]) throws(GrammarError) -> [Arguments.Count] {
    var tokens = tokens[...]
    var counts: [Arguments.Count] = []
    while let first = tokens.first {
      guard let place = tokens.firstIndex(where: { Quantity(text: $0.text) != nil }),
        place > tokens.startIndex
      else {
        throw Quantity(text: first.text) == nil
          ? missing("a number after \"\(first.text)\"") : missing("a reason before \(first.text)")
      }
      var end = place
      if end + 1 < tokens.endIndex, Quantity(text: tokens[end + 1].text) != nil,
        measures.lineIfAny(words(tokens[...end]), below: branch) != nil
      {
        end += 1
      }
      guard let number = Quantity(text: tokens[end].text)?.whole, number >= 0 else {
        throw .notANumber(tokens[end].text, example: command.firstExample)
      }
      counts.append(
        .init(measure: try measures.line(words(tokens[..<end]), below: branch), number: number))
      tokens = tokens[(end + 1)...]
    }
    return counts
  }

  private func words(_ tokens: ArraySlice<Token>) -> String {
    tokens.map(\.text).joined(separator: " ")
  }

  private func missing(_ what: String) -> GrammarError {
    .missing(what, command: command.name, example: command.firstExample)
  }
}

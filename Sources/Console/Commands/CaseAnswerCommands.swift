import Documents
import LookedAfter
import Reports

/// The commands that answer from cases, or from counts where there are no cases.
enum CaseAnswerCommands {
  static let all: [Command] = [
    answer(
      "section20", summary: "children accommodated by agreement, and those without legal advice",
      examples: [("section20", "how many, and for how many advice is missing")],
      document: Answer.section20.document),
    answer(
      "kinship", summary: "children with kinship foster carers",
      examples: [("kinship", "how many, and how many before")], document: Answer.kinship.document),
    answer(
      "reunified", summary: "the three events called reunified, which are never added up",
      examples: [
        ("reunified oct 2020", "discharged, home under an order, home as proceedings end")
      ],
      document: Answer.reunified.document),
    answer(
      "permanence", summary: "median weeks from coming into care to a permanent home, by route",
      examples: [("permanence", "for those who came to one in the last twelve months")],
      document: Answer.permanence.document),
    answer(
      "cost", summary: "what looked after children cost, and what the month's movement changes",
      examples: [("cost", "the average, its whole, and which way it misleads")],
      document: CostAnswer.document),
    Command(
      "turning-18", group: .look, summary: "18th birthdays of the months ahead",
      parameters: [.phrase("[MONTH] [next N months]")],
      examples: [
        ("turning 18 next 24 months", "by month; without more, twelve months"),
        ("turning 18 nov 2020", "as seen from the end of a month"),
      ],
      run: { arguments, session in
        let (month, months) = try turning(arguments.words, session)
        let returns = try session.returnsAtHand(covering: []).map {
          (caseload: $0.caseload, key: try session.pseudonymKey())
        }
        return Reply(
          document: try TurningAnswer.document(
            session.history, month: session.month(month), months: months, returns: returns))
      }),
  ]

  /// The month and the number of months of `turning 18 nov 2020 next 24 months`.
  ///
  /// - Throws: `GrammarError.notANumber`.
  private static func turning(
    _ tokens: [Token], _ session: Session
  ) throws -> (month: Month?, months: Int) {
    var words = tokens.map(\.folded).filter { !["next", "months", "in", "the"].contains($0) }
    var month: Month?
    let reader = MonthReader(known: session.knownMonths, current: session.month)
    for length in [2, 1] where month == nil && words.count >= length && Int(words[0]) == nil {
      guard case .month(let found, length) = reader.read(Array(words.prefix(length))) else {
        continue
      }
      month = found
      words.removeFirst(length)
    }
    words.removeAll { $0 == "month" }
    guard let word = words.first else { return (month, 12) }
    guard words.count == 1, let number = Int(word), (1...120).contains(number) else {
      throw GrammarError.notANumber(
        words.joined(separator: " "), example: "turning 18 next 12 months")
    }
    return (month, number)
  }

  private static func answer(
    _ name: String, summary: String, examples: [(String, String)],
    document: @escaping @Sendable (History, Month) throws(ReportError) -> Document
  ) -> Command {
    Command(
      name, group: .look, summary: summary, parameters: [.optionalMonth], examples: examples,
      run: { arguments, session in
        Reply(document: try document(session.history, session.month(arguments.month)))
      })
  }
}

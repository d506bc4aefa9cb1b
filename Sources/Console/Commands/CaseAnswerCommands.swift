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
      parameters: [.phrase("[next N months]")],
      examples: [("turning 18 next 24 months", "by month; without more, twelve months")],
      run: { arguments, session in
        let words = arguments.words.map(\.folded).filter {
          !["next", "month", "months", "in", "the"].contains($0)
        }
        var months = 12
        if let word = words.first {
          guard words.count == 1, let number = Int(word), (1...120).contains(number) else {
            throw GrammarError.notANumber(
              words.joined(separator: " "), example: "turning 18 next 12 months")
          }
          months = number
        }
        let returns = try session.returnsAtHand(covering: []).map {
          (caseload: $0.caseload, key: try session.pseudonymKey())
        }
        return Reply(
          document: try TurningAnswer.document(
            session.history, month: session.month(nil), months: months, returns: returns))
      }),
  ]

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

import Documents
import LookedAfter
import Reports

/// The commands that look at what is recorded.
enum LookCommands {
  static let all: [Command] = [
    show,
    flows,
    answer(
      "pipeline", summary: "applications for SGO and discharge under way, by stage",
      examples: [
        ("pipeline", "the applications under way"), ("pipeline september", "a month earlier"),
      ], document: Answer.pipeline.document),
    answer(
      "applications",
      summary: "applications planned, and last month's plan",
      examples: [("applications", "planned, sent and slipped")],
      document: Answer.applications.document),
    answer(
      "proceedings", summary: "care proceedings, concluded and open, by care plan",
      examples: [("proceedings", "the proceedings of the month in view")],
      document: Answer.proceedings.document),
    answer(
      "residential", summary: "children in residential care",
      examples: [
        ("residential", "how many, who came in, who moved on, who could be fostered")
      ], document: Answer.residential.document),
    answer(
      "edge-of-care", aliases: ["edge"], summary: "what the edge of care team did",
      examples: [("edge of care", "families, children and outcomes to date")],
      document: Answer.edgeOfCare.document),
    answer(
      "matching", summary: "long-term matching and stability",
      examples: [("matching", "children matched, and the stability indicator")],
      document: Answer.longTermMatching.document),
    answer(
      "reconcile", aliases: ["checks"], summary: "what adds up in a month and what does not",
      examples: [("reconcile oct 2020", "every sum with its difference")],
      details: [
        "Nothing is changed to make figures meet: differences are shown with their numbers."
      ], document: ReconcileAnswer.document),
    Command(
      "timeline", group: .look, summary: "every total recorded, and what happened",
      examples: [("timeline", "totals with their basis, and events, oldest first")],
      run: { _, session in
        Reply(document: try TimelineAnswer.document(session.history))
      }),
  ]

  private static let flows = sentence(
    "flows", aliases: ["joiners", "leavers"], group: .look,
    form: "[MONTH] | for AUTHORITY [YEAR]",
    summary: "who became looked after and who left",
    examples: [
      ("flows oct 2020", "joiners and leavers of October 2020"),
      ("flows for kent", "those of any English authority, year by year, as published"),
    ],
    details: [
      "Flows are counted by calendar month; the number of children is of the report's day.",
      "Published flows are those of the twelve months to 31 March; each year says whether the number"
        + " really moved.",
    ]
  ) { phrase, session in
    if phrase.take("for") {
      let directory = try session.comparators()
      let place = try phrase.place(in: directory)
      try phrase.finish()
      return try PublishedYearsAnswer.document(
        .flows, of: place.area, named: place.name, upTo: place.year, in: directory)
    }
    let month = phrase.isAtEnd || phrase.takeMonthThatIsNot() ? nil : try phrase.month()
    try phrase.finish()
    return try Answer.flows.document(session.history, month: session.month(month))
  }

  private static let show = Command(
    // "sh" has always meant this; share came later.
    "show", aliases: ["status", "sh"], group: .look,
    summary: "where the children stand: the total and each cohort",
    parameters: [.optionalCohort, .optionalMonth],
    examples: [
      ("show", "the month in view"), ("show oct 2020", "October 2020"),
      ("show parents", "one cohort, by a part of its name"),
      ("show placement september", "one cohort in another month"),
    ],
    details: [
      "A month is written oct 2020, October, 2020-10, latest or last month; without one, the month"
        + " in view is meant, and without a year the newest such month that is recorded.",
      "A cohort is written by its id, its name or any part that belongs to it alone.",
    ],
    run: { arguments, session in
      let month = try session.month(arguments.month)
      if let cohort = arguments.cohort, cohort.id != .total {
        return Reply(
          document: try CohortAnswer.document(session.history, cohort: cohort, month: month))
      }
      return Reply(document: try ShowAnswer.document(session.history, month: month))
    })

  /// A command that answers for a month.
  private static func answer(
    _ name: String, aliases: [String] = [], summary: String, examples: [(String, String)],
    details: [String] = [],
    document: @escaping @Sendable (History, Month) throws(ReportError) -> Document
  ) -> Command {
    Command(
      name, aliases: aliases, group: .look, summary: summary, parameters: [.optionalMonth],
      examples: examples, details: details,
      run: { arguments, session in
        Reply(document: try document(session.history, session.month(arguments.month)))
      })
  }
}

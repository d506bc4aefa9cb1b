import Documents
import LookedAfter
import Reports
import Scenarios

/// The commands about the months to come.
enum ProjectCommands {
  static let all: [Command] = [
    Command(
      "what-if", aliases: ["whatif"], group: .ask,
      summary: "what would become of the number, and how sure that is",
      parameters: [.phrase("CHANGE, CHANGE … [until MONTH] | NAME")],
      examples: [
        ("what if grant 8 sgo in nov 2020, discharge 5 in jan 2021", "children who leave"),
        ("what if all planned applications succeed", "what is planned"),
        ("what if 10 other residential move to fostering by mar 2021", "from cohort to cohort"),
        ("what if all expected to leave leave, nobody joins", "everyone of some cohorts"),
        ("what if 2 fewer join a month from apr 2021", "as long as the answer looks ahead"),
      ],
      details: [
        "A change is of joiners (joiners fall 20% from apr 2021), leavers (2 more leave a month by sgo"
          + " from jan 2021), applications (planned applications succeed at 3 of 10, are delayed by 2"
          + " months), cohorts (10 other residential move to fostering, close section20 from apr 2021),"
          + " population (population rises 2%) or cost (a child costs £60,000).",
        "With twelve months of joiners, leavers and numbers the answer is a projection with bands; with"
          + " less it is a sum, and says so. joiners equal leavers asks for the sum in any case.",
        "A month without a year is the next of that name. \"by\" spreads evenly over the months until"
          + " then. The answer begins with how the question was understood.",
        "A name in quotation marks is a scenario that was saved. 100000 paths draws more courses, seed 7"
          + " others.",
      ],
      run: { arguments, session in
        guard !arguments.words.isEmpty else {
          throw GrammarError.missing(
            "a change", command: "what if",
            example: "what if joiners fall 2 a month from apr 2021")
        }
        let outlook = try session.outlook()
        let whatIf = try session.whatIf(arguments.words, outlook, of: "what if ")
        return Reply(document: try session.answer(whatIf, outlook))
      }),
    Command(
      "project", aliases: ["projection", "forecast"], group: .ask,
      summary: "where the number is going as things are, with its bands",
      parameters: [.phrase("[COHORT] [N months | until MONTH] [if CHANGE, CHANGE …]")],
      examples: [
        ("project 12 months", "all children and each cohort, month by month"),
        ("project until mar 2022", "as far as a month"),
        ("project ico", "one cohort"),
      ],
      details: [
        "A projection rests on the joiners and leavers of twelve months or more, and says how"
          + " projections like it would have done on the past.",
        "It is never given without its bands: four times in five, and nineteen times in twenty.",
      ],
      run: { arguments, session in
        Reply(document: try session.projection(arguments.words))
      }),
    Command(
      "reach", group: .ask, summary: "what it takes to be at or under a number by a month",
      parameters: [
        .phrase(
          "COMPARATOR|NUMBER by MONTH [with more leavers|fewer joiners|both] [at 80%] [if CHANGE …]"
        )
      ],
      examples: [
        ("reach statistical neighbours by mar 2023", "by more leavers, fewer joiners, or both"),
        ("reach 300 by mar 2022", "any number"),
      ],
      details: [
        "The effort is a number of children a month, with the chance of success; where a lever alone"
          + " cannot do it, that is said. A comparator is not a target."
      ],
      run: { arguments, session in Reply(document: try session.reach(arguments.words)) }),
    Command(
      "when", group: .ask, summary: "when the number is expected at or under the rate of others",
      parameters: [.phrase("at COMPARATOR rate [if CHANGE, CHANGE …]")],
      examples: [("when at england's rate", "the first month in which it is as likely as not")],
      run: { arguments, session in Reply(document: try session.when(arguments.words)) }),
    Command(
      "backtest", aliases: ["back-test"], group: .ask,
      summary: "how projections would have done on the past",
      parameters: [.phrase("[N months]")],
      examples: [("backtest 12 months", "errors, and how often each band held")],
      details: [
        "For each month of the past with twelve before it, the number is projected from what was known"
          + " then. Skill is against assuming no change, and printed when it is negative."
      ],
      run: { arguments, session in Reply(document: try session.backTest(arguments.words)) }),
  ]
}

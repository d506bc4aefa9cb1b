import Indicators
import LookedAfter
import Reports

/// The commands about how figures move over time.
enum TrendCommands {
  static let all: [Command] = [trend]

  private static let trend = sentence(
    "trend", group: .look, form: "MEASURE [from MONTH] [to MONTH]",
    summary: "how a figure moved, and whether that is more than ordinary variation",
    examples: [
      ("trend total", "with the band in which it is expected, and who came and left"),
      ("trend started", "with the limits of ordinary variation"),
      ("trend net from apr 2020 to oct 2020", "joiners less leavers"),
    ],
    details: [
      "Joiners, leavers and what else happens in a month have a control chart: a month outside the"
        + " limits, seven in a row on one side of the mean, seven rising or falling, and two of three"
        + " near a limit are signals.",
      "The number looked after is a stock: this month's children are mostly last month's, so those"
        + " rules would see signals that are none. It has an expected band instead, and the balance of"
        + " those who came and left.",
    ]
  ) { phrase, session in
    let measure = try phrase.series(upTo: ["from", "to"])
    let subject =
      measure.id == Measure.netChange.id ? TrendAnswer.Subject.netChange : .measure(measure)
    let first = phrase.take("from") ? try phrase.month() : nil
    let last = phrase.take("to") ? try phrase.month() : nil
    try phrase.finish()
    if let first, let last, first > last { throw ReportError.monthsOutOfOrder(first, last) }
    return try TrendAnswer.document(subject, from: first, to: last, of: session.history)
  }
}

import Indicators
import LookedAfter
import Reports

/// The commands about how figures move over time.
enum TrendCommands {
  static let all: [Command] = [trend]

  private static let trend = sentence(
    "trend", group: .look, form: "MEASURE [from MONTH] [to MONTH] | MEASURE for AUTHORITY [YEAR]",
    summary: "how a figure moved, and whether that is more than ordinary variation",
    examples: [
      ("trend total", "with the band in which it is expected, and who came and left"),
      ("trend started", "with the limits of ordinary variation"),
      ("trend net from apr 2020 to oct 2020", "joiners less leavers"),
      ("trend rate", "the rate per 10,000, with the same band"),
      ("trend started for kent", "of any English authority, year by year, as published"),
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
    if let subject = publishedSubject(&phrase) {
      let directory = try session.comparators()
      let place = try phrase.place(in: directory)
      try phrase.finish()
      return try PublishedYearsAnswer.document(
        subject, of: place.area, named: place.name, upTo: place.year, in: directory)
    }
    if phrase.take("rate") {
      let (first, last) = try months(&phrase)
      return try RateTrend.document(from: first, to: last, of: session.history)
    }
    let measure = try phrase.series(upTo: ["from", "to"])
    let subject =
      measure.id == Measure.netChange.id ? TrendAnswer.Subject.netChange : .measure(measure)
    let (first, last) = try months(&phrase)
    return try TrendAnswer.document(subject, from: first, to: last, of: session.history)
  }

  /// The months after "from" and "to".
  private static func months(_ phrase: inout Phrase) throws -> (first: Month?, last: Month?) {
    let first = phrase.take("from") ? try phrase.month() : nil
    let last = phrase.take("to") ? try phrase.month() : nil
    try phrase.finish()
    if let first, let last, first > last { throw ReportError.monthsOutOfOrder(first, last) }
    return (first, last)
  }

  /// What is charted of a place whose figures are published: `started for`, with these words taken.
  private static func publishedSubject(_ phrase: inout Phrase) -> PublishedYearsAnswer.Subject? {
    let names: [(String, PublishedYearsAnswer.Subject)] =
      PublishedYearsAnswer.Subject.allCases.map { ($0.rawValue, $0) }
      + [("joiners", .started), ("leavers", .ceased), ("children", .total)]
    for (name, subject) in names where phrase.take(name, "for") { return subject }
    return nil
  }
}

import Documents
import Indicators
import LookedAfter
import Scenarios

/// How projections would have done in the past.
public enum BackTestAnswer {
  /// Every horizon with its errors, coverage and scores.
  public static func document(
    _ test: BackTest, _ flows: MonthlyFlows, of history: History
  ) -> Document {
    var section = Section(heading: "")
    guard let farthest = test.rows.last else {
      section.say(Self.line(test, months: 12))
      return Document(
        answer: section, title: "Projections tested on the past", asAt: flows.last.lastDay)
    }
    section.say(
      "For each month of the past with twelve before it, the number was projected from what was known"
        + " then, and set beside what came.",
      test.isChildLevel
        ? "Each projection followed the children one by one, as the projections of now do; applications"
          + " planned or under way are not in it, for what was planned then is not known." : "",
      line(test, months: farthest.horizon))
    section.blocks.append(.table(table(test)))
    for row in test.rows { section.say(sentence(row)) }
    section.say(
      "Projections of successive months overlap, so that they are no independent trials; the CRPS and"
        + " the interval score are in children, and smaller is better.")
    return Document(
      answer: section, title: "Projections tested on the past, up to \(flows.last.inWords)",
      asAt: flows.last.lastDay)
  }

  /// A back-test in one sentence: the farthest horizon that is no farther than so many months.
  public static func line(_ test: BackTest, months: Int) -> String {
    guard let row = test.rows.last(where: { $0.horizon <= max(months, 1) }) ?? test.rows.first
    else { return "It cannot be tested on the past yet: that takes more than twelve months." }
    let held = BandSentences.rounded(row.coverage95 * Double(row.count))
    let ahead = Prose.count(row.horizon, "month", "months")
    let mean = Prose.decimal(row.meanAbsoluteError, 1)
    let way = test.isChildLevel ? ", child by child" : ""
    return
      "Tested on the past\(way): of \(Prose.count(row.count, "projection", "projections")) \(ahead)"
      + " ahead, the band of nineteen in twenty held \(Prose.number(held)); they missed by \(mean)"
      + " children on average, and did \(skill(row.skill)) assuming no change."
  }

  private static func sentence(_ row: BackTest.Row) -> String {
    let range =
      "\(Prose.percent(row.range95.lowerBound)) to \(Prose.percent(row.range95.upperBound))"
    return
      "\(Prose.sentence(Prose.count(row.horizon, "month", "months")).dropLast()) ahead: the band"
      + " of nineteen in twenty held \(Prose.percent(row.coverage95)) (as many projections that hold"
      + " exactly 95% would show \(range)), the band of four in five \(Prose.percent(row.coverage80));"
      + " they did \(skill(row.skill)) assuming no change, and \(skill(row.skillAgainstDrift)) letting"
      + " last year's change go on."
  }

  /// What a skill means: `12% better than`.
  private static func skill(_ skill: Double) -> String {
    let share = BandSentences.rounded(skill * 100)
    if share == 0 { return "as well as" }
    return "\(abs(share))% \(share > 0 ? "better" : "worse") than"
  }

  private static func table(_ test: BackTest) -> Table {
    let explanation = Explanation(
      "back-test of the projection",
      formula: "skill = 1 − CRPS / CRPS of no change",
      results: test.rows.map {
        .init("\($0.horizon) months ahead, skill", Prose.decimal($0.skill, 3))
      }, changes: ["Every month that is recorded adds a projection that can be checked."])
    func cell(_ value: Double, _ shown: String) -> Cell {
      Cell.real(value, decimals: 6, display: shown).explained(explanation)
    }
    return Table(
      id: "backtest", caption: "Projections of the past beside what came",
      columns: [
        Column(id: "horizon", title: "Months ahead", kind: .number),
        Column(id: "n", title: "Projections", kind: .number),
        Column(id: "mae", title: "Mean miss", kind: .number),
        Column(id: "coverage80", title: "Held by 80% band", kind: .number),
        Column(id: "coverage95", title: "Held by 95% band", kind: .number),
        Column(id: "crps", title: "CRPS", kind: .number),
        Column(id: "interval_score", title: "Interval score", kind: .number),
        Column(id: "skill", title: "Skill", kind: .number),
      ],
      rows: test.rows.map { row in
        Row([
          .integer(row.horizon), .integer(row.count),
          cell(row.meanAbsoluteError, Prose.decimal(row.meanAbsoluteError, 1)),
          cell(row.coverage80, Prose.percent(row.coverage80)),
          cell(row.coverage95, Prose.percent(row.coverage95)),
          cell(row.crps, Prose.decimal(row.crps, 2)),
          cell(row.intervalScore, Prose.decimal(row.intervalScore, 1)),
          cell(row.skill, Prose.decimal(row.skill, 2)),
        ])
      })
  }
}

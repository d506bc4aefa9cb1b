import Comparators
import Documents
import Indicators
import LookedAfter

/// Whether the rate of one place is told apart from that of another, both moved by chance.
public enum TwoRatesAnswer {
  /// The answer, yes or no, with the ratio of the two rates and how sure it is.
  ///
  /// - Parameters:
  ///   - first: the children of the first place, and its population.
  ///   - question: what was asked of the first.
  ///   - second: the same of the second.
  /// - Throws: `ReportError.notARate` when either has no rate.
  public static func document(
    _ first: (children: Int, population: Int), _ question: HigherAnswer.Question,
    than second: (children: Int, population: Int)
  ) throws(ReportError) -> Document {
    try document(rate(first), question, than: rate(second), named: nil)
  }

  /// The same against the published figure of a place; nil where it has no number or no population.
  ///
  /// - Parameters:
  ///   - first: the children of the first place, and its population.
  ///   - question: what was asked of the first.
  ///   - figure: what is published of the second.
  ///   - name: the second's name.
  ///   - basis: what its rate rests on.
  ///   - ours: the recorded estimate that the first population is; nil where it is none.
  /// - Throws: `ReportError.notARate` when the first has no rate.
  public static func document(
    _ first: (children: Int, population: Int), _ question: HigherAnswer.Question,
    than figure: PublishedFigure, named name: String, on basis: PublishedBasis? = nil,
    ours: Population? = nil
  ) throws(ReportError) -> Document? {
    guard let second = figure.ratePer10000 else { return nil }
    return try document(
      rate(first), question, than: second, named: "\(name), 31 March \(figure.year)",
      cautions: basis?.cautions(on: ours) ?? [])
  }

  private static func document(
    _ left: RatePer10000, _ question: HigherAnswer.Question, than right: RatePer10000,
    named name: String?, cautions: [String] = []
  ) throws(ReportError) -> Document {
    var section = Section(heading: "")
    guard let two = TwoRates(left, right) else {
      throw .notARate(children: 0, population: left.population)
    }
    let isOnThatSide = question == .higher ? two.ratio > 1 : two.ratio < 1
    section.say(
      two.differ && isOnThatSide ? "Yes." : "No.",
      "\(words(left)) against \(words(right))\(name.map { " (\($0))" } ?? ""):"
        + " \(Prose.decimal(two.ratio, 2)) times the rate (\(Prose.decimal(two.lowerRatio, 2)) to"
        + " \(Prose.decimal(two.upperRatio, 2))).",
      "Two such places with the same rate would be as far apart by chance \(Prose.chance(two.p))"
        + (two.differ ? "." : ", so they are not told apart."))
    section.say(cautions.joined(separator: " "))
    section.say(
      "The test is for two places with different children. For two dates of one place, most of whose"
        + " children are the same, those who came in and who left tell: change total since feb 2020."
    )
    section.blocks.append(.table(table(two)))
    section.cite(right.countProvenance)
    return Document(
      answer: section,
      title: "Is \(figures(left)) \(question.rawValue) than \(name ?? figures(right))?", asAt: nil)
  }

  private static func figures(_ rate: RatePer10000) -> String {
    "\(Prose.figures(rate.children)) of \(Prose.figures(rate.population))"
  }

  private static func rate(
    _ place: (children: Int, population: Int)
  ) throws(ReportError) -> RatePer10000 {
    guard let rate = RatePer10000(children: place.children, population: place.population) else {
      throw .notARate(children: place.children, population: place.population)
    }
    return rate
  }

  private static func words(_ rate: RatePer10000) -> String {
    "\(figures(rate)) are \(Prose.rate(rate)) per 10,000"
  }

  private static func table(_ two: TwoRates) -> Table {
    let explanation = Explanation(
      two.working, changes: ["Other numbers in the command."])
    let overlap = Explanation(
      "whether the two intervals have a value in common",
      formula: "each rate's own interval at 95%, as public health profiles go by",
      results: [.init("overlap", two.intervalsOverlap ? "yes" : "no")],
      cautions: ["It is stricter than it seems: use the chance beside it."])
    let ratio = { (value: Double) in
      Cell.real(value.isFinite ? value : nil, decimals: 6, display: Prose.decimal(value, 2))
        .explained(explanation)
    }
    return Table(
      id: "two-rates", caption: "The first rate against the second",
      columns: [
        Column(id: "rate", title: "First rate", kind: .number),
        Column(id: "other_rate", title: "Second rate", kind: .number),
        Column(id: "ratio", title: "Ratio", kind: .number),
        Column(id: "lower", title: "From (95%)", kind: .number),
        Column(id: "upper", title: "To (95%)", kind: .number),
        Column(id: "p", title: "Chance", kind: .number),
        Column(id: "overlap", title: "Intervals overlap", kind: .label),
      ],
      rows: [
        Row([
          Cell.rate(two.first.value).explained(Explanation(two.first.working)),
          Cell.rate(two.second.value).explained(Explanation(two.second.working)),
          ratio(two.ratio), ratio(two.lowerRatio), ratio(two.upperRatio),
          Cell.probability(two.p).explained(explanation),
          Cell.flag(two.intervalsOverlap).explained(overlap),
        ])
      ])
  }
}

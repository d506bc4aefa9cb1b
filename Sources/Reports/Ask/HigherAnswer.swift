import Documents
import Indicators
import LookedAfter

/// Whether a rate is told apart from another, taken as fixed.
public enum HigherAnswer {
  /// What was asked about.
  public enum Question: String, Sendable {
    /// Whether a rate is higher than another, or lower.
    case higher, lower
  }

  /// The answer, yes or no, with how sure it is.
  ///
  /// - Throws: `ReportError.notARate` when there is no rate.
  public static func document(
    _ children: Int, of population: Int, _ question: Question, than comparator: Quantity
  ) throws(ReportError) -> Document {
    try document(children, of: population, question, than: comparator, of: nil)
  }

  /// The same against the rate of a comparator, with where it is from.
  ///
  /// - Parameters:
  ///   - children: the children of the rate.
  ///   - population: the population of the rate.
  ///   - question: what was asked.
  ///   - comparator: what is compared with.
  ///   - basis: what its rate rests on, where it is a published one.
  ///   - ours: the recorded estimate that the population is; nil where it is none.
  /// - Throws: `ReportError.notARate` when there is no rate.
  public static func document(
    _ children: Int, of population: Int, _ question: Question, than comparator: Comparator,
    on basis: PublishedBasis? = nil, ours: Population? = nil
  ) throws(ReportError) -> Document {
    try document(
      children, of: population, question, than: comparator.rate.value, of: comparator,
      cautions: basis?.cautions(on: ours) ?? [])
  }

  private static func document(
    _ children: Int, of population: Int, _ question: Question, than comparator: Quantity,
    of other: Comparator?, cautions: [String] = []
  ) throws(ReportError) -> Document {
    guard let rate = RatePer10000(children: children, population: population),
      let chance = ExactPoissonTest(rate, comparator: comparator),
      let needed = ChildrenNeeded(rate: comparator, population: population)
    else { throw .notARate(children: children, population: population) }
    let interval = RateInterval(rate)
    let outer = RateInterval(rate, confidence: .ninetyNinePointEight)
    let test = ComparatorTest(rate, comparator: comparator, outer: .ninetyNinePointEight)
    let isSo =
      question == .higher
      ? [.higher, .muchHigher].contains(test.outcome) : [.lower, .muchLower].contains(test.outcome)
    var section = Section(heading: "")
    section.say(
      isSo ? "Yes." : "No.",
      "\(Prose.figures(children)) of \(Prose.figures(population)) are"
        + " \(Prose.rate(rate)) per 10,000 (\(Prose.rate(interval.lower)) to"
        + " \(Prose.rate(interval.upper))), \(test.outcome.words(than: comparator)).",
      "A count at least this far from the \(Prose.decimal(chance.expected, 1)) that the rate would"
        + " give comes by chance \(Prose.chance(chance.p)).")
    if let other {
      section.say(
        "\(Prose.decimal(comparator)) is the rate of \(other.nameInSentence), \(other.dataYear).")
      section.cite(other.rate.provenance)
    }
    section.say(cautions.joined(separator: " "))
    section.say("The other rate is taken as fixed, and the number at it is no target.")
    let explanation = Explanation(chance.working)
    let atRate = Explanation(
      "children at the other rate", formula: "needed = rate × population / 10,000, whole children",
      inputs: [
        .init("rate, at one decimal", Prose.decimal(needed.rate)),
        .init("population", Prose.figures(population)), .init("children", Prose.figures(children)),
      ],
      results: [
        .init("needed", Prose.figures(needed.number)),
        .init("difference", Prose.signed(needed.gap(of: children))),
      ], cautions: [Caution.comparatorIsNoTarget.sentence])
    let told = Explanation(
      "outcome against the other rate",
      formula: "higher when the lower limit is above the other rate, lower when the upper limit is"
        + " below it, else similar; much, when that holds at 99.8% too",
      inputs: [.init("other rate, taken as fixed", Prose.decimal(comparator))],
      results: [
        .init("limits at 95%", Self.limits(interval)), .init("limits at 99.8%", Self.limits(outer)),
        .init("outcome", test.outcome.name),
      ])
    section.blocks.append(
      .table(
        Table(
          id: "comparison", caption: "The rate against \(Prose.decimal(comparator)) per 10,000",
          columns: [
            Column(id: "count", title: "Children", kind: .key),
            Column(id: "population", title: "Population 0 to 17", kind: .key),
            Column(id: "rate", title: "Rate per 10,000", kind: .number),
            Column(id: "lower", title: "From (95%)", kind: .number),
            Column(id: "upper", title: "To (95%)", kind: .number),
            Column(id: "outer_lower", title: "From (99.8%)", kind: .key),
            Column(id: "outer_upper", title: "To (99.8%)", kind: .key),
            Column(id: "comparator", title: "Against", kind: .number),
            Column(id: "outcome", title: "Outcome", kind: .label),
            Column(id: "p", title: "Chance", kind: .number),
            Column(id: "needed", title: "Children at that rate", kind: .number),
            Column(id: "gap", title: "Difference", kind: .number),
          ],
          rows: [
            Row([
              .given(children, "children"), .given(population, "population aged 0 to 17"),
              Cell.rate(interval.value).explained(Explanation(rate.working)),
              Cell.rate(interval.lower).explained(Explanation(interval.working)),
              Cell.rate(interval.upper).explained(Explanation(interval.working)),
              Cell.rate(outer.lower).explained(Explanation(outer.working)),
              Cell.rate(outer.upper).explained(Explanation(outer.working)),
              Cell.decimal(mantissa: comparator.mantissa, decimals: comparator.decimals)
                .explained(
                  other.map {
                    Explanation(
                      recorded: Prose.decimal(comparator), $0.rate.provenance,
                      as: "Rate of \($0.nameInSentence)", of: $0.dataYear)
                  } ?? Explanation(given: "rate to compare with", Prose.decimal(comparator))),
              Cell(.text(test.outcome.name)).explained(told),
              Cell.probability(chance.p).explained(explanation),
              Cell.integer(needed.number).explained(atRate),
              Cell.change(needed.gap(of: children)).explained(atRate),
            ])
          ])))
    return Document(
      answer: section,
      title: "Is \(Prose.figures(children)) of \(Prose.figures(population)) \(question.rawValue)"
        + " than \(other?.nameInSentence ?? Prose.decimal(comparator))?", asAt: nil)
  }

  private static func limits(_ interval: RateInterval) -> String {
    "\(Prose.decimal(interval.lower, 4)) to \(Prose.decimal(interval.upper, 4))"
  }
}

extension ComparatorTest.Outcome {
  /// The outcome for machines and in a cell: `higher`, `much lower`.
  var name: String {
    switch self {
    case .muchLower: "much lower"
    case .lower: "lower"
    case .similar: "similar"
    case .higher: "higher"
    case .muchHigher: "much higher"
    }
  }

  /// The outcome in a sentence about a rate.
  fileprivate func words(than comparator: Quantity) -> String {
    let value = Prose.decimal(comparator)
    return switch self {
    case .muchLower: "lower than \(value), also at 99.8%"
    case .lower: "lower than \(value) at 95%, not told apart from it at 99.8%"
    case .similar: "similar to \(value): the two are not told apart"
    case .higher: "higher than \(value) at 95%, not told apart from it at 99.8%"
    case .muchHigher: "higher than \(value), also at 99.8%"
    }
  }
}

extension Cell {
  /// A probability: fifteen decimals for machines, words of magnitude for people.
  ///
  /// - Parameter least: what people read below 0.001.
  static func probability(_ p: Double?, least: String = "less than 0.001") -> Cell {
    guard let p, p.isFinite else { return .missing }
    return .real(
      p, decimals: 15,
      display: p < 0.001 ? least : Prose.decimal(p, p < 0.01 ? 4 : 3))
  }
}

import Documents
import Indicators
import LookedAfter

/// The rate of a number of children, with the limits of chance.
public enum RateAnswer {
  /// The rate of a number on a population that is given.
  ///
  /// - Throws: `ReportError.notARate` when there is none.
  public static func document(
    _ children: Int, of population: Int, confidence: Confidence
  ) throws(ReportError) -> Document {
    guard let rate = RatePer10000(children: children, population: population) else {
      throw .notARate(children: children, population: population)
    }
    return document(rate, confidence: confidence)
  }

  /// The rate of a number on the population that a month is measured with.
  ///
  /// - Throws: `ReportError` when none is recorded, or there is no rate.
  public static func document(
    _ children: Int, _ history: History, month: Month, confidence: Confidence
  ) throws(ReportError) -> Document {
    guard let population = history.population(for: month) else { throw .noPopulation(month) }
    guard let rate = RatePer10000(children: children, population: population) else {
      throw .notARate(children: children, population: population.number.value)
    }
    return document(rate, confidence: confidence)
  }

  private static func document(_ rate: RatePer10000, confidence: Confidence) -> Document {
    let interval = RateInterval(rate, confidence: confidence)
    var section = Section(heading: "")
    let of = rate.estimate.map { " (\($0.inWords))" } ?? ""
    section.say(
      "\(Prose.childrenInFigures(rate.children)) of \(Prose.figures(rate.population)) aged 0 to 17"
        + "\(of) \(rate.children == 1 ? "is" : "are") \(Prose.rate(rate)) per 10,000.",
      "A place like this would be between about \(Prose.rate(interval.lower)) and"
        + " \(Prose.rate(interval.upper)) by chance alone (\(Prose.percent(confidence))).")
    section.blocks.append(.table(table(interval)))
    for caution in rate.cautions { section.say(caution.sentence) }
    section.cite(rate.estimate?.number.provenance)
    return Document(
      answer: section, title: "Rate of \(Prose.childrenInFigures(rate.children))", asAt: nil)
  }

  private static func population(_ rate: RatePer10000) -> Cell {
    rate.estimate.map { .recorded($0.number, "Population aged 0 to 17", $0.inWords) }
      ?? .given(rate.population, "population aged 0 to 17")
  }

  private static func table(_ interval: RateInterval) -> Table {
    let explanation = Explanation(interval.working)
    return Table(
      id: "rate", caption: "Looked after children per 10,000 aged 0 to 17",
      columns: [
        Column(id: "count", title: "Children", kind: .number),
        Column(id: "population", title: "Population 0 to 17", kind: .number),
        Column(id: "rate", title: "Rate per 10,000", kind: .number),
        Column(id: "lower", title: "From", kind: .number),
        Column(id: "upper", title: "To", kind: .number),
        Column(id: "confidence", title: "Confidence", kind: .number),
        Column(id: "method", title: "Method", kind: .label),
      ],
      rows: [
        Row([
          .given(interval.rate.children, "children"), population(interval.rate),
          Cell.rate(interval.value).explained(Explanation(interval.rate.working)),
          Cell.rate(interval.lower).explained(explanation),
          Cell.rate(interval.upper).explained(explanation),
          .confidence(interval.confidence),
          Cell(.text(interval.method.rawValue)).explained(explanation),
        ])
      ])
  }
}

extension Cell {
  /// A rate: six decimals for machines, one for people.
  static func rate(_ rate: Double) -> Cell {
    .real(rate, decimals: 6, display: Prose.decimal(rate, 1))
  }
}

import Comparators
import Documents
import Indicators
import LookedAfter

/// What is published of a place year by year: who started and ceased to be looked after, and the
/// children on 31 March, by the newest publication of each year.
struct PublishedYears {
  /// A year, ending on its 31 March.
  struct Year {
    let year: Int
    let started: PublishedFigure?
    let ceased: PublishedFigure?
    let lookedAfter: PublishedFigure?
    /// The children on 31 March of the year before; nil where that is not known.
    let before: PublishedFigure?

    /// Those who came in against those who left, by the spread that is usual for yearly figures; nil
    /// where either is not printed.
    var balance: FlowBalance? {
      guard let started, let ceased, let came = started.count.value, let left = ceased.count.value
      else { return nil }
      return FlowBalance(started: came, ceased: left, months: 12, spread: .yearly)?
        .citing(started: Provenance(published: started), ceased: Provenance(published: ceased))
    }

    /// How the number of children changed in the year; nil where it is not known at both ends.
    var change: Int? {
      guard let now = lookedAfter?.count.value, let then = before?.count.value else { return nil }
      return now - then
    }

    /// The figure of a measure.
    func figure(_ measure: PublishedMeasure) -> PublishedFigure? {
      switch measure {
      case .lookedAfter: lookedAfter
      case .started: started
      case .ceased: ceased
      }
    }
  }

  /// The name of the place as it stands in a sentence.
  let name: String

  /// The years for which any of the three is printed, earliest first.
  let years: [Year]

  /// The published years of an area.
  ///
  /// - Parameters:
  ///   - first: the first year; nil for the first that is published.
  ///   - last: the last year.
  /// - Throws: when the shipped figures cannot be read.
  init(
    of area: Area, named name: String, from first: Int? = nil, upTo last: Int,
    in directory: ComparatorDirectory
  ) throws {
    self.name = name
    var years: [Year] = []
    var before: PublishedFigure?
    let first = first ?? directory.years.first ?? last
    for year in directory.years where (first - 1...max(first, last)).contains(year) {
      let figure = { (measure: PublishedMeasure) in
        try directory.figure(of: area, measure, year: year, edition: .newest).figure
      }
      let each = Year(
        year: year, started: try figure(.started), ceased: try figure(.ceased),
        lookedAfter: try figure(.lookedAfter), before: before)
      before = each.lookedAfter
      if year >= first, each.started != nil || each.ceased != nil || each.lookedAfter != nil {
        years.append(each)
      }
    }
    self.years = years
  }

  /// What a year's children and flows say in a sentence: `In the twelve months to 31 March 2025, 68
  /// came in and 111 left. A fall this size would be unusual by chance.`
  static func sentence(_ year: Year) -> String {
    let when = "31 March \(year.year)"
    guard let balance = year.balance else {
      let missing = [("who came in", year.started), ("who left", year.ceased)].filter {
        $0.1?.count.value == nil
      }.map { "\($0.0) \($0.1?.count.reason?.inWords ?? "is not printed")" }
      return "In the twelve months to \(when), \(Prose.list(missing)), so whether the number really"
        + " moved cannot be said."
    }
    guard balance.events > 0 else {
      return "In the twelve months to \(when), nobody came in or left."
    }
    let flows =
      "In the twelve months to \(when), \(Prose.figures(balance.started)) came in and"
      + " \(Prose.figures(balance.ceased)) left"
    guard StockTrendSentences.evidence(balance, year.change) != nil else {
      return
        "\(flows): they do not explain how the number changed, so whether it really moved cannot"
        + " be said from them."
    }
    return "\(flows). \(Sentences.certainty(of: balance))"
  }
}

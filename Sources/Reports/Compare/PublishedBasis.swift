import Comparators
import Indicators
import LookedAfter

/// The year and the population that the published rate of a place rests on.
public struct PublishedBasis: Sendable {
  /// The place.
  let name: String
  /// The year: 2025 stands for 31 March 2025.
  let year: Int
  /// The year of the population estimate.
  let midYear: Int
  /// The edition of the population estimate.
  let edition: String
  /// The years of which figures are kept.
  private let years: [Int]

  /// What the newest figure of a place for a year rests on.
  ///
  /// - Throws: `ReportError.noPublishedFigures` when there is none, or when the shipped figures cannot
  ///   be read.
  public init(
    of area: Area, named name: String, year: Int, in directory: ComparatorDirectory
  ) throws {
    guard let figure = try directory.figure(of: area, year: year, edition: .newest).figure else {
      throw ReportError.noPublishedFigures(year: year, known: directory.years)
    }
    // A publication does not name the edition of its estimates; the numbers tell it.
    let estimate = try directory.populationEstimates(of: area).last {
      $0.midYear == figure.populationMidYear && $0.population == figure.population.value
    }
    self.name = name
    self.year = year
    midYear = figure.populationMidYear
    edition =
      estimate?.edition.name ?? "as printed with \(figure.publication.source.shortTitle)"
    years = directory.years
  }

  /// The day in words: `31 March 2025`.
  var day: String { "31 March \(year)" }

  private var population: String { "mid-\(midYear) estimate, \(edition)" }

  /// That a month's rate is of another year, or on a population of another edition.
  func cautions(beside month: Month, on ours: Population?) -> [String] {
    let sentences = Self.cautions(beside: month, year: year, "that of \(name) of \(day)")
    let nearest = month.month >= 3 ? month.year : month.year - 1
    let isThere = !sentences.isEmpty && nearest != year && years.contains(nearest)
    return sentences + differences(from: ours)
      + (isThere ? ["Nearer in time: needed for \(name.lowercased()) \(nearest)"] : [])
  }

  /// What has to be kept in mind beside a rate whose date is not known.
  ///
  /// - Parameter ours: the recorded estimate that the rate rests on; nil where it is none.
  func cautions(on ours: Population?) -> [String] {
    let basis = "The rate of \(name) is of \(day) and rests on the \(population)."
    guard let ours else { return [basis + " Only a rate of that year and edition is like it."] }
    let years =
      ours.midYear == midYear
      ? [] : ["The populations are of different years: mid-\(ours.midYear) and mid-\(midYear)."]
    return [basis] + years + differences(from: ours)
  }

  private func differences(from ours: Population?) -> [String] {
    guard let ours, ours.edition != edition else { return [] }
    return [Caution.editionsDiffer("ours: \(ours.inWords)", "\(name): \(population)").sentence]
  }

  /// That a month lies outside the financial year that ends on 31 March of a year.
  static func cautions(beside month: Month, year: Int, _ other: String) -> [String] {
    let ends = month.month >= 4 ? month.year + 1 : month.year
    guard ends != year else { return [] }
    return [Caution.yearsDiffer("ours of \(month.inWords)", other).sentence]
  }
}

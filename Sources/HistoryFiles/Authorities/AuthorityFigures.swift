import Comparators
import LookedAfter

/// What a history of an authority begins with: population estimates and comparators.
public struct AuthorityFigures {
  private let directory: ComparatorDirectory

  /// Takes the figures from what is published of every authority.
  public init(directory: ComparatorDirectory) { self.directory = directory }

  /// The figures that come with the program.
  ///
  /// - Throws: `ShippedDataError` when a file is not there, `CSVError` when it cannot be read.
  public static func shipped() throws -> AuthorityFigures {
    AuthorityFigures(directory: try ComparatorDirectory.shipped())
  }

  /// The population estimates of an authority, under the June of each year, and the rates of its
  /// comparators, under the March of each year.
  ///
  /// A figure counts as recorded from the end of the month in which it was first published, so that
  /// one can look back to what was known on a day.
  ///
  /// - Throws: as `shipped()`.
  public func observations(of authority: EnglishAuthority) throws -> [Observation] {
    try populations(of: authority)
      + AuthorityComparators(authority: authority, directory: directory).observations()
  }

  private func populations(of authority: EnglishAuthority) throws -> [Observation] {
    let area = Area.authority(authority.code)
    let kept = try directory.populationEstimates(of: area)
    let last = kept.map(\.midYear).max() ?? .min
    // A publication that was imported may print estimates for years that no edition reaches.
    let printed = try directory.printedPopulations(of: area).filter { $0.midYear > last }
    return (kept + printed).compactMap { estimate in
      Month(year: estimate.midYear, month: 6).map { june in
        Observation(
          measure: "population", period: .month(june), detail: estimate.edition.name,
          value: Quantity(mantissa: estimate.population),
          provenance: Provenance(
            source: estimate.edition.publication.source,
            recordedAt: estimate.edition.publication.recordedAt))
      }
    }
  }
}

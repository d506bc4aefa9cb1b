import LookedAfter

/// What is published of every English authority: population estimates and comparators.
public struct AuthorityFigures {
  private let estimates: PopulationEstimates
  private let rates: PublishedRates
  private let models: NeighbourModels

  /// The figures that come with the program, read once for as many authorities as are wanted.
  ///
  /// - Throws: `ShippedDataError` or `FileError` when a file is not there, `CSVError` when one of
  ///   them cannot be read.
  public static func shipped() throws -> AuthorityFigures {
    func file(_ name: String) throws -> HistoryFolder.File {
      try .shipped("authorities/\(name).csv")
    }
    let listed = try file("sources")
    let sources = try SourceFile(bytes: listed.bytes, file: listed.name)
    return AuthorityFigures(
      estimates: try PopulationEstimates(
        estimates: file("population"), editions: file("editions"), sources: sources),
      rates: try PublishedRates(file: file("rates"), sources: sources),
      models: try NeighbourModels(
        neighbours: file("neighbours"), models: file("models"), sources: sources))
  }

  /// The population estimates of an authority, under the June of each year, and the rates of its
  /// comparators, under the March of each year.
  ///
  /// A figure counts as recorded from the end of the month in which it was published, so that one
  /// can look back to what was known on a day.
  public func observations(of authority: EnglishAuthority) -> [Observation] {
    estimates.observations(of: authority.code)
      + AuthorityComparators(authority: authority, rates: rates, models: models).observations
  }
}

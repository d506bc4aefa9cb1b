import CSV
import LookedAfter

/// An edition of the population estimates: all estimates of one publication.
public struct PopulationEdition: Hashable, Sendable {
  /// How it is told from others: `rebased to the 2021 census, published 2025`.
  public let name: String

  /// The publication.
  public let publication: Publication
}

/// An estimate of the children aged 0 to 17 of a place in the middle of a year.
public struct PopulationEstimate: Hashable, Sendable {
  /// The year: 2018 for 30 June 2018.
  public let midYear: Int

  /// The edition. Those of different editions do not make a series.
  public let edition: PopulationEdition

  /// Children aged 0 to 17.
  public let population: Int
}

/// Reads the population estimates of one place.
enum PopulationEstimates {
  /// The estimates of a place, edition after edition, each with its years in order.
  static func estimates(
    of area: Area, publications: PublicationList
  ) throws -> [PopulationEstimate] {
    let editions = try editions(publications: publications)
    let table = try ShippedTable.records(
      of: area.key, in: "population", columns: ["area", "mid_year", "edition", "population"])
    var estimates: [PopulationEstimate] = []
    for record in table.records {
      guard let year = try table.year("mid_year", of: record) else {
        throw table.error("the year is blank", at: "mid_year", of: record)
      }
      guard let population = table.whole("population", of: record) else {
        throw table.error("the population is not a number", at: "population", of: record)
      }
      let name = try table.required("edition", of: record)
      guard let edition = editions[name] else {
        throw table.error("there is no edition \"\(name)\"", at: "edition", of: record)
      }
      estimates.append(
        PopulationEstimate(midYear: year, edition: edition, population: population))
    }
    return estimates
  }

  private static func editions(
    publications: PublicationList
  ) throws -> [String: PopulationEdition] {
    let table = try ShippedTable.whole("editions", columns: ["edition", "name", "source"])
    var editions: [String: PopulationEdition] = [:]
    for record in table.records {
      editions[try table.required("edition", of: record)] = PopulationEdition(
        name: try table.required("name", of: record),
        publication: try table.publication("source", of: record, among: publications))
    }
    return editions
  }
}

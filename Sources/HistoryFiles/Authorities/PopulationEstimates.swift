import CSV
import LookedAfter

/// Estimates of the children aged 0 to 17 in each authority, in every edition that is shipped.
struct PopulationEstimates {
  /// An edition: all estimates of one publication.
  private struct Edition {
    let name: String
    let source: SourceFile.Entry
  }

  private let observationsByCode: [String: [Observation]]

  /// Reads `code,mid_year,edition,population` and, for the editions, `edition,name,source`.
  ///
  /// - Throws: `CSVError` with file, line and column.
  init(
    estimates: HistoryFolder.File, editions: HistoryFolder.File, sources: SourceFile
  ) throws(CSVError) {
    let listed = try CSVTable(
      bytes: editions.bytes, file: editions.name, required: ["edition", "name", "source"],
      known: [])
    var found: [String: Edition] = [:]
    for record in listed.records {
      found[try listed.required("edition", of: record)] = Edition(
        name: try listed.required("name", of: record),
        source: try sources.entry("source", of: record, in: listed))
    }
    let table = try CSVTable(
      bytes: estimates.bytes, file: estimates.name,
      required: ["code", "mid_year", "edition", "population"], known: [])
    var observations: [String: [Observation]] = [:]
    for record in table.records {
      guard let year = table.whole("mid_year", of: record), let june = Month(year: year, month: 6)
      else { throw table.error("the year is not a year", at: "mid_year", of: record) }
      guard let population = table.whole("population", of: record) else {
        throw table.error("the population is not a number", at: "population", of: record)
      }
      let name = try table.required("edition", of: record)
      guard let edition = found[name] else {
        throw table.error("there is no edition \"\(name)\"", at: "edition", of: record)
      }
      observations[try table.required("code", of: record), default: []].append(
        Observation(
          measure: "population", period: .month(june), detail: edition.name,
          value: Quantity(mantissa: population),
          provenance: Provenance(
            source: edition.source.source, recordedAt: edition.source.recordedAt)))
    }
    observationsByCode = observations
  }

  /// The estimates of an authority, each for the June of its year.
  func observations(of code: String) -> [Observation] { observationsByCode[code] ?? [] }
}

import CSV
import LookedAfter

/// Which authorities are each authority's statistical neighbours, by every model that is shipped.
struct NeighbourModels {
  /// A model, used for the data of its first year and of those after it, up to the next model.
  struct Model {
    /// When it was made: `April 2021`.
    let name: String
    /// The publication of the model.
    let publication: SourceFile.Entry
    fileprivate let id: String
    fileprivate let firstYear: Int
  }

  private struct Key: Hashable {
    let model: String
    let code: String
  }

  private let models: [Model]
  private let neighbours: [Key: [String]]

  /// Reads `model,code,rank,neighbour`, nearest first, and, for the models, `model,name,first_year,source`.
  ///
  /// - Throws: `CSVError` with file, line and column.
  init(
    neighbours: HistoryFolder.File, models: HistoryFolder.File, sources: SourceFile
  ) throws(CSVError) {
    let listed = try CSVTable(
      bytes: models.bytes, file: models.name,
      required: ["model", "name", "first_year", "source"], known: [])
    var found: [Model] = []
    for record in listed.records {
      guard let firstYear = listed.whole("first_year", of: record) else {
        throw listed.error("the year is not a year", at: "first_year", of: record)
      }
      found.append(
        Model(
          name: try listed.required("name", of: record),
          publication: try sources.entry("source", of: record, in: listed),
          id: try listed.required("model", of: record), firstYear: firstYear))
    }
    self.models = found.sorted { $0.firstYear < $1.firstYear }
    let table = try CSVTable(
      bytes: neighbours.bytes, file: neighbours.name,
      required: ["model", "code", "rank", "neighbour"], known: [])
    var codes: [Key: [String]] = [:]
    for record in table.records {
      let key = Key(
        model: try table.required("model", of: record),
        code: try table.required("code", of: record))
      codes[key, default: []].append(try table.required("neighbour", of: record))
    }
    self.neighbours = codes
  }

  /// The model for the data of a year; nil before the first.
  func model(for year: Int) -> Model? { models.last { $0.firstYear <= year } }

  /// The codes of an authority's neighbours, nearest first; none when the model does not have it.
  func neighbours(of code: String, in model: Model) -> [String] {
    neighbours[Key(model: model.id, code: code)] ?? []
  }
}

import CSV
import LookedAfter

/// A choice of ten statistical neighbours for every authority, made once and used until the next.
public struct NeighbourModel: Hashable, Sendable {
  /// The year and month of the model: `2021-04`.
  public let id: String

  /// When it was made: `April 2021`.
  public let name: String

  /// The publication.
  public let publication: Publication
}

/// A statistical neighbour.
public struct StatisticalNeighbour: Hashable, Sendable {
  /// The code of the authority, which may have ended since the model was made.
  public let code: String

  /// 1 for the nearest, up to 10.
  public let rank: Int

  /// How near, in the words of the model: `extremely close` down to `not close`.
  public let closeness: String
}

/// Reads the models.
enum NeighbourModels {
  /// The models, earliest first.
  static func models(publications: PublicationList) throws -> [NeighbourModel] {
    let table = try ShippedTable.whole("models", columns: ["model", "name", "source"])
    var models: [NeighbourModel] = []
    for record in table.records {
      models.append(
        NeighbourModel(
          id: try table.required("model", of: record), name: try table.required("name", of: record),
          publication: try table.publication("source", of: record, among: publications)))
    }
    return models.sorted { $0.publication.knownFrom < $1.publication.knownFrom }
  }

  /// The neighbours of an authority, nearest first; none when the model does not have it.
  static func neighbours(of code: String, in model: NeighbourModel) throws -> [StatisticalNeighbour]
  {
    let table = try ShippedTable.records(
      of: code, in: "neighbours/\(model.id)", columns: ["code", "rank", "neighbour", "closeness"])
    var neighbours: [StatisticalNeighbour] = []
    for record in table.records {
      guard let rank = table.whole("rank", of: record) else {
        throw table.error("the rank is not a number", at: "rank", of: record)
      }
      neighbours.append(
        StatisticalNeighbour(
          code: try table.required("neighbour", of: record), rank: rank,
          closeness: try table.required("closeness", of: record)))
    }
    return neighbours.sorted { $0.rank < $1.rank }
  }
}

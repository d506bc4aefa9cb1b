import CSV
import LookedAfter

/// Ofsted's overall judgement of an authority's services for children.
public enum InspectionGrade: String, Hashable, Sendable, CaseIterable {
  /// Outstanding, the best.
  case outstanding = "Outstanding"
  /// Good.
  case good = "Good"
  /// Requires improvement to be good.
  case requiresImprovement = "Requires improvement to be good"
  /// Inadequate, the worst.
  case inadequate = "Inadequate"

  /// Whether it is Good or Outstanding.
  public var isGoodOrBetter: Bool { self == .good || self == .outstanding }
}

/// A judgement of an inspection under the framework that began in 2018.
public struct InspectionJudgement: Hashable, Sendable {
  /// The code of the authority.
  public let code: String

  /// The day on which the report was published: from then on the judgement counts.
  public let published: CivilDate

  /// The first day of the inspection.
  public let inspected: CivilDate

  /// Whether it was a short inspection; otherwise a standard one.
  public let isShort: Bool

  /// The overall effectiveness.
  public let overall: InspectionGrade

  /// The official list that it stands in.
  public let publication: Publication
}

/// Reads the judgements.
enum InspectionJudgements {
  private static let columns = [
    "code", "published", "inspected", "inspection", "overall", "source",
  ]

  /// All judgements of an authority, earliest published first.
  static func judgements(
    of code: String, publications: PublicationList
  ) throws -> [InspectionJudgement] {
    let table = try ShippedTable.records(of: code, in: "judgements", columns: columns)
    return try judgements(in: table, publications: publications)
  }

  /// All judgements, earliest published first.
  static func all(publications: PublicationList) throws -> [InspectionJudgement] {
    let table = try ShippedTable.whole("judgements", columns: columns)
    return try judgements(in: table, publications: publications)
  }

  /// The latest judgement of each authority among those published up to a day.
  static func latest(
    on day: CivilDate, among judgements: [InspectionJudgement]
  ) -> [String: InspectionJudgement] {
    var latest: [String: InspectionJudgement] = [:]
    for judgement in judgements where judgement.published <= day {
      latest[judgement.code] = judgement
    }
    return latest
  }

  private static func judgements(
    in table: CSVTable, publications: PublicationList
  ) throws(CSVError) -> [InspectionJudgement] {
    var judgements: [InspectionJudgement] = []
    for record in table.records {
      guard let published = try table.day("published", of: record),
        let inspected = try table.day("inspected", of: record)
      else { throw table.error("a day is blank", at: "published", of: record) }
      let grade = try table.required("overall", of: record)
      guard let overall = InspectionGrade(rawValue: grade) else {
        throw table.error("there is no judgement \"\(grade)\"", at: "overall", of: record)
      }
      judgements.append(
        InspectionJudgement(
          code: try table.required("code", of: record), published: published, inspected: inspected,
          isShort: try table.required("inspection", of: record) == "short", overall: overall,
          publication: try table.publication("source", of: record, among: publications)))
    }
    return judgements.sorted { $0.published < $1.published }
  }
}

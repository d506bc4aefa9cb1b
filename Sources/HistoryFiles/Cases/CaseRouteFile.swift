import CSV
import LookedAfter

/// Reads the decision tables of cases: the routes, and the stages of each with the moves allowed.
public enum CaseRouteFile {
  /// The columns of a file of routes.
  public static let routeColumns = [
    "id", "name", "short_name", "kind", "permanence", "families",
  ]

  /// The columns of a file of stages.
  public static let stageColumns = [
    "route", "stage", "name", "role", "next", "reasons", "measure", "counted", "event",
  ]

  /// The routes that come with the program.
  ///
  /// - Throws: `ShippedDataError` when the files are not there, `CSVError` when one cannot be read.
  public static func shipped() throws -> CaseRoutes {
    let routes = try HistoryFolder.File.shipped("scheme/routes.csv")
    let stages = try HistoryFolder.File.shipped("scheme/stages.csv")
    return try read(routes: routes, stages: stages)
  }

  /// Reads the two files.
  ///
  /// - Throws: `CSVError` with file, line and column for a value that is not allowed, a route or a
  ///   stage that is there twice, a stage of no route, a next stage that there is none of, or a route
  ///   without a stage.
  public static func read(
    routes: HistoryFolder.File, stages: HistoryFolder.File
  ) throws(CSVError) -> CaseRoutes {
    let byRoute = try readStages(stages)
    let table = try CSVTable(
      bytes: routes.bytes, file: routes.name, required: routeColumns, known: [])
    var read: [CaseRoute] = []
    for record in table.records {
      let id = CaseRouteID(rawValue: try table.required("id", of: record))
      guard !read.contains(where: { $0.id == id }) else {
        throw table.error("the id \"\(id)\" is there twice", at: "id", of: record)
      }
      let permanence = table.value("permanence", of: record)
      guard permanence == nil || permanence == "yes" else {
        throw table.error(
          "the permanence \"\(permanence ?? "")\" is not known; it must be yes or blank",
          at: "permanence", of: record)
      }
      let route = CaseRoute(
        id: id, name: try table.required("name", of: record),
        shortName: try table.required("short_name", of: record),
        kind: try choice("kind", of: record, in: table, from: CaseRoute.Kind.self),
        isPermanence: permanence != nil,
        families: table.value("families", of: record).map { MeasureID(rawValue: $0) },
        stages: byRoute[id] ?? [])
      guard let route else {
        throw table.error("there is no stage of the route \"\(id)\"", at: "id", of: record)
      }
      read.append(route)
    }
    if let lost = byRoute.keys.first(where: { id in !read.contains { $0.id == id } }) {
      throw CSVError(
        file: stages.name, line: 1, column: nil,
        problem: "the route \"\(lost)\" is not in \(routes.name)")
    }
    return CaseRoutes(read)
  }

  private static func readStages(
    _ file: HistoryFolder.File
  ) throws(CSVError) -> [CaseRouteID: [CaseStage]] {
    let table = try CSVTable(bytes: file.bytes, file: file.name, required: stageColumns, known: [])
    var stages: [CaseRouteID: [CaseStage]] = [:]
    for record in table.records {
      let route = CaseRouteID(rawValue: try table.required("route", of: record))
      let stage = try readStage(record, of: table)
      guard !(stages[route] ?? []).contains(where: { $0.id == stage.id }) else {
        throw table.error(
          "the stage \"\(stage.id)\" of \"\(route)\" is there twice", at: "stage", of: record)
      }
      stages[route, default: []].append(stage)
    }
    for record in table.records {
      guard let route = table.value("route", of: record) else { continue }
      let known = Set((stages[CaseRouteID(rawValue: route)] ?? []).map(\.id))
      for next in words("next", of: record, in: table)
      where !known.contains(CaseStageID(rawValue: next)) {
        throw table.error(
          "there is no stage \"\(next)\" of the route \"\(route)\"", at: "next", of: record)
      }
    }
    return stages
  }

  private static func readStage(
    _ record: CSVRecord, of table: CSVTable
  ) throws(CSVError) -> CaseStage {
    let reasons: CaseStage.Reasons =
      switch table.value("reasons", of: record) {
      case nil: .optional
      case "any": .anyWords
      case let branch?: .listed(MeasureID(rawValue: branch))
      }
    return CaseStage(
      id: CaseStageID(rawValue: try table.required("stage", of: record)),
      name: try table.required("name", of: record),
      role: try choice("role", of: record, in: table, from: CaseStage.Role.self),
      next: words("next", of: record, in: table).map { CaseStageID(rawValue: $0) },
      reasons: reasons,
      measure: table.value("measure", of: record).map { MeasureID(rawValue: $0) },
      counted: table.value("counted", of: record) == nil
        ? nil : try choice("counted", of: record, in: table, from: CaseStage.Counted.self),
      homeEvent: table.value("event", of: record) == nil
        ? nil : try choice("event", of: record, in: table, from: HomeEvent.self))
  }

  private static func words(_ column: String, of record: CSVRecord, in table: CSVTable) -> [String]
  {
    (table.value(column, of: record) ?? "").split(separator: " ").map(String.init)
  }
}

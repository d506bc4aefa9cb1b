import CSV
import LookedAfter

/// Reads the decision tables of an authority: its cohorts and what else can be recorded.
public enum SchemeFile {
  /// The columns of a file of cohorts.
  public static let cohortColumns = [
    "id", "name", "short_name", "group", "expected_exit", "polarity", "exit_reason", "route",
    "standing_commentary",
  ]

  /// The columns that say which children of the statutory return a cohort takes. A scheme made
  /// before there were any has none.
  public static let ruleColumns = [
    "order_903", "legal_status_903", "placement_903", "need_903", "uasc_903", "plan_903",
  ]

  /// The column with the counts that move the number of a cohort, each with its sign. A scheme made
  /// before there were any has none.
  public static let movementColumn = "movements"

  /// The columns of a file of measures.
  public static let measureColumns = ["id", "name", "phrase", "kind", "unit"]

  /// Reads the cohorts, in the order of the file; the row `total` stands for all children.
  ///
  /// - Throws: `CSVError` with file, line and column when the file cannot be read, a value is not
  ///   one of those allowed, an id is there twice, or there is no row `total`.
  public static func readCohorts(bytes: [UInt8], file: String) throws(CSVError) -> CohortScheme {
    let table = try CSVTable(
      bytes: bytes, file: file, required: cohortColumns,
      known: ruleColumns + [movementColumn])
    var total: Cohort?
    var cohorts: [Cohort] = []
    var ids: Set<CohortID> = []
    for record in table.records {
      let cohort = try readCohort(record, of: table)
      guard ids.insert(cohort.id).inserted else {
        throw table.error("the id \"\(cohort.id)\" is there twice", at: "id", of: record)
      }
      if cohort.id == .total { total = cohort } else { cohorts.append(cohort) }
      guard cohorts.count <= RecordLimits.cohorts else {
        throw table.error(
          "this is one cohort more than the \(RecordLimits.cohorts) that a scheme may have; join some",
          at: "id", of: record)
      }
    }
    guard let total else {
      throw CSVError(
        file: file, line: 1, column: nil,
        problem: "there is no row with the id \"total\", which stands for all looked after children"
      )
    }
    do {
      return try CohortScheme(total: total, cohorts: cohorts)
    } catch {
      throw CSVError(file: file, line: 1, column: nil, problem: "there is no cohort in the file")
    }
  }

  private static func readCohort(_ record: CSVRecord, of table: CSVTable) throws(CSVError) -> Cohort
  {
    let id = CohortID(rawValue: try identifier("id", of: record, in: table))
    return Cohort(
      id: id,
      name: try table.required("name", of: record),
      shortName: try table.required("short_name", of: record),
      group: id == .total
        ? nil : try choice("group", of: record, in: table, from: ProfileGroup.self),
      expectedExit: try table.required("expected_exit", of: record),
      polarity: try choice("polarity", of: record, in: table, from: Polarity.self),
      exitReason: table.value("exit_reason", of: record).map { MeasureID(rawValue: $0) },
      route: table.value("route", of: record) == nil
        ? nil : try choice("route", of: record, in: table, from: Route.self),
      standingCommentary: table.value("standing_commentary", of: record) ?? "",
      rule: try readRule(record, of: table), movements: try readMovements(record, of: table))
  }

  private static func readMovements(
    _ record: CSVRecord, of table: CSVTable
  ) throws(CSVError) -> [CountedMovement] {
    var movements: [CountedMovement] = []
    for text in (table.value(movementColumn, of: record) ?? "").split(separator: " ") {
      guard let movement = CountedMovement(written: text) else {
        throw table.error(
          "\"\(text)\" is no movement; write the id of a measure behind + or -", at: movementColumn,
          of: record)
      }
      movements.append(movement)
    }
    return movements
  }

  /// The rule of a cohort; nil where the order is blank. Codes stand one after another with blanks
  /// between; `not` before codes of need means any other need.
  private static func readRule(
    _ record: CSVRecord, of table: CSVTable
  ) throws(CSVError) -> CohortRule? {
    func codes(_ column: String) -> [String] {
      (table.value(column, of: record) ?? "").split(separator: " ").map { $0.uppercased() }
    }
    guard let text = table.value("order_903", of: record) else { return nil }
    guard let order = Int(text) else {
      throw table.error(
        "the order_903 \"\(text)\" is not a whole number", at: "order_903", of: record)
    }
    let needs = codes("need_903")
    let excludes = needs.first == "NOT"
    let isUASC: Bool? =
      switch table.value("uasc_903", of: record)?.lowercased() {
      case nil: nil
      case "yes": true
      case "no": false
      default:
        throw table.error(
          "the uasc_903 must be yes, no or blank", at: "uasc_903", of: record)
      }
    return CohortRule(
      order: order, legalStatuses: codes("legal_status_903"),
      placements: codes("placement_903"), needs: excludes ? [] : needs,
      excludedNeeds: excludes ? Array(needs.dropFirst()) : [], isUASC: isUASC,
      plans: codes("plan_903"))
  }

  /// Reads the measures, in the order of the file.
  ///
  /// - Throws: `CSVError` with file, line and column when the file cannot be read, a value is not
  ///   one of those allowed, or an id is there twice.
  public static func readMeasures(bytes: [UInt8], file: String) throws(CSVError) -> [Measure] {
    let table = try CSVTable(bytes: bytes, file: file, required: measureColumns, known: [])
    var measures: [Measure] = []
    measures.reserveCapacity(table.records.count)
    var ids: Set<MeasureID> = []
    for record in table.records {
      let id = MeasureID(rawValue: try identifier("id", of: record, in: table))
      guard ids.insert(id).inserted else {
        throw table.error("the id \"\(id)\" is there twice", at: "id", of: record)
      }
      guard measures.count < RecordLimits.measures else {
        throw table.error(
          "this is one measure more than the \(RecordLimits.measures) that a scheme may have; leave"
            + " out what is not recorded", at: "id", of: record)
      }
      measures.append(
        Measure(
          id: id,
          name: try table.required("name", of: record),
          phrase: table.value("phrase", of: record) ?? "",
          kind: try choice("kind", of: record, in: table, from: Measure.Kind.self),
          unit: table.value("unit", of: record) ?? ""))
    }
    return measures
  }

  /// An id: lower-case letters, digits, underscores and dots.
  private static func identifier(
    _ column: String, of record: CSVRecord, in table: CSVTable
  ) throws(CSVError) -> String {
    let id = try table.required(column, of: record)
    let isValid = id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2E
    }
    guard isValid else {
      throw table.error(
        "the \(column) \"\(id)\" may hold only lower-case letters, digits, underscores and dots",
        at: column, of: record)
    }
    return id
  }
}

/// A value that has to be one of a closed list.
func choice<Choice: RawRepresentable & CaseIterable>(
  _ column: String, of record: CSVRecord, in table: CSVTable, from type: Choice.Type
) throws(CSVError) -> Choice where Choice.RawValue == String {
  let text = try table.required(column, of: record)
  guard let choice = Choice(rawValue: text) else {
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw table.error(
      "the \(column) \"\(text)\" is not known; it must be one of \(allowed)",
      at: column, of: record)
  }
  return choice
}

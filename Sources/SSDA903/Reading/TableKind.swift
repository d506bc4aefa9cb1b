/// The tables of the return, recognised by their columns: file names differ from system to system.
public enum TableKind: String, CaseIterable, Sendable {
  /// Each stretch of care with one legal status and placement.
  case episodes = "Episodes"
  /// One row for each child.
  case header = "Header"
  /// Unaccompanied asylum-seeking children.
  case uasc = "UASC"
  /// Reviews of children's cases.
  case reviews = "Reviews"
  /// Health and offending of children looked after for a year.
  case outcomes = "OC2"
  /// Young people who left care.
  case careLeavers = "OC3"
  /// Children who were adopted.
  case adoption = "AD1"
  /// Children with a decision for adoption.
  case placedForAdoption = "PlacedAdoption"
  /// What permanence a child had before.
  case previousPermanence = "PrevPerm"
  /// Times of being missing or away.
  case missing = "Missing"
  /// Each child's social workers.
  case socialWorkers = "SWEpisodes"
  /// Orders that deprive a child of liberty.
  case deprivationOfLiberty = "DoLo"
  /// The local plan file, which is no part of the return.
  case plans = "Plans"

  /// The columns of which one is enough to know the table, asked in the order of the cases here.
  private static let signs: [(kind: TableKind, columns: [String])] = [
    (.socialWorkers, ["SW_DECOM", "SW_ID"]),
    (.episodes, ["DECOM", "RNE"]),
    (.uasc, ["DUC"]),
    (.reviews, ["REVIEW", "REVIEW_CODE"]),
    (.outcomes, ["SDQ_SCORE", "SDQ_REASON", "HEALTH_CHECK", "HEALTH_ASSESSMENT"]),
    (.careLeavers, ["IN_TOUCH", "ACTIV", "ACCOM"]),
    (.adoption, ["DATE_INT", "DATE_MATCH", "NB_ADOPTR"]),
    (.placedForAdoption, ["DATE_PLACED"]),
    (.previousPermanence, ["PREV_PERM"]),
    (.missing, ["MIS_START"]),
    (.deprivationOfLiberty, ["DOLO_START"]),
    (.plans, ["PLAN"]),
    (.header, ["ETHNIC", "UPN", "MOTHER", "MC_DOB"]),
  ]

  /// The columns without which the table cannot be used.
  var required: [String] {
    switch self {
    case .episodes: ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "DEC", "REC"]
    case .header: ["CHILD", "DOB"]
    case .uasc: ["CHILD", "DUC"]
    case .plans: ["CHILD", "PLAN", "START"]
    default: ["CHILD"]
    }
  }

  /// Whether its rows are read, for something is worked out from them.
  var isRead: Bool { [.episodes, .header, .uasc].contains(self) }

  /// The table that has these columns; nil when none has.
  static func of(columns: [String]) -> TableKind? {
    guard columns.contains("CHILD") || columns.contains("CHILDID") else { return nil }
    return signs.first { sign in sign.columns.contains(where: columns.contains) }?.kind
  }

  /// The table that a file name claims to hold; nil when it claims none.
  static func claimed(by stem: Substring) -> TableKind? {
    let name = stem.lowercased().filter { $0.isLetter || $0.isNumber }
    if name.contains("swepisode") || name.contains("socialworker") { return .socialWorkers }
    if name.contains("episode") { return .episodes }
    if name.contains("header") { return .header }
    if name.contains("uasc") { return .uasc }
    return nil
  }
}

/// The columns of a table: where each that is read stands in a record.
struct TableColumns: Sendable {
  let kind: TableKind

  /// How many columns there are.
  let width: Int

  private let places: [Int]

  /// The place of a column; one behind every record when it is absent.
  func place(_ field: Field) -> Int { places[Int(field.rawValue)] }

  func has(_ field: Field) -> Bool { place(field) < width }

  /// - Throws: `ReturnError.notWhatItClaims` when a column is missing or there twice.
  init(_ kind: TableKind, columns: [String], file: String) throws(ReturnError) {
    self.kind = kind
    width = columns.count
    let missing = kind.required.filter {
      !columns.contains($0) && !($0 == "CHILD" && columns.contains("CHILDID"))
    }
    guard missing.isEmpty else {
      throw .notWhatItClaims(
        file: file,
        reason: "the file has the columns of the table \(kind.rawValue) but for "
          + missing.joined(separator: ", ") + "; export it again with every column")
    }
    for column in kind.required where columns.filter({ $0 == column }).count > 1 {
      throw .notWhatItClaims(file: file, reason: "the column \(column) is there twice")
    }
    places = Field.allCases.map { field in
      field == .none
        ? Int.max
        : columns.firstIndex(of: field.name)
          ?? (field == .child ? columns.firstIndex(of: "CHILDID") : nil) ?? Int.max
    }
  }
}

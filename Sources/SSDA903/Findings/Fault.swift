/// A finding before it is told: small, for there may be hundreds of thousands.
struct Fault: Sendable {
  let rule: ImportRule

  /// The column, where the rule does not say it.
  let field: Field

  /// The file, as a place in the list of files.
  var file: UInt16

  /// The line, from 1; 0 when no line is meant.
  var line: UInt32

  /// The child, as a place in the list of children; while a file is read, the run of rows of one
  /// child. Less than nothing when there is none.
  var child: Int32

  /// The start of the episode; unknown when none is meant.
  let start: Day

  init(
    _ rule: ImportRule, _ field: Field = .none, file: UInt16 = 0, line: UInt32, child: Int32,
    start: Day = .unknown
  ) {
    self.rule = rule
    self.field = field
    self.file = file
    self.line = line
    self.child = child
    self.start = start
  }
}

/// The columns that are read.
enum Field: UInt8, Sendable, CaseIterable {
  case none, child, decom, rne, ls, cin, place, provider, dec, rec, reason, dob, sex, duc, uasc
  case authority, year, plan, planStart, planEnd, outcome, stage

  /// The name of the column in the return.
  var name: String {
    switch self {
    case .none: ""
    case .child: "CHILD"
    case .decom: "DECOM"
    case .rne: "RNE"
    case .ls: "LS"
    case .cin: "CIN"
    case .place: "PLACE"
    case .provider: "PLACE_PROVIDER"
    case .dec: "DEC"
    case .rec: "REC"
    case .reason: "REASON_PLACE_CHANGE"
    case .dob: "DOB"
    case .sex: "SEX"
    case .duc: "DUC"
    case .uasc: "UASC"
    case .authority: "LA"
    case .year: "YEAR"
    case .plan: "PLAN"
    case .planStart: "START"
    case .planEnd: "END"
    case .outcome: "OUTCOME"
    case .stage: "STAGE"
    }
  }
}

/// What a check of the import is about. The numbers are those of the Department's validation rules;
/// a rule of our own has a word instead.
public enum ImportRule: UInt8, CaseIterable, Sendable {
  // What a row holds.

  /// The form of the row, the number of its values, and its child.
  case brokenRow, tooManyValues, tooFewValues, noChild
  /// The first and the last day of an episode.
  case decomUnreadable, decUnreadable, decBeforeDecom, underOneDay
  /// The codes of an episode.
  case rneInvalid, lsInvalid, cinInvalid, placeInvalid, providerInvalid, recInvalid, reasonInvalid
  /// An end without its reason or a reason without an end, codes of another year, and other dates.
  case decWithoutRec, recWithoutDec, smallLetters, codeOutsideYears, dobUnreadable, ducUnreadable
  /// An episode that starts after the year of its return.
  case startAfterReturn

  // How rows and returns fit together.

  /// Two episodes of a child that cannot both be so.
  case duplicateRow, sameStart, previousNotEnded, overlap, staleOpen
  /// An episode that does not go on from the one before it.
  case continuationMissing, gapBeforeContinuation, startOnEndDay, notStartAfterEnd, afterDeathOr18
  /// A period of care that goes past 18 or does not begin as one does.
  case past18, firstNotStart, differentStart
  /// What a later return says otherwise of the same episode.
  case restatedRNE, restatedLS, restatedCIN, restatedPlace, restatedProvider
  /// What the years or the tables say otherwise of the same child.
  case noPreviousEpisodes, missingContinuous, notInHeader, bornAfterStart, dobDiffers
  /// A child in the other tables without an episode.
  case noEpisodes

  // What is hardly possible.

  /// A placement that the legal status or the age does not allow.
  case parentsUnderSection20, supportedUnder16, remandUnder10
  /// An order that lasted longer than it can.
  case policeProtectionTooLong, emergencyOrderTooLong, assessmentOrderTooLong
  /// Short breaks past their limits, and an end that nothing led up to.
  case shortBreakTooLong, shortBreaksTooMany, adoptedWithoutPlacement, guardianNotCarer
  /// A status, a need or a provider that does not go with the rest.
  case adoptionWithoutOrder, needChanges, guardianshipAt18, stayingPutUnder18, parentProvider
  /// A temporary placement with none before it, and a code that the year does not allow.
  case temporaryAtEdge, codeNotAllowed

  // The local plan file.

  /// A plan that cannot be read, or whose child is in no return.
  case planRow, planChildUnknown
}

extension ImportRule {
  /// How much a finding matters.
  public enum Severity: String, CaseIterable, Sendable {
    /// Something was repaired or left out, so the figures rest on our repair.
    case repair
    /// Something is wrong that may change figures; nothing was repaired.
    case error
    /// Something is hardly possible, and was counted as it stands.
    case warning
  }

  /// The number of the Department's rule, or a word for a rule of our own.
  public var id: String { facts.id }

  /// How much it matters.
  public var severity: Severity { facts.severity }

  /// The column that is meant.
  public var field: String { facts.field }

  /// What is wrong, without a capital letter and without a full stop.
  public var problem: String { facts.problem }

  /// What was done about it, without a capital letter and without a full stop.
  public var action: String { facts.action }

  fileprivate struct Facts {
    let id: String
    let severity: Severity
    let field: String
    let problem: String
    let action: String

    init(
      _ id: String, _ severity: Severity, _ field: String, _ problem: String,
      _ action: String = "counted as it stands"
    ) {
      self.id = id
      self.severity = severity
      self.field = field
      self.problem = problem
      self.action = action
    }
  }

  fileprivate var facts: Facts {
    switch self {
    case .brokenRow:
      Facts("row-broken", .repair, "", "the quotation marks of the line do not pair", dropped)
    case .tooManyValues:
      Facts("row-long", .repair, "", "the line has more values than the header", dropped)
    case .tooFewValues:
      Facts(
        "row-short", .repair, "", "the line has fewer values than the header",
        "the missing values were taken as blank")
    case .noChild: Facts("child-blank", .repair, "CHILD", "the child is blank", dropped)
    case .decomUnreadable:
      Facts("141", .repair, "DECOM", "the date the episode commenced cannot be read", dropped)
    case .decUnreadable:
      Facts(
        "147", .repair, "DEC", "the date the episode ceased cannot be read",
        "the episode was taken as open")
    case .decBeforeDecom:
      Facts("356", .repair, "DEC", "the episode ceased before it commenced", dropped)
    case .underOneDay:
      Facts(
        "355", .warning, "DEC", "the episode lasted less than 24 hours", "it counts on no day")
    case .rneInvalid: Facts("143", .error, "RNE", "the reason for new episode is no code", unknown)
    case .lsInvalid:
      Facts(
        "144", .error, "LS", "the legal status is no code",
        "the legal status was taken as unknown, and the child as looked after")
    case .cinInvalid: Facts("145", .error, "CIN", "the category of need is no code", unknown)
    case .placeInvalid: Facts("146", .error, "PLACE", "the placement type is no code", unknown)
    case .providerInvalid:
      Facts(
        "provider-code", .warning, "PLACE_PROVIDER", "the placement provider is no code", unknown)
    case .recInvalid:
      Facts("149", .error, "REC", "the reason episode ceased is no code", unknown)
    case .reasonInvalid:
      Facts(
        "reason-code", .warning, "REASON_PLACE_CHANGE",
        "the reason for placement change is no code", unknown)
    case .decWithoutRec:
      Facts(
        "148", .error, "REC", "the episode has a date ceased and no reason",
        "the reason was taken as unknown")
    case .recWithoutDec:
      Facts(
        "148", .warning, "DEC", "the episode has a reason ceased and no date",
        "the episode was taken as open, and the reason left out")
    case .smallLetters:
      Facts("letters", .repair, "", "the code is not in capitals", "it was read as if it were")
    case .codeOutsideYears:
      Facts("code-year", .warning, "", "the code did not exist in the years of the episode")
    case .dobUnreadable:
      Facts("dob-date", .error, "DOB", "the date of birth cannot be read", "the age is unknown")
    case .ducUnreadable:
      Facts(
        "duc-date", .error, "DUC", "the date UASC status ceased cannot be read",
        "the date was taken as blank")
    case .startAfterReturn:
      Facts(
        "start-late", .error, "DECOM", "the episode commenced after the end of the return")
    case .duplicateRow:
      Facts("row-twice", .repair, "", "the row is there twice", "one of the two was used")
    case .sameStart:
      Facts(
        "start-twice", .repair, "DECOM", "one return has two episodes with this start",
        "the closed one, or else the one that ends last, was used")
    case .previousNotEnded:
      Facts(
        "142", .repair, "DEC", "the episode is open although a later one commenced",
        "it was ended when the next one commenced")
    case .overlap:
      Facts(
        "501", .repair, "DEC", "the episode ceased after the next one commenced",
        "it was ended when the next one commenced")
    case .staleOpen:
      Facts(
        "stale-open", .repair, "DEC",
        "the episode was open at the end of a return, and no later one shows that it went on",
        "it was ended on 1 April after that return, for a reason not known (E99)")
    case .continuationMissing:
      Facts(
        "388", .error, "REC", "the episode ended with X1 and nothing follows that day",
        "the end was counted by its date")
    case .gapBeforeContinuation:
      Facts(
        "433", .error, "RNE", "the episode continues another, but none ended that day",
        "a new period of care was counted by the dates")
    case .startOnEndDay:
      Facts(
        "431", .error, "RNE",
        "the episode says that care started, but the one before ended that day",
        "the period of care was counted as going on")
    case .notStartAfterEnd:
      Facts(
        "432", .error, "RNE",
        "the period of care had ended, but the next episode does not say that care started",
        "the dates decided")
    case .afterDeathOr18:
      Facts("437", .error, "REC", "there are episodes after the child died or turned 18")
    case .past18:
      Facts(
        "past-18", .repair, "DEC", "the episode runs past the 18th birthday",
        "the child was counted until the birthday")
    case .firstNotStart:
      Facts(
        "357", .warning, "RNE",
        "the child's first episode, within the years loaded, does not say that care started",
        "the period of care may have begun earlier")
    case .differentStart:
      Facts(
        "502", .error, "DECOM",
        "the episode was open at the end of the return, and the next return has no such start")
    case .restatedRNE: Facts.restated("503A", "RNE", "reason for new episode")
    case .restatedLS: Facts.restated("503B", "LS", "legal status")
    case .restatedCIN: Facts.restated("503C", "CIN", "category of need")
    case .restatedPlace: Facts.restated("503D", "PLACE", "placement type")
    case .restatedProvider: Facts.restated("503E", "PLACE_PROVIDER", "placement provider")
    case .noPreviousEpisodes:
      Facts(
        "NoE", .error, "DECOM",
        "the episode commenced before the year, and the child is not in the return before")
    case .missingContinuous:
      Facts(
        "562", .error, "DECOM",
        "the episode commenced before the year, and the return before does not have it")
    case .notInHeader:
      Facts("INT03", .error, "CHILD", "the child is in no header file", "the age is unknown")
    case .bornAfterStart:
      Facts("302", .error, "DECOM", "the child was born after the episode commenced")
    case .dobDiffers:
      Facts(
        "dob-differs", .warning, "DOB", "two returns have different dates of birth",
        "the one of the later return was used")
    case .noEpisodes:
      Facts(
        "header-only", .warning, "CHILD",
        "the child is in a header file and has no episode in any return: a care leaver, or a file of"
          + " episodes that was cut short",
        "nothing was counted")
    case .parentsUnderSection20:
      Facts("378", .warning, "PLACE", "the child is placed with parents under section 20")
    case .supportedUnder16:
      Facts("371", .warning, "PLACE", "the child is under 16 in supported accommodation")
    case .remandUnder10:
      Facts("358", .warning, "LS", "the child is under 10 and on a youth justice status")
    case .policeProtectionTooLong:
      Facts("361", .warning, "LS", "police protection lasted more than 72 hours")
    case .emergencyOrderTooLong:
      Facts("362", .warning, "LS", "an emergency protection order lasted more than 21 days")
    case .assessmentOrderTooLong:
      Facts("363", .warning, "LS", "a child assessment order lasted more than 7 days")
    case .shortBreakTooLong:
      Facts("365", .warning, "LS", "a short break lasted more than 17 days")
    case .shortBreaksTooMany:
      Facts("367", .warning, "LS", "short breaks in the year come to more than 75 days")
    case .adoptedWithoutPlacement:
      Facts("390", .warning, "REC", "the child was adopted without being placed for adoption")
    case .guardianNotCarer:
      Facts(
        "516", .warning, "REC", "the guardian was a foster carer, but the child was not fostered")
    case .adoptionWithoutOrder:
      Facts(
        "408", .warning, "PLACE",
        "the child is placed for adoption with a placement order, and the status is not E1")
    case .needChanges:
      Facts("504", .warning, "CIN", "the category of need changes within the period of care")
    case .guardianshipAt18:
      Facts("407", .warning, "REC", "special guardianship began at 18 or over")
    case .stayingPutUnder18:
      Facts("460", .warning, "REC", "the child stayed put with carers before turning 18")
    case .parentProvider:
      Facts("550", .warning, "PLACE_PROVIDER", "a parent provides a placement that is not P1")
    case .temporaryAtEdge:
      Facts(
        "temporary", .warning, "PLACE", "a period of care begins or ends in a temporary placement")
    case .codeNotAllowed:
      Facts(
        "P2-2023", .warning, "PLACE",
        "independent living (P2) was not allowed for an episode after 28 October 2023")
    case .planRow:
      Facts("plan-row", .repair, "", "the row of the plan file cannot be used", dropped)
    case .planChildUnknown:
      Facts("plan-child", .repair, "CHILD", "the child of the plan is in no return", dropped)
    }
  }
}

private let dropped = "the row was left out"
private let unknown = "it was taken as unknown"

extension ImportRule.Facts {
  static func restated(
    _ id: String, _ field: String, _ words: String
  ) -> ImportRule.Facts {
    ImportRule.Facts(
      id, .warning, field, "a later return has another \(words) for the same episode",
      "the later return was used")
  }
}

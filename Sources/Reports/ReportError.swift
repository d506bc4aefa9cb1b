import LookedAfter

/// Why a paper or an answer cannot be made.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  /// The month has no snapshot; the months that have one.
  case noSnapshot(Month, known: [Month])
  /// Nothing of the kind is recorded for the month; the months that have it.
  case nothingRecorded(what: String, Month, known: [Month])
  /// There is no population to take a rate of.
  case noPopulation(Month)
  /// Nothing of the kind is recorded at all.
  case emptyRecord(what: String)
  /// No month is recorded at all.
  case emptyHistory

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .noSnapshot(let month, let known):
      "There is no snapshot for \(month.inWords); there are snapshots for \(Self.list(known))."
    case .nothingRecorded(let what, let month, let known):
      known.isEmpty
        ? "Nothing is recorded of \(what)."
        : "Nothing is recorded of \(what) for \(month.inWords); there is for \(Self.list(known))."
    case .noPopulation(let month):
      "No rate can be given for \(month.inWords): no population aged 0 to 17 is recorded for a year"
        + " up to then."
    case .emptyRecord(let what): "Nothing is recorded of \(what)."
    case .emptyHistory: "Nothing is recorded yet."
    }
  }

  private static func list(_ months: [Month]) -> String {
    guard months.count > 12 else { return Prose.list(months.map(\.inWords)) }
    let newest = months.suffix(12).map(\.inWords)
    return "\(months.count) months, the last of them \(Prose.list(newest))"
  }
}

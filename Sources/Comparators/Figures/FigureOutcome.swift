import LookedAfter

/// What there is to say of a place in a year.
public enum FigureOutcome: Sendable, Equatable {
  /// Figures were printed; each of them may still be missing.
  case figure(PublishedFigure)
  /// The place was there and is not in the publication, or no publication was known.
  case notListed
  /// The authority had ended; what followed it is named and never stands in for it.
  case ended(lastDay: CivilDate, successors: [EnglishAuthority])
  /// The authority had not begun; what it followed is named and never stands in for it.
  case notBegun(firstDay: CivilDate, predecessors: [EnglishAuthority])

  /// The figures; nil when there are none.
  public var figure: PublishedFigure? {
    if case .figure(let figure) = self { figure } else { nil }
  }

  /// The printed rate per 10,000; nil when there is none.
  public var rate: Int? { figure?.rate.value }

  /// Why there is no rate, to stand behind the name and "has no rate because it"; nil when there is
  /// one.
  public var reasonWithoutRate: String? {
    switch self {
    case .figure(let figure): figure.rate.reason?.inWords
    case .notListed: "is not in the publication"
    case .ended(let day, let successors):
      "ended on \(day.inWords)" + Self.naming(successors, after: " and was followed by ")
    case .notBegun(let day, let predecessors):
      "began on \(day.inWords)" + Self.naming(predecessors, after: " in place of ")
    }
  }

  private static func naming(_ authorities: [EnglishAuthority], after words: String) -> String {
    let names = authorities.map { "\($0.name) (\($0.code))" }
    guard let last = names.last else { return "" }
    return words
      + (names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and \(last)")
  }
}

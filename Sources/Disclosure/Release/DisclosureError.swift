/// Why a release cannot be judged: it is not what it says of itself.
public enum DisclosureError: Error, Equatable, CustomStringConvertible {
  /// Two figures have one id.
  case repeated(FigureID)
  /// A relation, a table or a derived figure names a figure that the release has not.
  case unknown(FigureID, in: String)
  /// A relation does not hold of the true numbers; what its terms come to instead of nought.
  case doesNotHold(relation: String, remainder: Int)
  /// A number is out of range, or a count is below nought.
  case outOfRange(FigureID, Int)
  /// A derived figure has no value: a whole of nought, or decimals or multiples out of range.
  case notDefined(FigureID)
  /// A relation has too many terms, too great a multiplier, or one of nought.
  case badTerms(relation: String)
  /// The rows of a table have not all as many figures.
  case raggedTable(String)
  /// A setting is out of range.
  case badPolicy(String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .repeated(let id): "Two figures of the release are called \(id); give each its own id."
    case .unknown(let id, let place):
      "There is no figure \(id) in the release, but \(place) names it; add the figure."
    case .doesNotHold(let relation, let remainder):
      "The numbers of \(relation) do not meet: \(remainder) is left over; correct them, or add what "
        + "is left over as an open figure."
    case .outOfRange(let id, let value):
      "\(id) cannot be \(value): a count is 0 or more, and no number goes beyond 1,000,000,000."
    case .notDefined(let id):
      "\(id) cannot be worked out: its whole must be 1 or more, its decimals 0 to 6, and what it is "
        + "multiplied by or rounded to 1 to 1,000,000."
    case .badTerms(let relation):
      "The terms of \(relation) cannot be judged: there may be 1 to 10,000, each multiplied by a "
        + "number from 1 to 1,000 or its negative."
    case .raggedTable(let name):
      "The rows of \(name) have not all as many figures; give every row one for each column."
    case .badPolicy(let what): what
    }
  }
}

import LookedAfter

/// Why no authority can be told from what a person wrote.
public enum AuthorityError: Error, Equatable, CustomStringConvertible {
  /// No authority has such a name or code.
  case unknown(String, nearest: [EnglishAuthority])
  /// Several authorities have it in their names.
  case ambiguous(String, candidates: [EnglishAuthority])
  /// The authority is there no longer.
  case closed(EnglishAuthority, lastDay: CivilDate, successors: [EnglishAuthority])

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .unknown(let text, let nearest) where nearest.isEmpty:
      "There is no English authority \"\(text)\" that looks after children; give its name, a part"
        + " of it, or its code, such as 884 or E06000019."
    case .unknown(let text, let nearest):
      "There is no English authority \"\(text)\" that looks after children; did you mean"
        + " \(Self.choice(nearest))?"
    case .ambiguous(let text, let candidates):
      "\"\(text)\" may be \(Self.choice(candidates)); give more of the name, or the code."
    case .closed(let authority, let day, let successors):
      "\(authority.name) ended on \(day.inWords); the children are now looked after by"
        + " \(Self.list(successors.map(Self.named), joinedBy: "and")), so name"
        + (successors.count == 1 ? " that authority." : " one of these.")
    }
  }

  /// How many authorities a sentence names before it only counts them.
  private static let limit = 8

  private static func choice(_ authorities: [EnglishAuthority]) -> String {
    var names = authorities.prefix(limit).map(named)
    if authorities.count > limit { names.append("\(authorities.count - limit) more") }
    return list(names, joinedBy: "or")
  }

  private static func named(_ authority: EnglishAuthority) -> String {
    "\(authority.name) (\(authority.code))"
  }

  private static func list(_ names: [String], joinedBy word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "no authority" }
    return names.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}

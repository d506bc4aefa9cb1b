import LookedAfter

/// Finds a cohort by its id, its name or a part that belongs to it alone.
struct CohortReader {
  /// The scheme.
  let scheme: CohortScheme

  /// The cohort meant, the total included.
  ///
  /// A part of the id or of the short name counts before a part of the full name: "parents" is
  /// *placed with parents*, though *reunification (not yet placed with parents)* holds it as well.
  ///
  /// - Throws: `GrammarError` when none or several are meant, with the candidates.
  func cohort(_ text: String) throws(GrammarError) -> Cohort {
    let wanted = Self.folded(text)
    let exact = scheme.rows.filter { Self.names(of: $0).contains(wanted) }
    if let only = exact.first, exact.count == 1 { return only }
    let tiers: [(Cohort) -> [String]] = [
      { [Self.folded($0.id.rawValue), Self.folded($0.shortName)] }, { [Self.folded($0.name)] },
    ]
    for names in tiers {
      let matches = scheme.rows.filter { cohort in
        names(cohort).contains { Self.contains($0, wanted) }
      }
      if matches.count == 1, let only = matches.first { return only }
      if matches.count > 1 {
        throw .ambiguousCohort(text, candidates: matches.map { Self.typed($0) })
      }
    }
    let words = scheme.rows.flatMap {
      [Self.typed($0)] + Self.typed($0).split(separator: "-").map(String.init)
    }
    let near = Nearest.names(to: wanted.replacing(" ", with: "-"), among: words)
    let nearest = scheme.rows.filter { cohort in
      near.contains { Self.typed(cohort).contains($0) }
    }
    throw .unknownCohort(text, nearest: nearest.prefix(3).map { Self.typed($0) })
  }

  /// The id as it is typed: `placement-orders`.
  static func typed(_ cohort: Cohort) -> String {
    String(cohort.id.rawValue.map { $0 == "_" ? "-" : $0 })
  }

  private static func names(of cohort: Cohort) -> [String] {
    [folded(cohort.id.rawValue), folded(cohort.shortName), folded(cohort.name)]
  }

  /// Whether the wanted text begins a word of the name.
  private static func contains(_ name: String, _ wanted: String) -> Bool {
    guard !wanted.isEmpty else { return false }
    return name.hasPrefix(wanted) || " \(name)".contains(" \(wanted)")
  }

  /// Lower case, with hyphens and underscores as blanks: all three are typed.
  static func folded(_ text: String) -> String {
    let plain = text.lowercased().map { "-_(),".contains($0) ? " " : $0 }
    return String(plain).split(separator: " ").joined(separator: " ")
  }
}

extension String {
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}

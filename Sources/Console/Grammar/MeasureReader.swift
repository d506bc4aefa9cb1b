import LookedAfter

/// Finds a measure by its id, its name or a part that belongs to it alone.
struct MeasureReader {
  let catalogue: MeasureCatalogue
  let cohorts: CohortReader

  /// The measure meant by some words: a cohort first, then any other.
  ///
  /// - Throws: `GrammarError.unknownMeasure` with the nearest.
  func measure(_ text: String) throws(GrammarError) -> Measure {
    if let exact = exact(text, among: catalogue.measures) { return exact }
    do {
      let cohort = try cohorts.cohort(text)
      if let measure = catalogue[cohort.id.count] { return measure }
    } catch .ambiguousCohort(let text, let candidates) {
      throw .ambiguousCohort(text, candidates: candidates)
    } catch {}
    let ids = catalogue.measures.map(\.id.rawValue)
    let folded = Self.folded(text)
    let parts = ids.filter { Self.folded($0).contains(folded) }
    throw .unknownMeasure(
      text, nearest: parts.isEmpty ? Nearest.names(to: text, among: ids) : Array(parts.prefix(4)))
  }

  /// One of the lines below a branch: `turned-18` of those who left care.
  ///
  /// - Throws: `GrammarError.unknownMeasure` with all that there are.
  func line(_ text: String, below branch: MeasureID) throws(GrammarError) -> Measure {
    let lines = catalogue.measures(below: branch)
    if let line = lineIfAny(text, below: branch) { return line }
    throw .unknownMeasure(text, nearest: lines.map { Self.typed($0, below: branch) })
  }

  /// The same without an error.
  func lineIfAny(_ text: String, below branch: MeasureID) -> Measure? {
    let wanted = Self.folded(text)
    let lines = catalogue.measures(below: branch)
    if let exact = lines.first(where: { Self.folded(Self.typed($0, below: branch)) == wanted }) {
      return exact
    }
    let begun = lines.filter { line in
      Self.folded(Self.typed(line, below: branch)).hasPrefix(wanted)
        || " \(CohortReader.folded(line.name))".contains(" \(CohortReader.folded(text))")
    }
    return begun.count == 1 ? begun.first : nil
  }

  private func exact(_ text: String, among measures: [Measure]) -> Measure? {
    let wanted = Self.folded(text)
    return measures.first { Self.folded($0.id.rawValue) == wanted }
  }

  /// The last part of an id as it is typed: `turned-18`.
  static func typed(_ measure: Measure, below branch: MeasureID) -> String {
    let tail = measure.id.rawValue.dropFirst(branch.rawValue.count + 1)
    return String(tail.map { $0 == "_" ? "-" : $0 })
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { !"-_ ".contains($0) })
  }
}

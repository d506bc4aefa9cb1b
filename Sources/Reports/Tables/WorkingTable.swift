import Documents
import Indicators
import LookedAfter

extension Working {
  /// The working as blocks of a document: the formula, every number, what to keep in mind, and where
  /// the figures come from.
  ///
  /// The table `working` has the columns `part` (input, parameter or result), `name`, `value`,
  /// `source` and `recorded`.
  public var blocks: [Block] {
    let rows =
      inputs.map { row("input", $0.name, $0.value, $0.provenance) }
      + parameters.map { row("parameter", $0.name, $0.value) }
      + results.map { row("result", $0.name, $0.value) }
    let table = Table(
      id: "working", caption: "How the \(subject) was worked out",
      columns: [
        Column(id: "part", title: "Part", kind: .label),
        Column(id: "name", title: "Name", kind: .rowHeader),
        Column(id: "value", title: "Value", kind: .number),
        Column(id: "source", title: "Source", kind: .prose),
        Column(id: "recorded", title: "Recorded", kind: .label),
      ], rows: rows)
    let notes = cautions.map { caution in
      Block.note(
        Note(
          code: caution.code, severity: caution.isWarning ? .warning : .information,
          text: caution.sentence))
    }
    return [.paragraph("Formula: \(formula)."), .table(table)] + notes
  }

  private func row(
    _ part: String, _ name: String, _ value: Value, _ provenance: [Provenance] = []
  ) -> Row {
    var seen: Set<String> = []
    let citations = provenance.map(\.citation).filter { seen.insert($0).inserted }
    let recorded = provenance.map { String($0.recordedAt.prefix(10)) }
    let dates = [recorded.min(), recorded.max()].compactMap { $0 }
    return Row([
      .text(part), .text(name), value.cell,
      citations.isEmpty ? .notApplicable : .text(citations.joined(separator: "; ")),
      recorded.isEmpty
        ? .notApplicable
        : .text(dates.first == dates.last ? dates[0] : dates.joined(separator: " to ")),
    ])
  }
}

extension Working.Value {
  /// The value as a cell: computed numbers with six significant digits.
  var cell: Cell {
    switch self {
    case .whole(let number): return .integer(number)
    case .exact(let quantity):
      return .decimal(mantissa: quantity.mantissa, decimals: quantity.decimals)
    case .words(let words): return .text(words)
    case .number(let number):
      if number.isInfinite { return .text(number > 0 ? "no upper limit" : "no lower limit") }
      guard !number.isNaN else { return .missing }
      if let whole = Int(exactly: number) { return .integer(whole) }
      var decimals = 0
      var scaled = number
      // Up to 18 decimals, so that the smallest probability keeps a digit or reads as 0.
      while abs(scaled) < 100_000, decimals < 18 {
        scaled *= 10
        decimals += 1
      }
      guard let mantissa = Int(exactly: scaled.rounded(.toNearestOrAwayFromZero)) else {
        return .text("\(number)")
      }
      return .decimal(mantissa: mantissa, decimals: decimals)
    }
  }
}

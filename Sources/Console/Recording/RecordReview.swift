import Documents
import LookedAfter
import Reports

/// What a walk through a month would record, beside what stands and the month before, and what
/// would not add up.
struct RecordReview {
  let history: History
  let month: Month
  let observations: [Observation]

  /// The table of figures, then the checks.
  var document: Document {
    let table = Table(
      id: "to-be-recorded", caption: "To be recorded for \(month.inWords)",
      columns: [
        Column(id: "measure", title: "Id", kind: .key),
        Column(id: "name", title: "Figure", kind: .rowHeader),
        Column(id: "new", title: "New", kind: .number),
        Column(id: "recorded", title: "Recorded already", kind: .number),
        Column(id: "before", title: "Month before", kind: .number),
        Column(id: "change", title: "Change", kind: .number),
      ], rows: observations.map(row))
    let findings = Findings.of(history.trying(observations), month: month)
    let checks: [Block] =
      findings.isEmpty
      ? [.paragraph("Every check holds.")]
      : [.paragraph("What does not add up:"), .list(findings)]
    return Document(
      title: "To be recorded for \(month.inWords)", blocks: [.table(table)] + checks)
  }

  private func row(_ observation: Observation) -> Row {
    let name = history.catalogue[observation.measure]?.name ?? observation.measure.rawValue
    let target = Month(iso: observation.detail)?.inWords ?? observation.detail
    let standing = history.observations(of: observation.measure)
      .first { $0.key == observation.key }
    let before = before(observation)
    // Counts of different bases are not subtracted from one another.
    let isAlike = before?.basis == observation.basis
    let change = observation.value?.whole.flatMap { now in
      isAlike ? before?.value?.whole.map { now - $0 } : nil
    }
    var earlier = number(before?.value)
    if !isAlike { earlier.remark = before?.basis?.name }
    return Row([
      .text(observation.measure.rawValue), .text(target.isEmpty ? name : "\(name), \(target)"),
      number(observation.value), number(standing?.value), earlier,
      change == nil ? .notApplicable : .change(change),
    ])
  }

  /// The same figure of the month before, counted alike where there is one; nil where there is none.
  private func before(_ observation: Observation) -> Observation? {
    let earlier = month.advanced(by: -1)
    let period: Period =
      switch observation.period {
      case .months(let first, _) where first < earlier: .months(first, earlier)
      default: .month(earlier)
      }
    // What is planned for a month, or slipped to one, is another figure each month.
    guard observation.detail.isEmpty else { return nil }
    let found = history.observations(of: observation.measure).filter { $0.period == period }
    return found.first { $0.basis == observation.basis } ?? found.first
  }

  private func number(_ value: Quantity?) -> Cell {
    value.map { .decimal(mantissa: $0.mantissa, decimals: $0.decimals) } ?? .notApplicable
  }
}

extension History {
  /// The history as it would be with some figures more.
  fileprivate func trying(_ observations: [Observation]) -> History {
    let newest = observations.map { observation in
      Observation(
        measure: observation.measure, period: observation.period, basis: observation.basis,
        asAt: observation.asAt, detail: observation.detail, value: observation.value,
        text: observation.text,
        provenance: Provenance(
          source: nil, recordedAt: observation.provenance.recordedAt, revision: Int.max))
    }
    return adding(newest)
  }
}

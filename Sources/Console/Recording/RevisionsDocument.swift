import Documents
import HistoryStore
import LookedAfter

/// The revisions of a figure, the log and the measures, as documents.
enum RevisionsDocument {
  /// Every revision of a measure, of one month or of all.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`.
  static func document(_ measure: Measure, month: Month?, session: Session) throws -> Document {
    guard let store = session.store else { throw ConsoleError.nothingToSave }
    let revisions = try store.revisions(of: measure.id) { observation in
      month == nil || observation.period.lastMonth == month
    }
    let when = month.map { ", \($0.inWords)" } ?? ""
    guard !revisions.isEmpty else {
      return Document(
        title: "Revisions of \(measure.name)\(when)",
        blocks: [.paragraph("Nothing was ever recorded of it.")])
    }
    var before: [ObservationKey: Observation] = [:]
    let rows = revisions.map { revision in
      let observation = revision.observation
      let old = before.updateValue(observation, forKey: observation.key)
      return Row([
        .text(observation.period.inWords), .integer(observation.provenance.revision),
        value(old), value(observation), .text(observation.basis?.name ?? ""),
        .text(TimeInWords.of(observation.provenance.recordedAt)),
        .text(revision.entry.recordedBy), .text(why(revision)),
      ])
    }
    let table = Table(
      id: "revisions", caption: "Revisions of \(measure.name)\(when), oldest first",
      columns: [
        Column(id: "period", title: "Month", kind: .rowHeader),
        Column(id: "revision", title: "Revision", kind: .number),
        Column(id: "old", title: "Old", kind: .number),
        Column(id: "new", title: "New", kind: .number),
        Column(id: "basis", title: "Basis", kind: .label),
        Column(id: "recorded", title: "Recorded (UTC)", kind: .label),
        Column(id: "by", title: "By", kind: .label),
        Column(id: "why", title: "Why or source", kind: .prose),
      ], rows: rows)
    return Document(title: "Revisions of \(measure.name)\(when)", blocks: [.table(table)])
  }

  /// The reason, and what was taken back or done again; otherwise the source or the remark.
  private static func why(_ revision: HistoryStore.Revision) -> String {
    let provenance = revision.observation.provenance
    let reversal = revision.reversal.map { "\($0.kind.rawValue) of: \($0.command)" }
    let said = [revision.entry.reason, reversal].compactMap { $0 }
    guard said.isEmpty else { return said.joined(separator: "; ") }
    return provenance.source?.shortTitle ?? provenance.note ?? ""
  }

  /// The audit trail, or those of its lines that hold some words.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`.
  static func log(_ session: Session, holding words: String?) throws -> Document {
    guard let store = session.store else { throw ConsoleError.nothingToSave }
    let lines = try store.log().filter { line in
      let entry = line.entry
      let whole = [entry.recordedAt, entry.recordedBy, entry.command, entry.reason ?? ""]
      return words.map { whole.joined(separator: " ").lowercased().contains($0.lowercased()) }
        ?? true
    }
    let rows = lines.map { line in
      Row([
        .integer(Int(line.number)), .text(TimeInWords.of(line.entry.recordedAt)),
        .text(line.entry.recordedBy),
        .integer(line.figures), .text(line.isUndone ? "taken back" : "stands"),
        .text(line.entry.command), .text(line.entry.reason ?? ""),
      ])
    }
    let table = Table(
      id: "log", caption: "Every command that recorded something, oldest first",
      columns: [
        Column(id: "number", title: "Number", kind: .number),
        Column(id: "recorded", title: "When (UTC)", kind: .rowHeader),
        Column(id: "by", title: "By", kind: .label),
        Column(id: "figures", title: "Figures", kind: .number),
        Column(id: "state", title: "State", kind: .label),
        Column(id: "command", title: "Command", kind: .prose),
        Column(id: "why", title: "Why", kind: .prose),
      ], rows: rows)
    return Document(title: "Log", blocks: [.table(table)])
  }

  /// Everything that can be recorded.
  static func measures(_ catalogue: MeasureCatalogue) -> Document {
    let rows = catalogue.measures.map { measure in
      Row([
        .text(measure.id.rawValue), .text(measure.kind.rawValue), .text(measure.unit),
        .text(measure.name),
      ])
    }
    let table = Table(
      id: "measures", caption: "Everything that can be recorded",
      columns: [
        Column(id: "id", title: "Id", kind: .rowHeader),
        Column(id: "kind", title: "Kind", kind: .label),
        Column(id: "unit", title: "Unit", kind: .label),
        Column(id: "name", title: "Name", kind: .prose),
      ], rows: rows)
    return Document(title: "Measures", blocks: [.table(table)])
  }

  private static func value(_ observation: Observation?) -> Cell {
    guard let observation else { return .notApplicable }
    if let value = observation.value {
      return .decimal(mantissa: value.mantissa, decimals: value.decimals)
    }
    return observation.text.map(Cell.text) ?? .text("taken back")
  }
}

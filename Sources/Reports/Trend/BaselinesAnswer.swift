import Documents
import Indicators
import LookedAfter

/// What tables and charts are measured by: baselines, rebases, targets and directions.
public enum BaselinesAnswer {
  /// Everything that was fixed, measure by measure.
  public static func document(_ history: History) -> Document {
    var section = Section(heading: "")
    section.say(
      history.baseline.map { "Tables compare with \($0.inWords)." }
        ?? "No month is fixed that tables compare with.")
    var rows: [Row] = []
    for measure in history.catalogue.measures {
      let name = Cell.text(measure.name)
      if let aim = history.direction(of: measure.id) {
        rows.append(
          Row([
            name, .text("direction"), .text(aim.aim.rawValue),
            aim.reason.map(Cell.text) ?? .missing,
            .text(String(aim.recordedAt.prefix(10))),
          ]))
      }
      for target in history.targets(of: measure.id) {
        let from = target.start.map { ", from \($0.inWords)" } ?? ""
        rows.append(
          Row([
            name, .text("target"),
            .text("\(Prose.decimal(target.number.value)) by \(target.month.inWords)\(from)"),
            target.number.provenance.note.map(Cell.text) ?? .missing,
            .text(String(target.number.provenance.recordedAt.prefix(10))),
          ]))
      }
      if let fixed = history.baseline(of: measure.id) {
        rows.append(
          Row([
            name, .text("baseline"), .text("\(fixed.first.inWords) to \(fixed.last.inWords)"),
            fixed.reason.map(Cell.text) ?? .missing, .text(String(fixed.recordedAt.prefix(10))),
          ]))
      }
      for rebase in history.rebases(of: measure.id) {
        rows.append(
          Row([
            name, .text("begins anew"), .text(rebase.month.inWords), .text(rebase.reason),
            .text(String(rebase.recordedAt.prefix(10))),
          ]))
      }
    }
    if rows.isEmpty {
      section.say("No direction, target, baseline or rebase of a measure is recorded.")
    } else {
      section.blocks.append(
        .table(
          Table(
            id: "baselines", caption: "What charts are measured by",
            columns: [
              Column(id: "name", title: "Figure", kind: .rowHeader),
              Column(id: "kind", title: "What", kind: .label),
              Column(id: "value", title: "Value", kind: .label),
              Column(id: "reason", title: "Why", kind: .prose),
              Column(id: "recorded", title: "Recorded", kind: .label),
            ], rows: rows)))
    }
    return Document(answer: section, title: "Baselines, targets and directions", asAt: nil)
  }
}

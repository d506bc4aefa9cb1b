import Documents

/// A change as the movements between two numbers: a table and its waterfall.
struct MovementBridge {
  /// One movement, or what no movement explains.
  struct Line {
    let key: String
    let label: String
    let change: Int
  }

  /// What moved.
  let name: String
  /// The two days or months.
  let from: String
  let to: String
  let before: Int
  let after: Int
  let lines: [Line]
  /// Where the numbers are from, for the line below the chart; nil when that is not known.
  var source: String?

  /// The table, the movements between the two numbers.
  var table: Table {
    Table(
      id: "movements", caption: "\(name), \(from) to \(to)",
      columns: [
        Column(id: "key", title: "Id", kind: .key),
        Column(id: "label", title: "Movement", kind: .rowHeader),
        Column(id: "change", title: "Change", kind: .number),
        Column(id: "number", title: "Children", kind: .number),
      ],
      rows: [Row([.text("opening"), .text(from), .notApplicable, .integer(before)])]
        + lines.map {
          Row([.text($0.key), .text($0.label), .change($0.change), .notApplicable])
        } + [
          Row(
            [.text("closing"), .text(to), .change(after - before), .integer(after)], isTotal: true)
        ])
  }

  /// The same as a waterfall.
  var chart: Chart {
    let description = lines.map { "\($0.label): \(Prose.signed($0.change))" }
      .joined(separator: "; ")
    return Chart(
      id: "decomposition", title: "\(name) between \(from) and \(to)",
      description: Prose.sentence(
        "\(Prose.figures(before)) children became \(Prose.figures(after))"
          + (description.isEmpty ? "" : "; \(description)")),
      source: source, tableID: "movements",
      kind: .waterfall(
        WaterfallChart(
          start: .init(name: from, value: ExactNumber(before)),
          steps: lines.map { .init(id: $0.key, name: $0.label, change: ExactNumber($0.change)) },
          end: .init(name: to, value: ExactNumber(after)))))
  }

  /// `rose by three, from 32 to 35`.
  var verb: String {
    after == before
      ? "stayed at \(Prose.figures(after))"
      : "\(after > before ? "rose" : "fell") by \(Prose.number(abs(after - before))), from"
        + " \(Prose.figures(before)) to \(Prose.figures(after))"
  }
}

/// Writes a document as JSON on one line, in a form that stays the same from release to release.
///
/// `{"title":…,"asAt":"2020-11-02"|null,"blocks":[…]}`, with keys in this order; a paper that is not
/// finished has `"pageMark":…` before its blocks. A block is one of
/// - `{"type":"heading","level":1,"text":…}`
/// - `{"type":"paragraph","text":…}`
/// - `{"type":"list","items":[…]}`
/// - `{"type":"table","id":…,"caption":…,"columns":[ids],"titles":[…],"rows":[[…]]}` and, where
///   cells have remarks, `"annotations":[{"row":0,"column":id,"text":…,"value":number|null}]`
/// - `{"type":"chart","id":…,"kind":…,"title":…,"subtitle":…,"description":…,"unit":…,
///   "remark":…|null,"source":…|null,"references":[{"label":…,"value":number}],"columns":[ids],"titles":[…],
///   "rows":[[…]]}`, the columns and rows as of a table
/// - `{"type":"note","code":…,"severity":…,"text":…}`
/// - `{"type":"sources","items":[…]}`
///
/// Rows hold a value for every column, keys included: a number with exactly its decimals, a string,
/// or null where nothing is known.
public struct JSONRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document on one line, ending in a line break.
  public func render(_ document: Document) -> String {
    let asAt = document.asAt.map(JSONText.string) ?? "null"
    let mark = document.pageMark.map { ",\"pageMark\":" + JSONText.string($0) } ?? ""
    return "{\"title\":" + JSONText.string(document.title) + ",\"asAt\":" + asAt + mark
      + ",\"blocks\":"
      + JSONText.array(document.blocks.map(block)) + "}\n"
  }

  private func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text):
      object("heading", [("level", "\(level)"), ("text", JSONText.string(text))])
    case .paragraph(let text): object("paragraph", [("text", JSONText.string(text))])
    case .list(let items): object("list", [("items", JSONText.array(items.map(JSONText.string)))])
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .note(let note):
      object(
        "note",
        [
          ("code", JSONText.string(note.code)),
          ("severity", JSONText.string(note.severity.rawValue)),
          ("text", JSONText.string(note.text)),
        ])
    case .sources(let items):
      object("sources", [("items", JSONText.array(items.map(JSONText.string)))])
    }
  }

  private func chart(_ chart: Chart) -> String {
    object(
      "chart",
      [
        ("id", JSONText.string(chart.id)),
        ("kind", JSONText.string(chart.kind.name)),
        ("title", JSONText.string(chart.title)),
        ("subtitle", JSONText.string(chart.subtitle)),
        ("description", JSONText.string(chart.description)),
        ("unit", JSONText.string(chart.unit)),
        ("remark", chart.remark.map(JSONText.string) ?? "null"),
        ("source", chart.source.map(JSONText.string) ?? "null"),
        (
          "references",
          JSONText.array(
            chart.references.map {
              "{\"label\":" + JSONText.string($0.label) + ",\"value\":" + $0.value.exact + "}"
            })
        ),
      ] + figures(chart.dataTable))
  }

  private func table(_ table: Table) -> String {
    var fields = [
      ("id", JSONText.string(table.id)),
      ("caption", JSONText.string(table.caption)),
    ]
    fields += figures(table)
    let annotations = self.annotations(table)
    if !annotations.isEmpty { fields.append(("annotations", JSONText.array(annotations))) }
    return object("table", fields)
  }

  private func figures(_ table: Table) -> [(String, String)] {
    [
      ("columns", JSONText.array(table.columns.map { JSONText.string($0.id) })),
      ("titles", JSONText.array(table.columns.map { JSONText.string($0.title) })),
      ("rows", JSONText.array(table.rows.map { JSONText.array($0.cells.map(value)) })),
    ]
  }

  private func annotations(_ table: Table) -> [String] {
    table.rows.enumerated().flatMap { number, row in
      zip(table.columns, row.cells).compactMap { column, cell in
        cell.remark.map { remark in
          let value = cell.remarkNumber.map(String.init) ?? "null"
          return "{\"row\":\(number),\"column\":" + JSONText.string(column.id) + ",\"text\":"
            + JSONText.string(remark) + ",\"value\":" + value + "}"
        }
      }
    }
  }

  private func value(_ cell: Cell) -> String {
    switch cell.value {
    case .text(let text): JSONText.string(text)
    case .number(let mantissa, let decimals):
      DecimalFormat.exact(mantissa: mantissa, decimals: decimals)
    case .flag(let flag): flag ? "true" : "false"
    case .missing: "null"
    }
  }

  private func object(_ type: String, _ fields: [(String, String)]) -> String {
    "{\"type\":\"" + type + "\"" + fields.map { ",\"" + $0 + "\":" + $1 }.joined() + "}"
  }
}

/// Writes a document as JSON on one line, in a form that stays the same from release to release.
///
/// `{"title":…,"asAt":"2020-11-02"|null,"blocks":[…]}`, with keys in this order. A block is one of
/// - `{"type":"heading","level":1,"text":…}`
/// - `{"type":"paragraph","text":…}`
/// - `{"type":"list","items":[…]}`
/// - `{"type":"table","id":…,"caption":…,"columns":[ids],"titles":[…],"rows":[[…]]}` and, where
///   cells have remarks, `"annotations":[{"row":0,"column":id,"text":…,"value":number|null}]`
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
    return "{\"title\":" + JSONText.string(document.title) + ",\"asAt\":" + asAt + ",\"blocks\":"
      + JSONText.array(document.blocks.map(block)) + "}\n"
  }

  private func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text):
      object("heading", [("level", "\(level)"), ("text", JSONText.string(text))])
    case .paragraph(let text): object("paragraph", [("text", JSONText.string(text))])
    case .list(let items): object("list", [("items", JSONText.array(items.map(JSONText.string)))])
    case .table(let table): self.table(table)
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

  private func table(_ table: Table) -> String {
    var fields = [
      ("id", JSONText.string(table.id)),
      ("caption", JSONText.string(table.caption)),
      ("columns", JSONText.array(table.columns.map { JSONText.string($0.id) })),
      ("titles", JSONText.array(table.columns.map { JSONText.string($0.title) })),
      ("rows", JSONText.array(table.rows.map { JSONText.array($0.cells.map(value)) })),
    ]
    let annotations = self.annotations(table)
    if !annotations.isEmpty { fields.append(("annotations", JSONText.array(annotations))) }
    return object("table", fields)
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
    case .missing: "null"
    }
  }

  private func object(_ type: String, _ fields: [(String, String)]) -> String {
    "{\"type\":\"" + type + "\"" + fields.map { ",\"" + $0 + "\":" + $1 }.joined() + "}"
  }
}

import CSV
import Documents

/// What the terms of a paper mean, for readers from outside the service.
public struct Glossary: Equatable, Sendable {
  /// One term.
  public struct Term: Equatable, Sendable {
    /// The term as the glossary lists it.
    public let name: String
    /// The forms in which it stands in a text; one with a capital letter is looked for as it is.
    public let forms: [String]
    /// What it means, in whole sentences.
    public let meaning: String
  }

  /// The terms, in the order of the list.
  public let terms: [Term]

  /// Reads a glossary: the columns `term`, `forms` with strokes between, and `meaning`.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  /// - Throws: `CSVError` with the place of what cannot be taken.
  public init(bytes: [UInt8], file: String) throws(CSVError) {
    let table = try CSVTable(
      bytes: bytes, file: file, required: ["term", "forms", "meaning"], known: [])
    var terms: [Term] = []
    for record in table.records {
      terms.append(
        Term(
          name: try table.required("term", of: record),
          forms: try table.required("forms", of: record).split(separator: "|").map(String.init),
          meaning: try table.required("meaning", of: record)))
    }
    self.terms = terms
  }

  /// The terms that stand in a paper, in the order of the list, and no others.
  public func used(in document: Document) -> [Term] {
    let texts = document.words.map { Array($0.unicodeScalars) }
    let folded = document.words.map { Array($0.lowercased().unicodeScalars) }
    return terms.filter { term in
      term.forms.contains { form in
        let hasCapital = form.contains(where: \.isUppercase)
        let wanted = Array(form.unicodeScalars)
        return (hasCapital ? texts : folded).contains { Self.holds($0, wanted) }
      }
    }
  }

  /// Whether words stand in a text, not as part of longer words.
  private static func holds(_ text: [Unicode.Scalar], _ wanted: [Unicode.Scalar]) -> Bool {
    guard let first = wanted.first, text.count >= wanted.count else { return false }
    let isWord = { (index: Int) in
      text.indices.contains(index)
        && (text[index].properties.isAlphabetic || ("0"..."9").contains(text[index]))
    }
    for start in 0...(text.count - wanted.count) where text[start] == first {
      guard text[start..<start + wanted.count].elementsEqual(wanted) else { continue }
      if !isWord(start - 1), !isWord(start + wanted.count) { return true }
    }
    return false
  }

  /// The table of the terms that a paper uses; nil when it uses none.
  func table(for document: Document) -> Table? {
    let used = used(in: document)
    guard !used.isEmpty else { return nil }
    return Table(
      id: "glossary", caption: "Terms used in this paper",
      columns: [
        Column(id: "term", title: "Term", kind: .rowHeader),
        Column(id: "meaning", title: "Meaning", kind: .prose),
      ], rows: used.map { Row([.text($0.name), .text($0.meaning)]) })
  }
}

extension Document {
  /// Every text that a person reads, for a search: titles, sentences, headings and cells.
  var words: [String] {
    [title]
      + blocks.flatMap { block -> [String] in
        switch block {
        case .heading(_, let text), .paragraph(let text): [text]
        case .list(let items): items
        case .note(let note): [note.text]
        case .sources(let items): items
        case .chart(let chart): [chart.title, chart.subtitle, chart.description, chart.unit]
        case .table(let table):
          table.isForMachines
            ? []
            : [table.caption] + table.columns.filter { $0.kind != .key }.map(\.title)
              + table.rows.flatMap { row in
                zip(table.columns, row.cells).compactMap { column, cell in
                  guard column.kind != .key else { return nil }
                  if case .text(let text) = cell.value { return cell.display ?? text }
                  return cell.display ?? cell.remark
                }
              }
        }
      }
  }
}

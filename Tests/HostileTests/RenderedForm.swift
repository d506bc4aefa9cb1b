import TestSupport
import Documents
import Foundation
import FoundationXML

/// Looks whether a rendered answer is of its form, and holds nothing that came out of a text.
struct RenderedForm {
  /// What is wrong; empty where nothing is.
  private(set) var faults: [String] = []

  /// The names of the elements that were found.
  private(set) var elements: Set<String> = []

  /// - Parameter answer: an answer in the form `format`.
  init(_ answer: RenderedDocument, _ format: OutputFormat) {
    switch format {
    case .docx, .zip:
      for part in StoredZip.parts(of: answer.bytes) { look(at: part) }
      if StoredZip.parts(of: answer.bytes).isEmpty { faults.append("there is nothing in the zip") }
    default:
      let text = String(decoding: answer.bytes, as: UTF8.self)
      for scalar in text.unicodeScalars where scalar.isHarmful {
        faults.append("U+\(String(scalar.value, radix: 16)) is in it")
      }
      if format == .html { lookAtPage(text) }
      if format == .csv { lookAtTable(text) }
      if format == .json, (try? JSONSerialization.jsonObject(with: Data(answer.bytes))) == nil {
        faults.append("it is not JSON")
      }
      if format == .markdown,
        text.contains(/(?:^|[^\\])\[[^\]\n]*\]\(javascript/) || text.contains(/(?:^|[^\\])<script/)
      {
        faults.append("a link or element of a text is one of the answer")
      }
    }
  }

  /// A part of a zip: a table, a page of XML, or the workbook of a chart, which is a zip itself.
  private mutating func look(at part: StoredZip.Part) {
    if part.name.hasSuffix(".csv") {
      lookAtTable(part.text)
    } else if part.name.hasSuffix(".xlsx") {
      let inner = StoredZip.parts(of: part.bytes)
      if inner.isEmpty { faults.append("there is nothing in \(part.name)") }
      for part in inner { look(at: part) }
    } else {
      parse(part.name, part.text)
    }
  }

  private mutating func lookAtPage(_ text: String) {
    for tag in text.matches(of: /<([A-Za-z!\/][A-Za-z0-9:!-]*)[^>]*>/) {
      elements.insert(String(tag.1))
      if tag.0.contains(/\son[a-z]+=/) { faults.append("\(tag.0) would run something") }
    }
  }

  private mutating func parse(_ name: String, _ text: String) {
    let parser = XMLParser(data: Data(text.utf8))
    let names = ElementNames()
    parser.delegate = names
    if !parser.parse() { faults.append("\(name) is not well formed") }
    elements.formUnion(names.found)
  }

  private mutating func lookAtTable(_ text: String) {
    for cell in text.matches(of: /(?:^|[,\n])"?([=+@\-][^,"\n]*)/) where Double(cell.1) == nil {
      faults.append("the cell \(cell.1) would be worked out")
    }
  }

  private final class ElementNames: NSObject, XMLParserDelegate {
    var found: Set<String> = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      found.insert(name)
    }
  }
}

/// The parts of a zip that packs nothing, as papers are written.
enum StoredZip {
  struct Part {
    let name: String
    let bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  static func parts(of bytes: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var place = 0
    while place + 30 < bytes.count, number(bytes, place, 4) == 0x0403_4B50 {
      let nameEnd = place + 30 + number(bytes, place + 26, 2)
      let start = nameEnd + number(bytes, place + 28, 2)
      let end = start + number(bytes, place + 18, 4)
      guard end <= bytes.count else { break }
      parts.append(
        Part(
          name: String(decoding: bytes[(place + 30)..<nameEnd], as: UTF8.self),
          bytes: Array(bytes[start..<end])))
      place = end
    }
    return parts
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> Int {
    (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
  }
}

import CSV
import Testing
import TestSupport

@Suite("What is written as RFC 4180 has it")
struct RoundTripTests {
  private static let pieces = [
    "a", "Z", "7", " ", ",", "\"", "\"\"", "\r\n", "\n", "é", "£65", "it’s", "日本", "\t", "=1+1",
  ]

  @Test("reads back as the same fields", arguments: UInt64(1)...100)
  func readsBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let records = Self.records(using: &generator)
    let lineEnd = Bool.random(using: &generator) ? "\r\n" : "\n"
    let mark = Bool.random(using: &generator) ? "\u{FEFF}" : ""
    var text = mark + records.map(Self.line).joined(separator: lineEnd)
    if Bool.random(using: &generator) { text += lineEnd }

    var parser = CSVParser(bytes: Array(text.utf8), file: "made-up.csv")
    var read: [[String]] = []
    while let record = try parser.next() { read.append(record.fields) }

    #expect(read == records)
  }

  private static func records(using generator: inout SeededGenerator) -> [[String]] {
    let width = Int.random(in: 1...6, using: &generator)
    return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      (0..<width).map { _ in
        (0..<Int.random(in: 0...6, using: &generator))
          .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      }
    }
  }

  /// A record of one blank field is written with quotation marks: a blank line is none.
  private static func line(_ fields: [String]) -> String {
    if fields == [""] { return "\"\"" }
    return fields.map(field).joined(separator: ",")
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

import Documents
import Foundation
import Testing

@Suite("JSON")
struct JSONRendererTests {
  @Test("A document is one line with its keys in the documented order")
  func golden() {
    let table = Table(
      id: "rates", caption: "Rates",
      columns: [
        Column(id: "cohort", title: "Id", kind: .key),
        Column(id: "2020-10", title: "October", kind: .number),
      ],
      rows: [
        Row([.text("ico"), .decimal(mantissa: 6500, decimals: 2)]),
        Row([
          .text("sgo"),
          Cell(
            .number(mantissa: -46123, decimals: 0), display: "46", remark: "6 assessed",
            remarkNumber: 6),
        ]),
        Row([.text("x"), Cell(.missing, display: "not printed", remark: "see note")]),
      ])
    let document = Document(
      title: "A \"title\"", asAt: "2020-11-02",
      blocks: [
        .heading(level: 2, text: "H"), .paragraph("P"), .list(["a", "b"]), .table(table),
        .note(Note(code: "c-d", severity: .prompt, text: "T")), .sources(["S"]),
      ])
    #expect(
      JSONRenderer().render(document)
        == #"{"title":"A \"title\"","asAt":"2020-11-02","blocks":["#
        + #"{"type":"heading","level":2,"text":"H"},{"type":"paragraph","text":"P"},"#
        + #"{"type":"list","items":["a","b"]},"#
        + #"{"type":"table","id":"rates","caption":"Rates","columns":["cohort","2020-10"],"#
        + #""titles":["Id","October"],"rows":[["ico",65.00],["sgo",-46123],["x",null]],"#
        + #""annotations":[{"row":1,"column":"2020-10","text":"6 assessed","value":6},"#
        + #"{"row":2,"column":"2020-10","text":"see note","value":null}]},"#
        + #"{"type":"note","code":"c-d","severity":"prompt","text":"T"},"#
        + #"{"type":"sources","items":["S"]}]}"# + "\n")
  }

  @Test("An empty document, without a day")
  func empty() {
    #expect(
      JSONRenderer().render(Document(title: "")) == #"{"title":"","asAt":null,"blocks":[]}"# + "\n")
  }

  @Test("Text comes back as it was, and no control character stands in the line")
  func roundTrip() throws {
    let text = "\u{0}\u{8}\t\n\u{C}\r\u{1B}[2J\u{7F}\u{9B}\u{2028}\u{2029}\u{202E}\\\"/é日😊\u{301}"
    let line = JSONRenderer().render(Document(title: text))
    #expect(line.unicodeScalars.dropLast().allSatisfy { $0.value >= 0x20 && $0.value != 0x9B })
    #expect(line.contains(#"\u0000\b\t\n\f\r\u001b[2J\u007f\u009b\u2028\u2029\u202e\\\""#))
    let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect((read?["title"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test("A whole update is valid JSON, key columns and all")
  func update() throws {
    let line = JSONRenderer().render(Sample.update)
    #expect(line.filter { $0 == "\n" }.count == 1)
    let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let blocks = try #require(read?["blocks"] as? [[String: Any]])
    let table = try #require(blocks.last { $0["type"] as? String == "table" })
    let rows = try #require(table["rows"] as? [[Any]])
    #expect(rows.count == 12)
    #expect(rows.allSatisfy { $0.count == 10 })
    #expect(rows[5][0] as? String == "sgo_plan")
    #expect(rows[5][5] as? Int == 46)
  }
}

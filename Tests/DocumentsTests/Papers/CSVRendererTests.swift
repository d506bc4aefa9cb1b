import Documents
import Testing

@Suite("CSV")
struct CSVRendererTests {
  @Test("One table is a header of ids and its rows, and nothing else")
  func oneTable() {
    #expect(
      CSVRenderer().render(Document(title: "T", blocks: [.paragraph("P"), .table(Sample.planned)]))
        == """
        month,sgo,discharge,total
        November 2020,5,4,9
        December 2020,0,0,0
        January 2021,3,,3
        All three months,8,4,12

        """)
  }

  @Test("Remarks have columns of their own, so that every number stands alone")
  func remarks() {
    let lines = CSVRenderer().render(Document(title: "T", blocks: [.table(Sample.status)]))
      .split(separator: "\n")
    #expect(
      lines[0]
        == "cohort,name,2020-02,2020-08,2020-08-remark,2020-08-remark-value,2020-09,"
        + "2020-09-remark,2020-09-remark-value,2020-10,2020-10-remark,2020-10-remark-value,"
        + "change,direction,rating,commentary")
    #expect(
      lines[6].hasPrefix(
        "sgo_plan,Plan for special guardianship (SGO),45,51,7 still being assessed,7,48,"))
  }

  @Test("Several tables stand under their captions; a document without any gives its words")
  func others() {
    let text = CSVRenderer().render(
      Document(title: "T", blocks: [.table(Sample.planned), .chart(SampleCharts.plan)]))
    #expect(text.hasPrefix("Applications planned for the next three months\nmonth,sgo,"))
    #expect(
      text.contains("\n\nFigures: Three of ten planned applications were sent in October\nid,name,")
    )
    #expect(
      CSVRenderer().render(Document(title: "T", asAt: "2020-11-02", blocks: [.list(["a", "b"])]))
        == "type,text\ntitle,T\nas-at,2020-11-02\nitem,a\nitem,b\n")
  }

  @Test("A file begins with the mark that spreadsheets need, where it is not all ASCII")
  func mark() {
    let ascii = Document(title: "T", blocks: [.table(Sample.planned)])
    #expect(ascii.rendered(as: .csv, isFile: true).bytes.first == UInt8(ascii: "m"))
    let other = Document(title: "caf\u{E9}")
    #expect(other.rendered(as: .csv, isFile: true).bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(other.rendered(as: .csv).bytes.prefix(3) == Array("typ".utf8)[...])
  }

  @Test("A zip has a file for each table, named after it, and one for the words")
  func archive() throws {
    let twice = Document(title: "T", blocks: [.table(Sample.planned), .table(Sample.planned)])
    let files = try ZipReader.files(CSVRenderer().archive(twice))
    #expect(
      files.map(\.name) == ["planned-applications.csv", "planned-applications-2.csv", "words.csv"])
    #expect(files[0].text.hasPrefix("month,sgo,discharge,total\n"))
  }
}

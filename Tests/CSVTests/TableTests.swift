import CSV
import Testing

@Suite("A table with a header line")
struct TableTests {
  private func table(_ text: String, known: [String]? = ["note"]) throws -> CSVTable {
    try CSVTable(
      bytes: Array(text.utf8), file: "flows.csv", required: ["date", "measure"], known: known)
  }

  private func sentence(for text: String) throws -> String {
    let error = try #require(throws: CSVError.self) { try table(text) }
    return "\(error)"
  }

  @Test("finds values by column name, in any order and any case")
  func values() throws {
    let table = try table(" Measure ,NOTE,Date\n started ,, 2020-10\n")
    let record = try #require(table.records.first)

    #expect(table.header == ["measure", "note", "date"])
    #expect(table.value("date", of: record) == "2020-10")
    #expect(table.value("measure", of: record) == "started")
    #expect(table.value("note", of: record) == nil, "a blank field has no value")
    #expect(table.value("section", of: record) == nil, "a column that is absent has no value")
  }

  @Test("trims no-break spaces, which come along from web pages")
  func noBreakSpaces() throws {
    let table = try table("date,measure\n2020-10\u{A0},\u{A0}started\n")
    let record = try #require(table.records.first)

    #expect(table.value("date", of: record) == "2020-10")
    #expect(table.value("measure", of: record) == "started")
  }

  @Test("accepts any column when none is named as known")
  func anyColumn() throws {
    let table = try table("date,measure,anything\n2020-10,started,x\n", known: nil)
    let record = try #require(table.records.first)

    #expect(table.value("anything", of: record) == "x")
  }

  @Test("says what is wrong with a header line")
  func headers() throws {
    #expect(
      try sentence(for: "")
        == "flows.csv, line 1: the file is empty; its first line must name the columns date,"
        + " measure.")
    #expect(
      try sentence(for: "date,note\n")
        == "flows.csv, line 1: the column \"measure\" is missing from the header line.")
    #expect(
      try sentence(for: "date,measure,notes\n")
        == "flows.csv, line 1, column 14: there is no column \"notes\"; the columns are date,"
        + " measure, note.")
    #expect(
      try sentence(for: "date,measure,Date\n")
        == "flows.csv, line 1, column 14: the column \"date\" is there twice.")
  }

  @Test("says which line has too many or too few fields")
  func widths() throws {
    let hint = "a value that holds a comma needs quotation marks round it."
    #expect(
      try sentence(for: "date,measure\n2020-10,started\n2020-10,started,siblings\n")
        == "flows.csv, line 3, column 17: this line has 3 fields where the header has 2; \(hint)")
    #expect(
      try sentence(for: "date,measure\n2020-10\n")
        == "flows.csv, line 2, column 1: this line has 1 field where the header has 2; \(hint)")
  }

  @Test("says which value is blank and may not be")
  func blanks() throws {
    let table = try table("date,measure\n2020-10, \n")
    let record = try #require(table.records.first)

    let error = try #require(throws: CSVError.self) { try table.required("measure", of: record) }
    #expect("\(error)" == "flows.csv, line 2, column 9: the measure is blank.")
  }
}

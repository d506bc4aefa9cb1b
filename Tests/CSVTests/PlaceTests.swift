import CSV
import Testing

@Suite("The place of a record")
struct PlaceTests {
  private func records(of text: String) throws -> [CSVRecord] {
    var parser = CSVParser(bytes: Array(text.utf8), file: "flows.csv")
    var records: [CSVRecord] = []
    while let record = try parser.next() { records.append(record) }
    return records
  }

  @Test("is its line and the byte columns of its fields, from 1")
  func columns() throws {
    let records = try records(of: "date,measure\n2020-10,started\n")

    #expect(records.map(\.line) == [1, 2])
    #expect(records.map(\.columns) == [[1, 6], [1, 9]])
    #expect(records.map(\.file) == ["flows.csv", "flows.csv"])
  }

  @Test("counts bytes, of which é has two")
  func bytes() throws {
    #expect(try records(of: "é,b").map(\.columns) == [[1, 4]])
  }

  @Test("does not count the byte-order mark that Excel writes")
  func byteOrderMark() throws {
    let records = try records(of: "\u{FEFF}date,measure")

    #expect(records.map(\.fields) == [["date", "measure"]])
    #expect(records.map(\.columns) == [[1, 6]])
  }

  @Test("counts blank lines and the lines within quotation marks")
  func lines() throws {
    let records = try records(of: "a\r\n\r\n\"two\r\nlines\"\r\n\nb")

    #expect(records.map(\.fields) == [["a"], ["two\r\nlines"], ["b"]])
    #expect(records.map(\.line) == [1, 3, 6])
  }

  @Test("takes a lone carriage return for a line end, as old spreadsheets write it")
  func loneReturns() throws {
    #expect(try records(of: "a\rb\r").map(\.line) == [1, 2])
  }

  @Test("knows an empty last field from no field")
  func emptyFields() throws {
    #expect(try records(of: "a,\n,\nb").map(\.fields) == [["a", ""], ["", ""], ["b"]])
  }

  @Test("is nowhere in a file of nothing but line ends", arguments: ["", "\n\r\n\r"])
  func nothing(text: String) throws {
    #expect(try records(of: text).isEmpty)
  }
}

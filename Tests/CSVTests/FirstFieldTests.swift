import CSV
import TestSupport
import Testing

@Suite("Looking up the lines of a first field") struct FirstFieldTests {
  static let text = "area,value\n201,a\n884,b\n884,c\n885,d\nEngland,e\nInner London,f\n"

  @Test(
    "The lines of the key are found, with their places, and no others",
    arguments: [
      ("201", ["a"], [2]), ("884", ["b", "c"], [3, 4]), ("England", ["e"], [6]),
      ("Inner London", ["f"], [7]), ("88", [], []), ("Inner", [], []), ("", [], []),
      ("999", [], []), ("Zzz", [], []), ("area", [], []),
    ] as [(String, [String], [Int])])
  func found(key: String, values: [String], lines: [Int]) throws {
    let table = try CSVTable(
      bytes: Array(Self.text.utf8), file: "a.csv", required: ["area", "value"], firstField: key)
    #expect(table.records.compactMap { table.value("value", of: $0) } == values)
    #expect(table.records.map(\.line) == lines)
  }

  @Test("A byte-order mark, CRLF and a last line without an end are read")
  func layouts() throws {
    for text in ["\u{FEFF}area,value\r\n201,a\r\n884,b\r\n", "area,value\n201,a\n884,b"] {
      let table = try CSVTable(
        bytes: Array(text.utf8), file: "a.csv", required: ["area"], firstField: "884")
      #expect(table.records.compactMap { table.value("value", of: $0) } == ["b"])
      #expect(table.records.map(\.line) == [3])
    }
    for text in ["area,value", "area,value\n", "area,value\r\n"] {
      let table = try CSVTable(
        bytes: Array(text.utf8), file: "a.csv", required: ["area"], firstField: "884")
      #expect(table.records.isEmpty)
    }
  }

  @Test("What is wrong in a line of the key is said with its place; other lines are not looked at")
  func wrong() throws {
    let text = "area,value\n201,a,too many\n884,b\"ad\n"
    #expect(throws: Never.self) {
      try CSVTable(
        bytes: Array(text.utf8), file: "a.csv", required: ["area"], firstField: "300")
    }
    let error = try #require(throws: CSVError.self) {
      try CSVTable(
        bytes: Array(text.utf8), file: "a.csv", required: ["area"], firstField: "884")
    }
    #expect(error.line == 3)
    #expect(error.column == 6)
  }

  @Test("In any sorted file every key finds exactly its own lines")
  func property() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let keys = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        String(Int.random(in: 0...30, using: &random))
      }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      let lines = keys.enumerated().map { "\($1),\($0)\n" }
      let bytes = Array(("key,line\n" + lines.joined()).utf8)
      for key in (0...31).map(String.init) {
        let table = try CSVTable(
          bytes: bytes, file: "a.csv", required: ["key"], firstField: key)
        #expect(
          table.records.map(\.line) == keys.indices.filter { keys[$0] == key }.map { $0 + 2 })
      }
    }
  }
}

import Testing

@testable import Documents

/// The workbook in each chart of a Word file: what "Edit data" opens.
@Suite("Workbooks of charts")
struct ChartSheetTests {
  private struct Reference {
    var formula: String
    /// The figures that the chart keeps beside its formula, by their place.
    var cache: [Int: String]
  }

  /// Every formula of a chart with what it keeps of it.
  private func references(_ chart: XMLTree) -> [Reference] {
    (chart.all("c:numRef") + chart.all("c:strRef")).map { reference in
      let points = reference.all("c:pt").compactMap { point -> (Int, String)? in
        guard let index = point.attributes["idx"].flatMap({ Int($0) }) else { return nil }
        return (index, point.first("c:v")?.text ?? "")
      }
      return Reference(
        formula: reference.first("c:f")?.text ?? "",
        cache: Dictionary(points) { first, _ in first }.filter { !$0.value.isEmpty })
    }
  }

  /// The cells of the one sheet, by their places.
  private func cells(_ workbook: [UInt8]) throws -> [String: String] {
    let files = try ZipReader.files(workbook)
    let sheet = try #require(files.first { $0.name == "xl/worksheets/sheet1.xml" })
    let cells = try XMLTree.read(sheet.text).all("c").compactMap { cell -> (String, String)? in
      guard let place = cell.attributes["r"] else { return nil }
      return (place, cell.all("v").first?.text ?? cell.all("t").first?.text ?? "")
    }
    #expect(Set(cells.map(\.0)).count == cells.count)
    return Dictionary(cells) { first, _ in first }
  }

  @Test("Every formula of a chart leads to cells that hold what the chart shows", arguments: 0..<8)
  func formulas(index: Int) throws {
    let chart = WordChart(SampleCharts.all[index].forPeople(PlainText.line))
    let cells = try cells(chart.workbook)
    let references = references(try XMLTree.read(chart.part))
    #expect(!references.isEmpty)
    for reference in references {
      let places = try #require(
        reference.formula.wholeMatch(of: /Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?/))
      let column = String(places.1)
      let first = try #require(Int(places.2))
      let last = try places.4.map { try #require(Int($0)) } ?? first
      #expect(places.3.map { $0 == places.1 } ?? true)
      for row in first...last {
        #expect(
          cells["\(column)\(row)"] == reference.cache[row - first], "\(column)\(row)")
      }
    }
  }

  @Test("Months stand in the sheet as days: October 2020 is day 44105 of the spreadsheets")
  func days() throws {
    let chart = WordChart(SampleCharts.line)
    let cells = try cells(chart.workbook)
    #expect(cells["A2"] == "43770")
    #expect(cells["A13"] == "44105")
    #expect(
      cells["B1"] == "Looked after children" || cells.values.contains("Looked after children"))
    let axis = try #require(try XMLTree.read(chart.part).all("c:dateAx").first)
    #expect(axis.first("c:baseTimeUnit")?.attributes["val"] == "months")
    #expect(axis.first("c:numFmt")?.attributes["formatCode"] == "[$-809]mmm yyyy")
  }

  @Test(
    "Periods that are neither years nor months, or are named otherwise, stay names",
    arguments: [
      ("2019", "2019", true), ("2020-10", "Oct 2020", true), ("2020-10", "October", false),
      ("2018/19", "2018/19", false), ("q1", "Q1", false), ("2020-13", "Oct 2020", false),
      ("1899", "1899", false),
    ])
  func otherPeriods(id: String, label: String, isDate: Bool) {
    #expect((ChartDays([(0, id, label)], count: 1) != nil) == isDate)
  }

  @Test("A text that looks like a formula is a text in the sheet")
  func formulaInText() throws {
    var chart = SampleCharts.bars
    guard case .bars(var bars) = chart.kind else { return }
    bars.groups[0].name = "=1+1"
    chart.kind = .bars(bars)
    let files = try ZipReader.files(WordChart(chart).workbook)
    let sheet = try #require(files.first { $0.name == "xl/worksheets/sheet1.xml" })
    let cell = try #require(
      try XMLTree.read(sheet.text).all("c").first { $0.all("t").first?.text == "=1+1" })
    #expect(cell.attributes["t"] == "inlineStr")
    #expect(!sheet.text.contains("<f>"))
  }

  @Test("The same chart gives the same workbook, and columns after Z are AA and AB")
  func repeatable() {
    #expect(WordChart(SampleCharts.fan).workbook == WordChart(SampleCharts.fan).workbook)
    #expect(
      [0, 25, 26, 27, 701, 702].map(ChartSheet.letters) == ["A", "Z", "AA", "AB", "ZZ", "AAA"])
  }
}

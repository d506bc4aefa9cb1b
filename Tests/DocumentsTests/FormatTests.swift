import Documents
import Testing

@Suite("Numbers, days and names of forms")
struct FormatTests {
  @Test(
    "A number keeps exactly its decimals",
    arguments: [
      (6500, 2, "65.00", "65.00"), (-5, 1, "-0.5", "\u{2212}0.5"), (0, 0, "0", "0"),
      (0, 2, "0.00", "0.00"), (7, 3, "0.007", "0.007"), (36103, 0, "36103", "36,103"),
      (999, 0, "999", "999"), (1000, 0, "1000", "1,000"), (-1_234_567, 0, "-1234567", "−1,234,567"),
      (123_456, 2, "1234.56", "1,234.56"), (5, -2, "500", "500"), (0, -2, "0", "0"),
      (Int.min, 0, "-9223372036854775808", "\u{2212}9,223,372,036,854,775,808"),
    ])
  func numbers(mantissa: Int, decimals: Int, exact: String, forPeople: String) {
    #expect(DecimalFormat.exact(mantissa: mantissa, decimals: decimals) == exact)
    #expect(DecimalFormat.forPeople(mantissa: mantissa, decimals: decimals) == forPeople)
  }

  @Test(
    "A day is written in words; anything else stays",
    arguments: [
      ("2020-11-02", "2 November 2020"), ("2021-01-31", "31 January 2021"),
      ("2020-13-02", "2020-13-02"), ("2020-11-00", "2020-11-00"), ("2020-11", "2020-11"),
      ("2020-1-002", "2020-1-002"), ("2020-+1-02", "2020-+1-02"), ("soon", "soon"), ("", ""),
    ])
  func days(text: String, expected: String) {
    #expect(DateInWords.day(text) == expected)
  }

  @Test("A form is found by name, alias and file ending")
  func forms() {
    #expect(OutputFormat(named: "Markdown") == .markdown)
    #expect(OutputFormat(named: "md") == .markdown)
    #expect(OutputFormat(named: "docs") == nil)
    #expect(OutputFormat(fileEnding: ".TXT") == .text)
    #expect(OutputFormat(fileEnding: "json") == .json)
    #expect(OutputFormat(fileEnding: "") == nil)
  }

  @Test("Every form is found by each of its names, and by one form's only")
  func everyName() {
    let names = OutputFormat.allCases.flatMap(\.names)
    #expect(Set(names).count == names.count)
    for format in OutputFormat.allCases {
      #expect(format.names.first == format.rawValue)
      #expect(format.names.allSatisfy { OutputFormat(named: $0) == format })
      #expect(OutputFormat(fileEnding: format.fileEnding) == format)
      #expect(!format.summary.isEmpty)
    }
  }
}

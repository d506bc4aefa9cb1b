import HistoryFiles
import LookedAfter
import SampleHistory

/// Figures made up from a seed, in a folder with the sample's scheme: any measure, any time, any
/// basis, with details, words and papers that need quotation marks.
enum MadeUpFigures {
  private static let words = [
    "", "agreed", "before rebasing, published 2021", "the \"49\"", "two\nlines", "it’s 10 °C",
    "'; --",
  ]

  static func folder(using generator: inout some RandomNumberGenerator) throws -> HistoryFolder {
    let sample = try SampleHistory.folder()
    var figures = "date,measure,value,basis,as_at,detail,text,source,section,note\n"
    for measure in sample.catalogue.measures {
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        figures += line(of: measure, using: &generator) + "\n"
      }
    }
    return try HistoryFolder(
      cohorts: sample.schemeFiles.cohorts, measures: sample.schemeFiles.measures,
      files: [
        try SampleHistory.file("herefordshire/authority.csv"),
        try SampleHistory.file("herefordshire/sources.csv"),
        .init(name: "figures.csv", bytes: Array(figures.utf8)),
      ])
  }

  private static func line(
    of measure: Measure, using generator: inout some RandomNumberGenerator
  ) -> String {
    // The detail is different on each line, so that no figure is given twice.
    let number = UInt32.random(in: .min ... .max, using: &generator)
    let detail = "\(word(using: &generator)) \(number)"
    let basis = ([""] + Basis.allCases.map(\.rawValue)).randomElement(using: &generator) ?? ""
    let asAt = Bool.random(using: &generator) ? "2020-11-02" : ""
    let source = ["", "update-2020-11", "ons-2025"].randomElement(using: &generator) ?? ""
    let text = "a text, \(word(using: &generator))"
    let fields = [
      date(using: &generator), measure.id.rawValue, value(of: measure, using: &generator), basis,
      asAt, detail, text, source, word(using: &generator), word(using: &generator),
    ]
    return fields.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
  }

  private static func word(using generator: inout some RandomNumberGenerator) -> String {
    words.randomElement(using: &generator) ?? ""
  }

  private static func date(using generator: inout some RandomNumberGenerator) -> String {
    let first = 2000 + Int.random(in: 0...20, using: &generator)
    return ["\(first)-10", "\(first)-04/\(first + 1)-03", "\(first)-02-28"]
      .randomElement(using: &generator) ?? ""
  }

  private static func value(
    of measure: Measure, using generator: inout some RandomNumberGenerator
  ) -> String {
    if measure.kind == .judgement { return "\(Int.random(in: 1...5, using: &generator))" }
    if measure.kind == .text { return "" }
    let whole = Int.random(in: 0...40_000, using: &generator)
    let exact = Quantity(mantissa: -whole, decimals: 2)
    return measure.problem(with: exact) == nil ? "\(exact)" : "\(whole)"
  }
}

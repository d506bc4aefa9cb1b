import HistoryFiles
import LookedAfter
import SampleHistory

extension FuzzTarget {
  /// Cases, as `import cases` takes them. What is taken is written out again, and has to be the same.
  static let casesCSV = FuzzTarget(
    "cases-csv",
    words: [
      "case,route,stage,date\n", "month", "reason", "note", "cohort", "born", "entered", "family",
      "sgo", "discharge", "reunification", "adoption", "identified", "assessing", "recommended",
      "planned", "withdrawn", "carer_not_willing", "2020-10-31", "2020-10", "ico", "\r\n",
    ]
  ) {
    let history = try SampleHistory.history()
    let routes = try CaseRouteFile.shipped()
    guard let today = CivilDate(iso: "2026-11-28") else { return { _ in } }
    func read(_ bytes: [UInt8]) throws -> [Case] {
      try CaseFile.read(
        bytes: bytes, file: "cases.csv", routes: routes, scheme: history.scheme,
        catalogue: history.catalogue, today: today)
    }
    return { bytes in
      let cases = try read(bytes)
      let text = CaseFile.text(of: cases)
      try requireSame(text, as: "the written cases") {
        CaseFile.text(of: try read(Array(text.utf8)))
      }
    }
  }
}

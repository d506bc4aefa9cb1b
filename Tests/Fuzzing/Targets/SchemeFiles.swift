import HistoryFiles
import LookedAfter
import Reports
import SSDA903
import SampleHistory

extension FuzzTarget {
  /// The file of cohorts, and behind a line `---` that of measures; without such a line the
  /// shipped measures are taken.
  static let schemeFile = FuzzTarget(
    "scheme-file",
    words: [
      "\n---\n", "id,name,phrase,kind,unit\n", "total", "stay", "leave", "undecided",
      "lower_is_better", "depends_on_cause", "stock", "flow", "reference", "ceased.adoption",
      "yes", "no", "not", "E1 D1", "U1 U4", "10", "\"", "\r\n",
    ]
  ) {
    let shipped = try SampleHistory.file("scheme/measures.csv")
    let own = try SampleHistory.file("herefordshire/authority.csv")
    let sources = try SampleHistory.file("herefordshire/sources.csv")
    let totals = try SampleHistory.file("herefordshire/totals.csv")
    let returns = try JoinedReturns(
      files: [
        (
          "Episodes.csv",
          Array("CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\nX1,01/04/2023,S,C2,N1,U6,,\n".utf8)
        )
      ], threads: 1)
    return { bytes in
      let parts = split(bytes)
      let folder = try HistoryFolder(
        cohorts: .init(name: "cohorts.csv", bytes: parts.first),
        measures: parts.second.map { .init(name: "measures.csv", bytes: $0) } ?? shipped,
        files: [own, sources, totals])
      let history = folder.history
      if let month = history.monthInView { _ = try MonthlyUpdate.document(history, month: month) }
      let caseload = try Caseload(returns, scheme: folder.scheme)
      _ = caseload.counts(on: returns.monthEnds)
    }
  }

  /// The file of the routes of cases, and behind a line `---` that of their stages.
  static let routesFile = FuzzTarget(
    "routes-file",
    words: [
      "\n---\n", "sgo", "adoption", "application", "move", "yes", "planning", "parked", "by_cohort",
      "at_end", "planned", "withdrawn", "identified", "\"", "\r\n",
    ]
  ) {
    let stages = try SampleHistory.file("scheme/stages.csv")
    return { bytes in
      let parts = split(bytes)
      _ = try CaseRouteFile.read(
        routes: .init(name: "routes.csv", bytes: parts.first),
        stages: parts.second.map { .init(name: "stages.csv", bytes: $0) } ?? stages)
    }
  }

  /// The bytes before and behind the first line `---`.
  private static func split(_ bytes: [UInt8]) -> (first: [UInt8], second: [UInt8]?) {
    let mark = Array("\n---\n".utf8)
    guard
      let place = bytes.indices.first(where: { bytes[$0...].starts(with: mark) })
    else { return (bytes, nil) }
    return (Array(bytes[...place]), Array(bytes[(place + mark.count)...]))
  }
}

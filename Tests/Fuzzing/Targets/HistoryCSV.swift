import HistoryFiles
import LookedAfter
import SampleHistory

extension FuzzTarget {
  /// Figures that someone has prepared, as `import history` takes them. What is taken is written out
  /// again, and has to be taken once more.
  static let historyCSV = FuzzTarget(
    "history-csv",
    words: [
      "date,measure,value\n", "basis", "assessing", "as_at", "detail", "text", "source", "note",
      "2020-10", "2020-10-31", "2020-02/2020-10", "month_end", "total", "ico", "started",
      "population", "setting.template", "9223372036854775807", "-1", "0.5", "\"\"", "\r\n",
    ]
  ) {
    let history = try SampleHistory.history()
    let empty = try HistoryFolder.empty().history
    func read(_ bytes: [UInt8], _ history: History) throws -> [Observation] {
      try HistoryImport.read(
        bytes: bytes, file: "f.csv", history: history, recordedAt: "2020-11-30T09:00:00Z")
    }
    return { bytes in
      let observations = try read(bytes, history)
      let joined = history.adding(observations)
      for month in joined.months.suffix(3) { _ = joined.snapshot(for: month) }
      let alone = empty.adding(observations)
      let text = HistoryExport.text(of: alone)
      try requireSame(text, as: "the export") {
        HistoryExport.text(of: empty.adding(try read(Array(text.utf8), empty)))
      }
    }
  }
}

import HistoryFiles
import HistoryStore
import LookedAfter
import Pseudonyms

extension Session {
  /// The routes that cases may follow: those of the cases there are, or else those of the program.
  ///
  /// - Throws: `ShippedDataError` or `CSVError`.
  func caseRoutes() throws -> CaseRoutes {
    history.cases.routes.all.isEmpty ? try CaseRouteFile.shipped() : history.cases.routes
  }

  /// The day of recording.
  var today: CivilDate {
    CivilDate(iso: String(recorder.now().prefix(10))) ?? Month.first.lastDay
  }

  /// The day that is meant when none is named: today, when the month in view is this one or the last;
  /// or else the last day of the month in view, as for figures.
  var dayInView: CivilDate {
    guard let month else { return today }
    let age = month.distance(to: today.month)
    return age > 1 ? month.lastDay : today
  }

  /// The day as which cases stand when none is named: the day in view, or that of the last move.
  var dayOfCases: CivilDate {
    let last = history.cases.cases.compactMap { $0.moves.last?.date }.max()
    return last.map { max($0, dayInView) } ?? dayInView
  }

  /// Records cases and takes them up.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`; nothing is recorded then.
  mutating func record(_ cases: [Case], because reason: String?) throws -> CaseRecording {
    let store = try requireStore()
    try refuseTooLong([reason])
    for each in cases { try refuseTooLong(each.moves.flatMap { [$0.reason, $0.note] }) }
    let routes = try caseRoutes()
    let entry = entry(because: reason)
    let recording = try store.record(cases, entry: entry)
    if !recording.changes.isEmpty {
      hold(
        history.cases.replacing(
          recording.changes.map { ($0.key, $0.after) }, routes: routes,
          recordedAt: entry.recordedAt))
    }
    return recording
  }

  /// How to take back what was recorded, and where it is kept.
  var undoSentence: String {
    store?.path == nil
      ? "Kept in memory only; type save as FILE to keep it, or undo to take it back."
      : "Type undo to take it back."
  }
}

extension PseudonymDoubt {
  /// Why ids of some cases should not be used; nil when nothing speaks against any.
  static func sentence(on ids: [String]) -> String? {
    var numbers: [PseudonymDoubt: (count: Int, example: String)] = [:]
    for id in ids {
      guard let doubt = PseudonymDoubt(of: id) else { continue }
      numbers[doubt] = ((numbers[doubt]?.count ?? 0) + 1, numbers[doubt]?.example ?? id)
    }
    guard !numbers.isEmpty else { return nil }
    if ids.count == 1, let only = numbers.first {
      return "\"\(only.value.example)\" looks like \(only.key.inSentence); a case is kept under a"
        + " pseudonym, such as K-102."
    }
    let parts = allCases.compactMap { doubt in
      numbers[doubt].map { "\($0.count) like \(doubt.inSentence)" }
    }
    return
      "Of \(ids.count) ids, some look like what they should not be: \(parts.joined(separator: ", "))."
  }
}

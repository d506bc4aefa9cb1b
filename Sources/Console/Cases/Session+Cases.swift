import HistoryFiles
import HistoryStore
import LookedAfter
import Pseudonyms
import SSDA903

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
  /// - Parameters:
  ///   - cases: the cases, each whole.
  ///   - reason: why, for the log.
  ///   - excuse: the reason of a move, which will do where a published month is corrected by it.
  /// - Throws: `HistoryStoreError` or `ConsoleError`; nothing is recorded then.
  mutating func record(
    _ cases: [Case], because reason: String?, orOfMove excuse: String? = nil
  ) throws -> CaseRecording {
    let store = try requireStore()
    try refuseTooLong([reason])
    for each in cases { try refuseTooLong(each.moves.flatMap { [$0.reason, $0.note] }) }
    let routes = try caseRoutes()
    if reason == nil, excuse == nil, try !store.publishedMonths().isEmpty {
      let changes = try store.preview(cases).changes.map { ($0.key, $0.after) }
      try requireReason(
        nil,
        for: history.with(
          history.cases.replacing(changes, routes: routes, recordedAt: recorder.now())))
    }
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

  /// The number by which a child who was forgotten is known again; that of the returns, where the id is
  /// a pseudonym as they have it, or the id of the returns.
  mutating func forgottenMark(of id: String) throws -> ForgottenMark {
    let pseudonym =
      try Pseudonym(written: id)
      ?? Pseudonym(of: id, authority: authorityOfPseudonyms(), key: pseudonymKey())
    return ForgottenMark(of: pseudonym.description)
  }

  /// Cases without those of children who were forgotten, and how many of these there are.
  mutating func withoutForgotten(_ cases: [Case]) throws -> (cases: [Case], forgotten: Int) {
    let store = try requireStore()
    var marks = Set(try store.forgottenMarks().map(ForgottenMark.init(number:)))
    if let rows = try store.childRows(), let stored = try? StoredReturns(bytes: rows) {
      marks.formUnion(stored.forgotten)
    }
    guard !marks.isEmpty else { return (cases, 0) }
    var gone: Set<String> = []
    for child in Set(cases.map(\.child)) {
      if marks.contains(try forgottenMark(of: child)) { gone.insert(child) }
    }
    let kept = gone.isEmpty ? cases : cases.filter { !gone.contains($0.child) }
    return (kept, cases.count - kept.count)
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

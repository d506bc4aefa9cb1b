import HistoryStore
import LookedAfter
import Pseudonyms
import Reports
import SSDA903

extension Session {
  // MARK: At hand

  /// The returns that were imported in this session, or that the store keeps; nil when there are none.
  ///
  /// - Throws: `HistoryStoreError`, or `ReturnError` when what the store keeps cannot be read.
  mutating func returnsIfAny() throws -> LoadedReturns? {
    if let returns { return returns }
    guard store?.path != nil, let bytes = try store?.childRows() else { return nil }
    let stored = try StoredReturns(bytes: bytes)
    returns = try LoadedReturns(
      stored.returns, plans: stored.plans, for: history, line: "")
    return returns
  }

  /// The same where there have to be some.
  ///
  /// - Throws: `ConsoleError.refused` when there are none, or when the past is looked at.
  mutating func requireReturns() throws -> LoadedReturns {
    if let knownOn {
      throw ConsoleError.refused(
        "You are looking at what was known on \(knownOn.inWords), and the children's rows are there"
          + " only as they are now; type: as known now")
    }
    guard let found = try returnsIfAny() else {
      throw ConsoleError.refused(
        "No 903 returns are loaded; type: import 903 FOLDER, with the folder of the returns' files."
      )
    }
    return found
  }

  /// The returns at hand where they cover some months; nil without any, or when the past is looked at.
  ///
  /// - Throws: as `returnsIfAny`.
  mutating func returnsAtHand(covering months: [Month]) throws -> LoadedReturns? {
    guard knownOn == nil, let loaded = try returnsIfAny() else { return nil }
    let covered = Set(loaded.months)
    return months.allSatisfy(covered.contains) ? loaded : nil
  }

  /// The month asked for; else the month in view where the returns cover it, or their last.
  func month(_ asked: Month?, in returns: LoadedReturns) throws -> Month {
    if let asked { return asked }
    let months = returns.months
    if let month, months.contains(month) { return month }
    guard let last = months.last else { throw ConsoleError.nothingRecorded }
    return last
  }

  /// The months that are recorded or that the loaded returns cover.
  var knownMonths: [Month] {
    guard let returns else { return history.months }
    return Set(history.months).union(returns.months).sorted()
  }

  // MARK: Reading

  /// Reads returns and their plans; nothing is recorded.
  ///
  /// - Throws: `ReturnError` when something cannot be read or is not what it claims to be.
  func read903(_ folder: String, plans: String?) throws -> LoadedReturns {
    let watch = ReadingWatch(progress: progress, isCancelled: longRun.isCancelled)
    let returns = try JoinedReturns(
      path: FilePath.expanded(folder), keepsRows: store?.path != nil, watch: watch)
    let plans = try plans.map { try PlanFile(path: FilePath.expanded($0)) }
    return try LoadedReturns(returns, plans: plans, for: history, line: line)
  }

  // MARK: Recording

  /// Holds returns whose months are recorded when they are first needed.
  mutating func hold(_ loaded: LoadedReturns) {
    returns = loaded
    owesHistory = true
    if followsNewest { view(loaded) }
  }

  /// Records the months of returns, and in a file keeps the children's rows.
  ///
  /// - Throws: `HistoryStoreError`, `ConsoleError` or `FileError`; nothing is recorded then.
  mutating func keep(_ loaded: LoadedReturns, because reason: String?) throws -> Recording {
    let store = try requireStore()
    let observations = loaded.observations(recorder)
    if reason == nil, let month = try publishedMonth(correctedBy: observations) {
      throw ConsoleError.refused(
        "The update of \(month.inWords) was published, so a correction needs its reason; add:"
          + " because \"…\"")
    }
    let recording: Recording
    let follows = followsNewest
    var loaded = loaded
    if store.path == nil {
      recording = try store.record(observations, entry: entry(because: reason))
    } else {
      let rows = try rows(of: loaded, in: store)
      recording = try store.record(
        observations, keeping: rows.bytes, entry: entry(because: reason))
      if rows.returns.removedCount > 0 || !loaded.joinedYears.isEmpty {
        loaded = try LoadedReturns(
          rows.returns, plans: rows.plans, for: history, line: loaded.line)
      }
    }
    try take(recording)
    returns = loaded
    owesHistory = false
    if follows { view(loaded) }
    return recording
  }

  /// The rows to keep of returns: whoever was forgotten before stays so.
  ///
  /// - Throws: `HistoryStoreError`, `ReturnError`, or as `pseudonymKey`.
  mutating func rows(
    of loaded: LoadedReturns, in store: HistoryStore
  ) throws -> StoredReturns {
    let before = try store.childRows(evenTakenBack: true)
      .flatMap { try? StoredReturns(bytes: $0) }
    return try StoredReturns(
      loaded.returns, plans: loaded.plans, key: try pseudonymKey(), after: before,
      forgetting: Set(try store.forgottenMarks().map(ForgottenMark.init(number:))),
      scheme: history.scheme, authority: loaded.caseload.authority)
  }

  /// Returns of other years joined with the rows that the history keeps; as they are where they hold
  /// all those years themselves.
  ///
  /// - Throws: `ConsoleError.refused` where they cannot be joined, with the reason.
  mutating func joined(_ loaded: LoadedReturns, with kept: [UInt8]) throws -> LoadedReturns {
    guard let before = try? StoredReturns(bytes: kept) else { return loaded }
    let years = loaded.caseload.coveredYears
    let others = before.returns.coveredYears(of: nil).filter { !years.contains($0) }
    guard !others.isEmpty else { return loaded }
    do {
      let both = try before.joined(
        with: loaded.returns, plans: loaded.plans, key: try pseudonymKey())
      var joined = try LoadedReturns(
        both.returns, plans: both.plans, for: history, line: loaded.line)
      joined.joinedYears = years
      return joined
    } catch ReturnError.cannotBeJoined(let reason) {
      throw ConsoleError.refused(
        "The returns of \(QualityAnswer.list(years)) cannot be joined with the children's rows of"
          + " \(QualityAnswer.list(others)), which this history keeps: \(reason). Put all returns into"
          + " one folder and import that, or let the old rows go first: forget everyone")
    }
  }

  /// Records what is owed: the months of returns that were loaded into memory.
  ///
  /// - Throws: `HistoryStoreError`.
  mutating func recordOwedHistory() throws {
    guard owesHistory, let returns else { return }
    owesHistory = false
    let observations = returns.observations(recorder)
    guard let store, knownOn == nil else { return add(observations) }
    try take(
      store.record(
        observations,
        entry: HistoryStore.Entry(
          recordedAt: recorder.now(), recordedBy: recorder.name, command: returns.line)))
  }

  /// Lets go of returns whose import was taken back, or done again by somebody who has their files.
  mutating func drop903() {
    returns = nil
    owesHistory = false
  }

  /// Brings the last month of returns into view, where the newest month was.
  private mutating func view(_ loaded: LoadedReturns) {
    let months = loaded.months.filter { month in
      recorder.today.map { month.lastDay <= $0 } ?? true
    }
    guard let last = months.last, month.map({ $0 < last }) ?? true else { return }
    month = last
  }

  // MARK: Pseudonyms

  /// The secret of the pseudonyms: kept beside a store's file, made when it is first needed; of a
  /// history in memory for this session only.
  ///
  /// - Throws: `FileError` or `ConsoleError.refused` when the file cannot be read or made.
  mutating func pseudonymKey() throws -> PseudonymKey {
    if let secret { return secret }
    let key =
      try store?.path.map { try SecretFile(besideStore: $0).key(making: recorder.secret) }
      ?? PseudonymKey(bytes: recorder.secret())
    guard let key else {
      throw ConsoleError.refused("The secret of the pseudonyms is too short.")
    }
    secret = key
    return key
  }

  /// The code that goes into pseudonyms beside the id: that of the authority where the returns at hand
  /// hold several, and none where they hold one or there are none.
  ///
  /// - Throws: as `returnsIfAny`.
  mutating func authorityOfPseudonyms() throws -> String {
    guard knownOn == nil, let loaded = try returnsIfAny(), loaded.returns.authorities.count > 1
    else { return "" }
    return loaded.caseload.authority ?? ""
  }
}

import HistoryStore
import LookedAfter

extension Session {
  /// Records figures.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`; nothing is recorded then.
  mutating func record(_ observations: [Observation], because reason: String?) throws -> Recording {
    let store = try requireStore()
    try refuseImplausible(observations)
    try refuseTooLong([reason])
    if reason == nil, let month = try publishedMonth(correctedBy: observations) {
      throw Self.needsReason(month)
    }
    let recording = try store.record(observations, entry: entry(because: reason))
    try take(recording)
    return recording
  }

  /// Takes the last command back, or does the last one taken back again.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`; nothing is changed then.
  mutating func reverse(
    _ reversal: Reversal, because reason: String?
  ) throws -> (line: HistoryStore.LogLine, recording: Recording) {
    let store = try requireStore()
    if reversal == .undo { try refuseUndoOfForgetting(store) }
    if reason == nil, let month = try publishedMonth(changedBy: reversal, in: store) {
      throw ConsoleError.refused(
        "The update of \(month.inWords) was published, so to \(reversal.rawValue) this needs a"
          + " reason; type: \(reversal.rawValue) because \"…\"")
    }
    let done = try store.reverse(
      reversal, by: recorder.name, at: recorder.now(), because: reason)
    guard let done else { throw ConsoleError.nothingToReverse(reversal.rawValue) }
    published.forget()
    if done.line.entry.command.hasPrefix("import 903") { drop903() }
    // What records no figures of this history, such as an edition of comparators, is read anew.
    if done.recording.changes.isEmpty { try readAnew() } else { try take(done.recording) }
    return done
  }

  /// The first month whose published figures some figures would correct; nil when there is none.
  ///
  /// - Throws: `HistoryStoreError`.
  func publishedMonth(correctedBy observations: [Observation]) throws -> Month? {
    guard let store else { return nil }
    let published = try store.publishedMonths()
    return published.isEmpty
      ? nil : try store.preview(observations).firstCorrectedMonth(among: published)
  }

  /// Asks for a reason where a change of cases, or of the month from which they count, changes figures
  /// that were published.
  ///
  /// - Parameters:
  ///   - reason: the reason that was given.
  ///   - changed: the history as it would be.
  /// - Throws: `ConsoleError.refused` where a reason is needed and none is given; `HistoryStoreError`.
  func requireReason(_ reason: String?, for changed: History) throws {
    guard reason == nil, let store else { return }
    let published = try store.publishedMonths()
    guard !published.isEmpty else { return }
    let corrected = history.catalogue.measures.compactMap { measure in
      Self.firstMonth(
        among: published, corrected: history.observations(of: measure.id),
        by: changed.observations(of: measure.id))
    }
    if let month = corrected.min() { throw Self.needsReason(month) }
  }

  /// The first month of some in which a figure of a measure changes that was there before.
  private static func firstMonth(
    among months: Set<Month>, corrected before: [Observation], by after: [Observation]
  ) -> Month? {
    struct Place: Hashable {
      let period: Period
      let basis: Basis?
      let detail: String
    }
    func place(_ each: Observation) -> Place {
      Place(period: each.period, basis: each.basis, detail: each.detail)
    }
    let values = Dictionary(after.map { (place($0), $0.value) }) { first, _ in first }
    return before.filter { each in
      guard let month = each.period.lastMonth, months.contains(month) else { return false }
      return values[place(each)] != .some(each.value)
    }.compactMap(\.period.lastMonth).min()
  }

  private static func needsReason(_ month: Month) -> ConsoleError {
    .refused(
      "The update of \(month.inWords) was published, so a correction needs its reason; add:"
        + " because \"…\"")
  }

  /// Refuses to take back what was done before a child was forgotten as if it were the forgetting.
  private func refuseUndoOfForgetting(_ store: HistoryStore) throws {
    let verbs = ["forget", "retain"]
    func verb(_ line: HistoryStore.LogLine) -> String? {
      line.entry.command.split(separator: " ").first.map { $0.lowercased() }
        .flatMap { verbs.contains($0) ? $0 : nil }
    }
    let newest = try store.log().last { line in
      line.reverses == nil && !line.isUndone && (line.isReversible || verb(line) != nil)
    }
    guard let newest, let verb = verb(newest) else { return }
    throw ConsoleError.refused(
      "The last thing done was \(verb), which cannot be undone, so nothing was taken back. A figure from"
        + " before it is corrected by recording it anew.")
  }

  private func publishedMonth(changedBy reversal: Reversal, in store: HistoryStore) throws -> Month?
  {
    let published = try store.publishedMonths()
    return published.isEmpty
      ? nil : try store.preview(reversal)?.firstCorrectedMonth(among: published)
  }

  /// Refuses words that are longer than a record holds.
  ///
  /// - Throws: `ConsoleError`.
  func refuseTooLong(_ texts: [String?]) throws {
    for case let text? in texts {
      if let problem = RecordLimits.problem(withText: text) {
        throw ConsoleError.refused(problem.prefix(1).uppercased() + problem.dropFirst() + ".")
      }
    }
  }

  /// Refuses figures of a time that cannot be right, and with words longer than a record holds.
  private func refuseImplausible(_ observations: [Observation]) throws {
    let dates = PlausibleDates(today: recorder.today)
    for observation in observations {
      let kind = history.catalogue[observation.measure]?.kind
      if let problem = dates.problem(with: observation, kind: kind) {
        throw ConsoleError.refused(problem)
      }
      if let problem = RecordLimits.problem(with: observation, kind: kind) {
        throw ConsoleError.refused(problem.prefix(1).uppercased() + problem.dropFirst() + ".")
      }
    }
  }
}

extension Recording {
  /// The first month of those given in which a figure changes that was there before.
  fileprivate func firstCorrectedMonth(among months: Set<Month>) -> Month? {
    changes.lazy.filter { $0.before != nil }.compactMap { $0.after.period.lastMonth }
      .first(where: months.contains)
  }
}

import Documents
import HistoryStore
import LookedAfter

/// What the prompt remembers from one command to the next.
struct Session {
  /// The history that is asked.
  private(set) var history: History

  /// Where it is kept.
  private(set) var store: HistoryStore?

  /// Who records, and when.
  let recorder: Recorder

  /// The measures of this version of the program.
  let shippedMeasures: [Measure]

  /// The month in view: what a command means that names none.
  var month: Month?

  /// The form of answers.
  var format: OutputFormat

  /// The day whose knowledge is asked; nil for all that is known.
  private(set) var knownOn: CivilDate?

  /// The line that is being carried out, for the log.
  var line = ""

  /// Whether a person is there to be asked before much is recorded.
  var asksFirst = false

  /// What is done when the person answers yes.
  var pending: Pending?

  /// The walk through a month that is under way.
  var dialog: RecordDialog?

  /// A deed that waits for a yes, and the line that asked for it.
  struct Pending {
    let line: String
    let deed: (inout Session) throws -> Reply
  }

  init(
    history: History, store: HistoryStore?, recorder: Recorder, shippedMeasures: [Measure],
    format: OutputFormat
  ) {
    self.history = history
    self.store = store
    self.recorder = recorder
    self.shippedMeasures = shippedMeasures
    self.format = format
    month = history.latestMonth ?? history.cases.lastMonth
  }

  /// The month asked for, or the month in view.
  ///
  /// - Throws: `ConsoleError.nothingRecorded` when there is none.
  func month(_ asked: Month?) throws -> Month {
    guard let month = asked ?? month else { throw ConsoleError.nothingRecorded }
    return month
  }

  /// The store, to write to.
  ///
  /// - Throws: `ConsoleError` when there is none, or when the past is looked at.
  func requireStore() throws -> HistoryStore {
    guard let store else { throw ConsoleError.nothingToSave }
    if let knownOn { throw ConsoleError.lookingBack(knownOn) }
    return store
  }

  /// Records figures and reads the history anew.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`; nothing is recorded then.
  mutating func record(_ observations: [Observation], because reason: String?) throws -> Recording {
    let store = try requireStore()
    let published = reason == nil ? try store.publishedMonths() : []
    if !published.isEmpty {
      try askForReason(of: store.preview(observations), published: published)
    }
    let recording = try store.record(observations, entry: entry(because: reason))
    if recording.changes.count > 5000 {
      // All that the store would be read for is at hand.
      history = history.adding(recording.changes.map(\.after))
      month = month ?? history.latestMonth
    } else if !recording.changes.isEmpty {
      try readAnew()
    }
    return recording
  }

  /// Takes up the cases as they are now in the store.
  mutating func hold(_ cases: CaseBook) {
    history = history.with(cases)
    month = month ?? history.latestMonth ?? cases.lastMonth
  }

  /// What the log says of the line that is being carried out.
  func entry(because reason: String?) -> HistoryStore.Entry {
    HistoryStore.Entry(
      recordedAt: recorder.now(), recordedBy: recorder.name, command: line, reason: reason)
  }

  /// Refuses to correct a month that was published without saying why.
  private func askForReason(of recording: Recording, published: Set<Month>) throws {
    let corrected = recording.changes.filter { $0.before != nil }
      .compactMap { $0.after.period.lastMonth }
    guard let month = corrected.first(where: published.contains) else { return }
    throw ConsoleError.refused(
      "The update of \(month.inWords) was published, so a correction needs its reason; add: because"
        + " \"…\"")
  }

  /// Does something at once, or shows it and waits for a yes where a person is there.
  mutating func confirm(
    _ preview: String, _ deed: @escaping (inout Session) throws -> Reply
  ) throws -> Reply {
    guard asksFirst else {
      var reply = try deed(&self)
      reply.message = [preview, reply.message].compactMap { $0 }.joined(separator: "\n")
      return reply
    }
    pending = Pending(line: line, deed: deed)
    return Reply(message: preview + "\nType yes to record this, or anything else to leave it.")
  }

  /// Turns to another authority of the store.
  ///
  /// - Throws: `HistoryStoreError` when there is none such.
  mutating func turn(to authority: String) throws {
    guard let store else { throw ConsoleError.nothingToSave }
    self.store = try store.selecting(authority: authority)
    try readAnew(asKnownOn: knownOn)
    month = history.latestMonth
  }

  /// Reads the history from the store, as it is known now or was known on a day.
  ///
  /// - Throws: `HistoryStoreError`.
  mutating func readAnew(asKnownOn day: CivilDate? = nil) throws {
    guard let store else { throw ConsoleError.nothingToSave }
    history = try store.history(shippedMeasures: shippedMeasures, asKnownOn: day)
    knownOn = day
    if let month, history.snapshot(for: month) == nil, day != nil {
      self.month = history.latestMonth
    } else {
      month = month ?? history.latestMonth ?? history.cases.lastMonth
    }
  }
}

/// Why a command could not be carried out, where no other part of the program says so.
public enum ConsoleError: Error, Equatable, CustomStringConvertible {
  /// The history holds no month.
  case nothingRecorded
  /// There is no history in this session that could be saved.
  case nothingToSave
  /// The session looks at what was known on an earlier day.
  case lookingBack(CivilDate)
  /// A figure that cannot be recorded, and why.
  case refused(String)
  /// There is nothing to undo or to do again.
  case nothingToReverse(String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .nothingRecorded:
      "Nothing is recorded yet, so there is no month to show; type record to enter the first month,"
        + " or import history with a file of figures."
    case .nothingToSave: "There is no history to save; start lac without --no-store."
    case .lookingBack(let day):
      "You are looking at what was known on \(day.inWords), so nothing can be recorded; type: as"
        + " known now"
    case .refused(let reason): reason
    case .nothingToReverse(let what): "There is nothing to \(what)."
    }
  }
}

/// What comes of a command.
public struct Reply: Sendable {
  /// The answer, if the command gives one.
  public var document: Document?

  /// The form asked for with this command; nil for the session's.
  public var format: OutputFormat?

  /// A text to be given just as it is, such as a paper that was kept.
  public var exact: String?

  /// A sentence or two about what was done, for standard error.
  public var message: String?

  /// Whether the person wants to leave.
  public var quits = false

  /// Makes a reply.
  init(document: Document? = nil, message: String? = nil, quits: Bool = false) {
    self.document = document
    self.message = message
    self.quits = quits
  }
}

import Documents
import HistoryStore
import LookedAfter
import Pseudonyms
import Reports
import SSDA903

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

  /// The form of papers that the program was started for, where it was said.
  var paperFormat: OutputFormat?

  /// Whether a person is there to be asked before much is recorded.
  var asksFirst = false

  /// The state of the store that the history was read from, as the store numbers it.
  private var storeVersion: Int?

  /// What is done when the person answers yes.
  var pending: Pending?

  /// The last answer, whose figures can be explained.
  var lastAnswer: Document?

  /// The published figures of all authorities, kept from one question to the next.
  let published = PublishedFigures()

  /// Whether papers are for the public where a line does not say; nil for each paper's own way.
  var isPublic: Bool?

  /// What a paper goes through before it is finished.
  var disclosure = DisclosurePass.identity

  /// The scenarios of a paper that is written several times over; nil elsewhere.
  var keptScenarios: KeptScenarios?

  /// The last public paper, for the officer who asks what is hidden in it.
  var lastPublic: PublicPaper?

  /// The paper that went out before, word for word, of which the last public paper is another copy.
  var sameAsPublished: PublishedPaper?

  /// How a run that takes long is watched.
  var longRun = LongRun()

  /// The scenario that was worked on last, to which more is added.
  var scenario: String?

  /// The walk through a month that is under way.
  var dialog: RecordDialog?

  /// The 903 returns at hand; nil before they are imported or fetched from the store.
  var returns: LoadedReturns?

  /// Whether the months of the returns are still to be recorded: into memory that is done when a
  /// command first needs them.
  var owesHistory = false

  /// The secret of the pseudonyms, once it is known.
  var secret: PseudonymKey?

  /// Is told how many bytes of how many of the returns have been read.
  var progress: (@Sendable (Int, Int) -> Void)?

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
    month = history.monthInView ?? history.cases.lastMonth
    storeVersion = try? store?.version()
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

  /// Takes up the cases as they are now in the store.
  mutating func hold(_ cases: CaseBook) {
    history = history.with(cases)
    month = month ?? history.latestMonth ?? cases.lastMonth
  }

  /// The same session on another history, to write a paper from it.
  func reading(_ history: History, _ disclosure: DisclosurePass) -> Session {
    var session = self
    session.history = history
    session.disclosure = disclosure
    session.owesHistory = false
    return session
  }

  /// What the log says of the line that is being carried out.
  func entry(because reason: String?) -> HistoryStore.Entry {
    HistoryStore.Entry(
      recordedAt: recorder.now(), recordedBy: recorder.name, command: line, reason: reason)
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

  /// Takes what was recorded into the history: by itself where nobody else has written to the store
  /// since the history was read, or else by reading all of it again.
  ///
  /// - Throws: `HistoryStoreError`.
  mutating func take(_ recording: Recording) throws {
    guard let store, storeVersion == (try store.version()) else { return try readAnew() }
    guard !recording.changes.isEmpty else { return }
    history = history.adding(recording.changes.map(\.after))
    month = month ?? history.monthInView
  }

  /// Adds figures to the history that no store keeps.
  mutating func add(_ observations: [Observation]) {
    history = history.adding(observations)
    month = month ?? history.monthInView
  }

  /// Whether the month in view is the newest that is recorded, or none.
  var followsNewest: Bool { month == nil || month == history.monthInView || owesHistory }

  /// Turns to another authority of the store.
  ///
  /// - Throws: `HistoryStoreError` when there is none such.
  mutating func turn(to authority: String) throws {
    guard let store else { throw ConsoleError.nothingToSave }
    self.store = try store.selecting(authority: authority)
    drop903()
    try readAnew(asKnownOn: knownOn)
    month = history.monthInView
  }

  /// Reads the history from the store, as it is known now or was known on a day.
  ///
  /// - Throws: `HistoryStoreError`.
  mutating func readAnew(asKnownOn day: CivilDate? = nil) throws {
    guard let store else { throw ConsoleError.nothingToSave }
    published.forget()
    storeVersion = try store.version()
    history = try store.history(shippedMeasures: shippedMeasures, asKnownOn: day)
    knownOn = day
    // A file keeps the rows of children, so they are fetched anew as well.
    if store.path != nil { drop903() }
    if let month, history.snapshot(for: month) == nil, day != nil {
      self.month = history.monthInView
    } else {
      month = month ?? history.monthInView ?? history.cases.lastMonth
    }
  }
}

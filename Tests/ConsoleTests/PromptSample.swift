import Console
import Documents
import HistoryFiles
import HistoryStore
import LookedAfter
import Testing

/// The prompt on the sample history, without a terminal.
struct PromptSample {
  let console: Console

  init() throws {
    let loaded = try Self.loaded.get()
    console = Console(history: loaded.history, store: loaded.store, recorder: Self.recorder)
  }

  /// The sample in a store of its own, for lines that record.
  static func recording() throws -> PromptSample {
    let own = try load()
    return PromptSample(
      console: Console(
        history: own.history, store: own.store, recorder: recorder,
        shippedMeasures: try HistoryFolder.shippedMeasures()))
  }

  /// A prompt on a history in which nothing is recorded.
  static func empty() throws -> PromptSample {
    PromptSample(
      console: Console(
        history: try HistoryFolder.empty().history, store: nil, recorder: recorder))
  }

  /// A prompt that records to a store in which nothing is recorded yet.
  static func recordingAnew() throws -> PromptSample {
    let store = try HistoryStore.inMemory(
      holding: HistoryFolder.empty(),
      entry: .init(
        recordedAt: "2020-11-02T09:00:00Z", recordedBy: "test", command: "an empty history"))
    return PromptSample(
      console: Console(
        history: try store.history(), store: store, recorder: recorder,
        shippedMeasures: try HistoryFolder.shippedMeasures()))
  }

  private init(console: Console) {
    self.console = console
  }

  /// The title of the answer to a line.
  func title(_ line: String) throws -> String {
    try #require(console.respond(to: line)?.document, "no answer to: \(line)").title
  }

  /// What is said of what a line did.
  func message(_ line: String) throws -> String {
    try #require(console.respond(to: line)?.message, "no message on: \(line)")
  }

  /// The sentence with which a line is refused, or what it did instead.
  func refusal(_ line: String) -> String {
    do {
      let reply = try console.respond(to: line)
      return "not refused: \(reply?.document?.title ?? reply?.message ?? "nothing")"
    } catch {
      return "\(error)"
    }
  }

  /// What Tab offers behind a text.
  func offered(_ text: String) -> [String] {
    console.completions(for: text).candidates.map(\.text)
  }

  /// What Tab says of one of the things it offers.
  func description(of candidate: String, after text: String) -> String? {
    console.completions(for: text).candidates.first { $0.text == candidate }?.description
  }

  /// The sample history.
  func history() throws -> History { try Self.loaded.get().history }

  /// The cohorts of the sample.
  func cohorts() throws -> [Cohort] { try Self.loaded.get().history.scheme.cohorts }

  /// The person at the prompt, on the day of the paper.
  static let recorder = Recorder(name: "test") { "2020-11-02T09:00:00Z" }

  // Read once: most tests only ask.
  private static let loaded = Result { try load() }

  private static func load() throws -> (history: History, store: HistoryStore) {
    let store = try HistoryStore.inMemory(
      holding: HistoryFolder.sample(named: "herefordshire"),
      entry: .init(
        recordedAt: "2020-11-02T09:00:00Z", recordedBy: "test", command: "the sample history"))
    return (try store.history(), store)
  }
}

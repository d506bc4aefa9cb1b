import Console
import Glibc
import HistoryFiles
import HistoryStore
import LookedAfter
import ShippedData

/// The history that the program was started on.
struct OpenedHistory {
  /// The history.
  let history: History

  /// Where it is kept: a file, or memory.
  let store: HistoryStore?

  /// The line that a person is greeted with.
  let banner: String

  /// The 903 returns that belong to a sample.
  var returns: (folder: String, plans: String)?

  /// The id of the sample, whose cases may belong to it; nil for none.
  var sample: String?

  /// Opens a file, the sample, or nothing.
  ///
  /// - Throws: `HistoryStoreError`, `CSVError` or `ShippedDataError`.
  static func open(
    storePath: String?, authority: String?, isEmpty: Bool, sample: String? = nil
  ) throws -> OpenedHistory {
    if isEmpty {
      let store = try HistoryStore.inMemory(
        holding: HistoryFolder.empty(),
        entry: HistoryStore.Entry(
          recordedAt: recorder.now(), recordedBy: recorder.name, command: "an empty history"))
      return OpenedHistory(
        history: try store.history(), store: store, banner: "lac: an empty history in memory.")
    }
    if let storePath {
      var store = try HistoryStore.open(path: storePath)
      if let authority { store = try store.selecting(authority: authority) }
      let history = try store.history(shippedMeasures: HistoryFolder.shippedMeasures())
      return OpenedHistory(
        history: history, store: store,
        banner: "lac: \(history.authority.name), from \(storePath).\(try waiting(in: store))")
    }
    let chosen = try SampleHistories.shipped().find(sample)
    let store = try HistoryStore.inMemory(
      holding: HistoryFolder.sample(named: chosen.id),
      entry: HistoryStore.Entry(
        recordedAt: recorder.now(), recordedBy: recorder.name, command: "the sample history"))
    let next =
      chosen.hint.map { "Try: \($0)" }
      ?? "To keep it and what you record, type save as FILE and start with lac --store FILE; for a"
      + " council of your own, start with: lac init --store FILE --authority NAME"
    return OpenedHistory(
      history: try store.history(), store: store,
      banner: "lac: \(chosen.about), in memory.\n\(next)",
      returns: try chosen.returnsFolder().map { ($0, "\($0)/Plans.csv") },
      sample: chosen.id)
  }

  /// The entries that were left unfinished, and how to go on.
  private static func waiting(in store: HistoryStore) throws -> String {
    let months = try store.draftMonths()
    guard let first = months.first else { return "" }
    let names = months.map(\.inWords).joined(separator: ", ")
    let entry = months.count == 1 ? "an unfinished entry" : "unfinished entries"
    return "\nThere \(months.count == 1 ? "is" : "are") \(entry) for \(names); go on with: record"
      + " \(first.inWords.lowercased())"
  }

  /// The person at the keyboard, and the clock of the machine.
  static var recorder: Recorder { Recorder(name: userName(), now: now) }

  /// The time in Greenwich, as the store writes it.
  @Sendable private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let length = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func userName() -> String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "user \(getuid())"
  }
}

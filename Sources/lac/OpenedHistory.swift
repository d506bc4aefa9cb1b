import CSV
import FileAccess
import Glibc
import HistoryFiles
import HistoryStore
import LookedAfter
import ShippedData

/// The history that the program was started on.
struct OpenedHistory {
  /// The history.
  let history: History

  /// Where it is kept; nil for an empty one.
  let store: HistoryStore?

  /// The line that a person is greeted with.
  let banner: String

  /// Opens a file, the sample, or nothing.
  ///
  /// - Throws: `HistoryStoreError`, `CSVError` or `ShippedDataError`.
  static func open(storePath: String?, isEmpty: Bool) throws -> OpenedHistory {
    let folder = try ShippedData.folder()
    let cohorts = try file("scheme/cohorts.csv", in: folder)
    let measures = try file("scheme/measures.csv", in: folder)
    let listed = try SchemeFile.readMeasures(bytes: measures.bytes, file: measures.name)
    if isEmpty {
      let scheme = try SchemeFile.readCohorts(bytes: cohorts.bytes, file: cohorts.name)
      let history = History(
        authority: Authority(name: "No authority", code: nil), scheme: scheme,
        catalogue: MeasureCatalogue(scheme: scheme, measures: listed), observations: [])
      return OpenedHistory(
        history: history, store: nil, banner: "lac: an empty history in memory.")
    }
    if let storePath {
      let store = try HistoryStore.open(path: storePath)
      let history = try store.history(shippedMeasures: listed)
      return OpenedHistory(
        history: history, store: store,
        banner: "lac: \(history.authority.name), from \(storePath).")
    }
    let files = try ShippedData.tables(in: "herefordshire").map {
      try file("herefordshire/\($0)", in: folder)
    }
    let sample = try HistoryFolder(cohorts: cohorts, measures: measures, files: files)
    let store = try HistoryStore.inMemory(
      holding: sample,
      entry: HistoryStore.Entry(
        recordedAt: now(), recordedBy: userName(), command: "the sample history"))
    let history = try store.history()
    return OpenedHistory(
      history: history, store: store,
      banner: "lac: the sample history of \(history.authority.name), in memory. To keep one of your"
        + " own, type: save as FILE, then start with: lac --store FILE")
  }

  private static func file(_ name: String, in folder: String) throws -> HistoryFolder.File {
    HistoryFolder.File(name: "data/\(name)", bytes: try WholeFile.read("\(folder)/\(name)"))
  }

  /// The time in Greenwich, as the store writes it.
  private static func now() -> String {
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

import FileAccess
import Foundation
import HistoryFiles
import HistoryStore
import LookedAfter

extension FuzzTarget {
  /// A dump, as `load` takes it. What is taken is dumped again, and has to be the same.
  static let dump = FuzzTarget(
    "dump",
    words: [
      "lac dump 1\n", "authority,", "entry,", "reversal,", "scheme_file,", "source,",
      "observation,", "paper,", "paper_figure,", "comparator_edition,", "child_case,", "case_move,",
      "frozen_list,", "frozen_member,", "audit,", ",n", ",i1", ",i9223372036854775807", ",s", ",b",
      ",xFF", "\r\n",
    ]
  ) {
    let path = "/tmp/lac-fuzz-\(getpid())-\(UUID().uuidString).lac"
    return { bytes in
      defer { removeStore(path) }
      try HistoryStore.load(dump: bytes, file: "dump.txt", into: path)
      let store = try HistoryStore.open(path: path)
      let text = try store.dump()
      try use(store)
      let again = "\(path).again"
      defer { removeStore(again) }
      try requireSame(text, as: "the dump of a loaded dump") {
        try HistoryStore.load(dump: Array(text.utf8), file: "again.txt", into: again)
        return try HistoryStore.open(path: again).dump()
      }
    }
  }

  /// A store file with some of its bytes changed: each four bytes of the input are a place in three
  /// bytes, and the byte that is put there. An input that begins with `=` is the file itself.
  static let storeFile = FuzzTarget("store-file", words: ["=SQLite format 3\u{0}"]) {
    let path = "/tmp/lac-fuzz-\(getpid())-\(UUID().uuidString).lac"
    try HistoryStore.inMemory(
      holding: .empty(),
      entry: .init(recordedAt: "2020-11-30T09:00:00Z", recordedBy: "setup", command: "sample")
    ).save(as: path)
    let sound = try WholeFile.read(path)
    unlink(path)
    return { bytes in
      defer { removeStore(path) }
      var file = sound
      if bytes.first == UInt8(ascii: "=") {
        file = Array(bytes.dropFirst())
      } else {
        for change in stride(from: 0, to: bytes.count - 3, by: 4) {
          let place = bytes[change..<(change + 3)].reduce(0) { $0 << 8 | Int($1) }
          file[place % file.count] = bytes[change + 3]
        }
      }
      try WholeFile.write(file, to: path, replacing: true)
      let store = try HistoryStore.open(path: path)
      try use(store)
      _ = try store.dump()
    }
  }

  /// Asks a store what a session asks it.
  private static func use(_ store: HistoryStore) throws {
    _ = try store.check()
    let history = try store.history(shippedMeasures: try HistoryFolder.shippedMeasures())
    if let month = history.monthInView { _ = history.snapshot(for: month) }
    _ = try store.draftMonths()
    _ = try store.importedEditions()
  }

  private static func removeStore(_ path: String) {
    for ending in ["", "-journal", ".writing"] { unlink(path + ending) }
  }
}

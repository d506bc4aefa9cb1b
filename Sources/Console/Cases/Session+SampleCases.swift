import HistoryFiles
import HistoryStore
import Indicators
import LookedAfter
import Pseudonyms

extension Session {
  /// Records the cases of a sample and freezes its lists; nothing where the sample has no cases.
  ///
  /// - Throws: `ShippedDataError`, `CSVError` or `HistoryStoreError`.
  mutating func loadCases(ofSample name: String) throws {
    guard let key = PseudonymKey(bytes: Array("nobody in \(name) is real".utf8)) else { return }
    guard
      let sample = try SampleCases(of: name, for: history, pseudonym: { key.pseudonym(of: $0) })
    else { return }
    secret = key
    line = "the cases of \(history.authority.name)"
    _ = try record(sample.cases, because: nil)
    let store = try requireStore()
    for list in sample.lists {
      let frozen = FrozenList(
        name: list.name, freezing: list.routes, in: history.cases, on: list.day)
      try store.freeze(frozen, entry: entry(because: nil))
    }
    line = ""
    if !sample.lists.isEmpty { try readAnew() }
  }
}

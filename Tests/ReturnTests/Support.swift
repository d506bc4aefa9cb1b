import CSV
import Comparators
import Console
import Documents
import FileAccess
import HistoryFiles
import HistoryStore
import LookedAfter
import SSDA903
import ShippedData
import TestSupport
import Testing

/// A prompt on which 903 returns are imported, with a clock and a secret that do not change.
final class ReturnPrompt {
  let folder: TemporaryFolder
  let store: HistoryStore
  let console: Console

  /// - Parameters:
  ///   - isFile: whether the history is kept in a file, `history.lac` of the folder.
  ///   - asksFirst: whether a person is there to be asked.
  ///   - beginning: what is recorded at first.
  init(
    isFile: Bool = true, asksFirst: Bool = false, beginning: HistoryFolder? = nil
  ) throws {
    folder = try TemporaryFolder()
    let memory = try HistoryStore.inMemory(
      holding: beginning ?? HistoryFolder.sample(named: "marchshire"),
      entry: .init(
        recordedAt: "2025-07-01T09:00:00Z", recordedBy: "setup", command: "the beginning"))
    if isFile {
      try memory.save(as: folder.file("history.lac"))
      store = try HistoryStore.open(path: folder.file("history.lac"))
    } else {
      store = memory
    }
    console = try Self.console(on: store)
    console.asksFirst = asksFirst
  }

  private static func console(on store: HistoryStore) throws -> Console {
    Console(
      history: try store.history(), store: store,
      recorder: Recorder(name: "analyst", now: { "2025-07-02T09:00:00Z" }) {
        Array(repeating: 7, count: 32)
      })
  }

  /// A new session on the same file.
  func reopened() throws -> Console {
    try Self.console(on: HistoryStore.open(path: folder.file("history.lac")))
  }

  /// The bytes of the file.
  func file() throws -> Haystack { Haystack(try WholeFile.read(folder.file("history.lac"))) }

  @discardableResult
  func type(_ line: String) throws -> String { try console.said(line) }

  /// Imports the returns of Marchshire.
  @discardableResult
  func importMarchshire(plans: Bool = true) throws -> String {
    try type(try Marchshire.line(plans: plans))
  }
}

extension Console {
  /// What comes back on a line: the message, and the answer as text.
  func said(_ line: String) throws -> String {
    let reply = try #require(try respond(to: line), "no reply to: \(line)")
    let text = reply.document.map { TextRenderer(style: .init(plain: true)).render($0) }
    return [reply.message, text].compactMap { $0 }.joined(separator: "\n")
  }

  /// A table of the answer to a line.
  func table(_ id: String, _ line: String) throws -> Table {
    let document = try #require(try respond(to: line)?.document, "no answer to: \(line)")
    for case .table(let table) in document.blocks where table.id == id { return table }
    throw NoTable(line: line, id: id)
  }

  /// The texts of a column of a table, by its place.
  func texts(_ column: Int, of id: String, _ line: String) throws -> [String] {
    try table(id, line).rows.compactMap {
      if case .text(let text) = $0.cells[column].value { text } else { nil }
    }
  }

  /// The numbers of a series by date.
  func series(_ line: String) throws -> [String: Int] {
    var values: [String: Int] = [:]
    for row in try table("series", line).rows {
      if case .text(let date) = row.cells[0].value,
        case .number(let number, decimals: 0) = row.cells[1].value
      {
        values[date] = number
      }
    }
    return values
  }

  /// The sentence with which a line is refused.
  func refusal(of line: String) -> String {
    do {
      let reply = try respond(to: line)
      return "not refused: \(reply?.document?.title ?? reply?.message ?? "")"
    } catch {
      return "\(error)"
    }
  }

  private struct NoTable: Error {
    let line: String
    let id: String
  }
}

/// The fictional authority that comes with the program.
enum Marchshire {
  static func folder() throws -> String { "\(try ShippedData.folder())/marchshire/returns" }

  static func line(plans: Bool = true) throws -> String {
    let folder = try folder()
    return "import 903 \"\(folder)\"" + (plans ? " plans \"\(folder)/Plans.csv\"" : "")
  }

  /// What its generator knows of every month end.
  static func truth() throws -> CSVTable {
    let folder = "/\(#filePath.split(separator: "/").dropLast().joined(separator: "/"))"
    let path = "\(folder)/Fixtures/marchshire_monthly.csv"
    return try CSVTable(bytes: try WholeFile.read(path), file: path, required: ["month_end"])
  }

  /// The columns of the truth, and the series that has to be the same.
  static let columns: [(column: String, measure: String)] = [
    ("looked_after", "total"), ("starts", "started"), ("ends", "ceased"), ("cohort_uasc", "uasc"),
    ("cohort_residential_disability", "residential-disability"),
    ("cohort_residential_other", "residential-other"),
    ("cohort_supported_accommodation", "supported-accommodation"),
    ("cohort_placement_order", "placement-orders"), ("cohort_ico", "ico"),
    ("cohort_placed_with_parents", "placed-with-parents"),
  ]

  /// Those that plans take children out of.
  static let behindPlans: [(column: String, measure: String)] = [
    ("cohort_long_term_matched", "long-term-matched"), ("cohort_s20", "section20"),
    ("cohort_unallocated", "unallocated"),
  ]

  static func numbers(_ column: String) throws -> [String: Int] {
    let truth = try truth()
    var numbers: [String: Int] = [:]
    for record in truth.records {
      let date = try #require(truth.value("month_end", of: record))
      numbers[date] = truth.value(column, of: record).flatMap { Int($0) }
    }
    return numbers
  }
}

/// Bytes in which thousands of others are looked for.
struct Haystack {
  private let bytes: [UInt8]
  /// Where each four bytes stand, packed into one number.
  private let places: [UInt32: [Int32]]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var places: [UInt32: [Int32]] = [:]
    var window: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      window = window << 8 | UInt32(byte)
      if index >= 3 { places[window, default: []].append(Int32(index - 3)) }
    }
    self.places = places
  }

  func holds(_ needle: [UInt8]) -> Bool {
    let beginning = needle.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return (places[beginning] ?? []).contains { bytes[Int($0)...].starts(with: needle) }
  }

  func holds(_ text: String) -> Bool { holds(Array(text.utf8)) }
}

/// Opens a history's file.
enum HistoryStoreOpening {
  static func open(_ path: String) throws -> HistoryStore { try HistoryStore.open(path: path) }
}

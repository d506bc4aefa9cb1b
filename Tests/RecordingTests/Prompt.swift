import Comparators
import Console
import Documents
import FileAccess
import HistoryFiles
import HistoryStore
import LookedAfter
import Testing
import TestSupport

/// The prompt on a store of its own, with a clock that the test sets.
final class Prompt {
  let folder: TemporaryFolder
  let store: HistoryStore
  let console: Console
  private let clock: Clock

  /// The time, moved on by the test.
  final class Clock: @unchecked Sendable {
    var now = "2020-12-01T09:00:00Z"
  }

  /// - Parameter beginning: what the store holds at first; nil for the sample.
  init(asksFirst: Bool = false, beginning: HistoryFolder? = nil) throws {
    folder = try TemporaryFolder()
    let clock = Clock()
    self.clock = clock
    let path = folder.file("history.lac")
    try HistoryStore.inMemory(
      holding: beginning ?? HistoryFolder.sample(named: "herefordshire"),
      entry: .init(recordedAt: "2020-11-30T09:00:00Z", recordedBy: "setup", command: "sample")
    ).save(as: path)
    store = try HistoryStore.open(path: path)
    console = Console(
      history: try store.history(), store: store,
      recorder: Recorder(name: "analyst") { clock.now })
    console.asksFirst = asksFirst
  }

  /// A store of a council that has recorded nothing yet.
  static func new(asksFirst: Bool = false) throws -> Prompt {
    let herefordshire = try AuthorityDirectory.shipped().find("Herefordshire")
    return try Prompt(asksFirst: asksFirst, beginning: .beginning(for: herefordshire))
  }

  /// Types lines, one after the other; the message of the last.
  @discardableResult
  func type(_ lines: [String]) throws -> String {
    var message = ""
    for line in lines { message = try type(line) }
    return message
  }

  /// Passes questions over until the one that begins so.
  func skip(to question: String) throws {
    var count = 0
    while !console.prompt.hasPrefix(question) {
      try type("skip")
      count += 1
      try #require(count < 100, "\(question) is not asked")
    }
  }

  /// Moves the clock to the morning of a day.
  func advance(to day: String) { clock.now = "\(day)T09:00:00Z" }

  /// Types a line; the message that comes back.
  @discardableResult
  func type(_ line: String) throws -> String {
    let reply = try #require(try console.respond(to: line))
    if let exact = reply.exact { return String(decoding: exact.bytes, as: UTF8.self) }
    if let document = reply.document {
      return TextRenderer(style: .init(plain: true)).render(document)
    }
    return reply.message ?? ""
  }

  /// The number of a measure that stands for a month.
  func number(_ measure: MeasureID, _ month: String) throws -> Int? {
    try store.history().count(of: measure, in: #require(Month(iso: month)))?.value
  }

  /// The sentence of the error that a line leads to.
  func refusal(of line: String) throws -> String {
    do {
      _ = try console.respond(to: line)
    } catch {
      return "\(error)"
    }
    Issue.record("\(line) was not refused")
    return ""
  }
}

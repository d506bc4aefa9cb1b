import Comparators
import Console
import Documents
import FileAccess
import HistoryFiles
import HistoryStore
import LookedAfter
import TestSupport

/// The prompt on a store of its own, with a clock that the test sets.
public final class Prompt {
  /// A folder of its own, with the store in it.
  public let folder: TemporaryFolder
  /// The store.
  public let store: HistoryStore
  /// The prompt.
  public let console: Console
  private let clock: Clock

  /// The time, moved on by the test.
  final class Clock: @unchecked Sendable {
    var now = "2020-12-01T09:00:00Z"
  }

  /// - Parameter beginning: what the store holds at first; nil for the sample.
  public init(asksFirst: Bool = false, beginning: HistoryFolder? = nil) throws {
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
  public static func new(asksFirst: Bool = false) throws -> Prompt {
    let herefordshire = try AuthorityDirectory.shipped().find("Herefordshire")
    return try Prompt(asksFirst: asksFirst, beginning: .beginning(for: herefordshire))
  }

  /// What a test did not reckon with.
  public struct Unexpected: Error, CustomStringConvertible {
    /// In words.
    public let description: String
  }

  /// Types a line; the answer that comes back.
  public func answer(to line: String) throws -> Document {
    guard let document = try console.respond(to: line)?.document else {
      throw Unexpected(description: "\(line) brings no answer")
    }
    return document
  }

  /// Types lines, one after the other; the message of the last.
  @discardableResult
  public func type(_ lines: [String]) throws -> String {
    var message = ""
    for line in lines { message = try type(line) }
    return message
  }

  /// Passes questions over until the one that begins so.
  public func skip(to question: String) throws {
    var count = 0
    while !console.prompt.hasPrefix(question) {
      try type("skip")
      count += 1
      if count > 99 { throw Unexpected(description: "\(question) is not asked") }
    }
  }

  /// Moves the clock to the morning of a day.
  public func advance(to day: String) { clock.now = "\(day)T09:00:00Z" }

  /// Types a line; the message that comes back.
  @discardableResult
  public func type(_ line: String) throws -> String { try type(line, at: console) }

  /// Types a line at another prompt on the same store, which knows nothing of what was typed here.
  public func typeElsewhere(_ line: String) throws -> String {
    let clock = clock
    return try type(
      line,
      at: Console(
        history: try store.history(), store: store,
        recorder: Recorder(name: "analyst") { clock.now }))
  }

  private func type(_ line: String, at console: Console) throws -> String {
    guard let reply = try console.respond(to: line) else {
      throw Unexpected(description: "\(line) brings nothing")
    }
    if let exact = reply.exact { return String(decoding: exact.bytes, as: UTF8.self) }
    if let document = reply.document {
      return TextRenderer(style: .init(plain: true)).render(document)
    }
    return reply.message ?? ""
  }

  /// The number of a measure that stands for a month.
  public func number(_ measure: MeasureID, _ month: String) throws -> Int? {
    guard let month = Month(iso: month) else {
      throw Unexpected(description: "\(month) is no month")
    }
    return try store.history().count(of: measure, in: month)?.value
  }

  /// The sentence of the error that a line leads to.
  public func refusal(of line: String) throws -> String {
    do {
      _ = try console.respond(to: line)
    } catch {
      return "\(error)"
    }
    throw Unexpected(description: "\(line) was not refused")
  }
}

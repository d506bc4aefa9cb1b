import Console
import Documents
import HistoryFiles
import HistoryStore
import LookedAfter
import SampleHistory

extension FuzzTarget {
  /// Lines at the prompt, one after the other, on a store in memory; what is answered is rendered.
  static let promptLine = FuzzTarget(
    "prompt-line",
    words: [
      "show ", "trend ", "compare ", "set ", "record ", "comment ", "undo", "redo", "history ",
      "target ", "direction ", "publish ", "explain ", "change ", "rate of ", "share of ", "help ",
      "case ", "cases", "update ", "briefing ", "scorecard", "project ", "reach ", "scenario ",
      "oct 2020", "last month", "2020-10", "ico", "total", "placement orders", " because ",
      " since ", " --format ", "json", "\"", "\n", "yes\n", "skip\n", "as known on ", "month ",
    ]
  ) {
    let folder = try HistoryFolder.sample(named: "herefordshire")
    let measures = try HistoryFolder.shippedMeasures()
    return { bytes in
      let console = try prompt(on: folder, measures)
      for line in lines(of: bytes, atMost: 8) { try answer(line, on: console) }
    }
  }

  /// What stands behind `what if`.
  static let whatIf = FuzzTarget(
    "what-if",
    words: [
      "10 more ", "fewer ", "leave by ", "adoption ", "a month ", "from jan 2021 ", "until ",
      "reunification", "special guardianship", "ico ", "granted ", "percent ", "half ", "twice ",
      "delayed by 2 months ", "and ", "no ", "start", "nobody ", "edge of care ", "a dozen ", "0 ",
      "9223372036854775807 ", "-1 ", "1/2 ",
    ]
  ) {
    let console = try prompt(
      on: HistoryFolder.sample(named: "herefordshire"), HistoryFolder.shippedMeasures())
    return { bytes in
      for line in lines(of: bytes, atMost: 1) { try answer("what if \(line)", on: console) }
    }
  }

  private static func prompt(on folder: HistoryFolder, _ measures: [Measure]) throws -> Console {
    let store = try HistoryStore.inMemory(
      holding: folder,
      entry: .init(recordedAt: "2020-11-30T09:00:00Z", recordedBy: "setup", command: "sample"))
    return Console(
      history: try store.history(shippedMeasures: measures), store: store,
      recorder: Recorder(
        name: "analyst", now: { "2020-12-01T09:00:00Z" },
        secret: { Array(repeating: 7, count: 32) }),
      shippedMeasures: measures)
  }

  /// The lines of an input. Those that name a file outside of the present folder are left out, so
  /// that nothing is written there.
  private static func lines(of bytes: [UInt8], atMost count: Int) -> [String] {
    String(decoding: bytes.prefix(4096), as: UTF8.self).split(separator: "\n").prefix(count)
      .map(String.init).filter { line in
        !line.contains("~") && !line.contains("..")
          && !line.split(separator: "/", omittingEmptySubsequences: false).dropFirst().contains {
            $0.first?.isNumber != true
          }
      }
  }

  /// Gives a line to the prompt; one that is refused does not end the session.
  private static func answer(_ line: String, on console: Console) throws {
    _ = console.completions(for: String(line.prefix(60)))
    guard let reply = try console.respond(to: line) else { return }
    for format in [OutputFormat.text, .html, .json] {
      _ = reply.document?.rendered(as: format)
    }
  }
}

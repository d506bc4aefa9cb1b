import Console
import FileAccess
import HistoryStore
import Reports
import Testing

/// Whatever is typed or pasted, the prompt answers or says why not.
@Suite("Lines made at random")
struct RandomLineTests {
  /// Words of the grammar, near misses and rubbish. None of them writes a file: those that could
  /// are given only together with a name in a folder that is not there.
  static let words = [
    "show", "compare", "flows", "pipeline", "edge", "of", "care", "edge-of-care", "timeline",
    "reconcile", "update", "month", "format", "help", "examples", "quit", "sh", "u", "s", "shwo",
    "oct", "Oct", "2020", "2020-10", "10/2020", "october", "sept", "latest", "last", "this",
    "month",
    "2015-09", "99/9999", "0000-00", "-1/2020", "parents", "placement", "residential", "ico",
    "placement-orders", "children", "markdown", "json", "text", "--format", "--format=json",
    "--format=", "--force", "--", "--=", "--wide", "\"", "\u{201C}", "\u{201D}", "\"\"",
    "\"oct 2020\"",
    "#", "#x", "-", "\u{2013}", "\u{2014}format", "=", "£", "é", "e\u{301}", "\u{301}", "\u{0}",
    "\u{FEFF}", "\u{A0}", "\u{202E}", "👨‍👩‍👧", "日本", "\u{1B}[31m", "%s", "%n", "'", "'; DROP TABLE",
    "9999999999999999999999", "10/99999999999999999999", "\n", "\r\n", "\t", "",
    "--output=/nonexistent/x.md", "save as /nonexistent/x", String(repeating: "oct ", count: 50),
    String(repeating: "z", count: 2000),
  ]

  @Test("Each is answered, or refused in a sentence of ours", arguments: UInt64(1)...20)
  func neverTraps(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let sample = try PromptSample()
    for _ in 1...150 {
      let count = Int.random(in: 1...6, using: &random)
      let line = (1...count).compactMap { _ in Self.words.randomElement(using: &random) }
        .joined(separator: Bool.random(using: &random) ? " " : "\u{A0}")
      do {
        _ = try sample.console.respond(to: line)
      } catch {
        let isOurs =
          error is GrammarError || error is ReportError || error is ConsoleError
          || error is FileError || error is HistoryStoreError
        #expect(isOurs, "\(line): \(error)")
        #expect("\(error)".count > 10, "\(line)")
      }
    }
  }

  @Test(
    "Tab stands every beginning of a line, and never takes more than there is",
    arguments: UInt64(21)...30)
  func completionsNeverTrap(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let console = try PromptSample().console
    for _ in 1...40 {
      let count = Int.random(in: 1...5, using: &random)
      let line = (1...count).compactMap { _ in Self.words.randomElement(using: &random) }
        .joined(separator: " ").prefix(60)
      for end in line.indices {
        let text = String(line[..<end])
        let completions = console.completions(for: text)
        #expect((0...text.count).contains(completions.replacing), "\(text)")
        #expect(completions.candidates.allSatisfy { !$0.text.isEmpty }, "\(text)")
      }
    }
  }

  @Test("A pasted page does not hold the prompt up")
  func longLine() throws {
    let sample = try PromptSample()
    for word in ["placement ", "oct ", "zz", "\" ", "--force "] {
      let line = "show " + String(repeating: word, count: 20_000 / word.count)
      #expect(!sample.refusal(line).hasPrefix("not refused") || word == "--force ")
      #expect(sample.offered(line).count <= 20)
    }
  }
}

/// A small generator of which the numbers are the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

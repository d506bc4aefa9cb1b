import CaseGenerator
import Console
import Documents
import HistoryFiles
import HistoryStore
import LookedAfter
import TestSupport
import Testing

/// The routes that come with the program.
func shippedRoutes() throws -> CaseRoutes { try CaseRouteFile.shipped() }

/// A route of them.
func route(_ id: CaseRouteID) throws -> CaseRoute { try #require(try shippedRoutes()[id]) }

/// A month such as `2020-10`.
func month(_ text: String) throws -> Month { try #require(Month(iso: text)) }

/// A day such as `2020-10-31`.
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

/// A move, with a day such as `2020-10-31` and a month such as `2021-01`.
func move(
  _ stage: CaseStageID, _ date: String, _ target: String? = nil, because reason: String? = nil
) throws -> CaseMove {
  CaseMove(to: stage, on: try day(date), month: try target.map(month), reason: reason)
}

/// What can be recorded, and the cohorts, with nothing recorded.
func emptyHistory() throws -> History { try HistoryFolder.empty().history }

/// A history of cases alone, beside some counts.
func history(of cases: [Case], counts: [Observation] = []) throws -> History {
  let empty = try emptyHistory()
  return History(
    authority: empty.authority, scheme: empty.scheme, catalogue: empty.catalogue,
    observations: counts,
    cases: CaseBook(
      routes: try shippedRoutes(), cases: cases.sorted { $0.key < $1.key },
      recordedAt: "2021-06-30T09:00:00Z"))
}

/// A count of a month.
func count(_ measure: MeasureID, _ number: Int, _ text: String, detail: String = "") throws
  -> Observation
{
  Observation(
    measure: measure, period: .month(try month(text)), detail: detail,
    value: Quantity(mantissa: number),
    provenance: Provenance(source: nil, recordedAt: "2021-06-30T09:00:00Z"))
}

/// Made-up cases over two years, on every route, by chance.
func randomCases(_ number: Int, seed: UInt64) throws -> [Case] {
  var random = SeededGenerator(seed: seed)
  let routes = try shippedRoutes()
  let generator = CaseGenerator(
    routes: routes, catalogue: try emptyHistory().catalogue, lastDay: try day("2021-03-31"))
  let start = try day("2019-04-01")
  let plans = (0..<number).compactMap { index -> CaseGenerator.Plan? in
    guard let route = routes.all.randomElement(using: &random) else { return nil }
    let begun = start.advanced(by: Int.random(in: 0..<700, using: &random))
    let end =
      Bool.random(using: &random)
      ? begun.advanced(by: Int.random(in: 0..<400, using: &random)) : nil
    let facts = CaseFacts(
      cohort: Bool.random(using: &random) ? "sgo_plan" : "reunification",
      born: begun.month.advanced(by: -Int.random(in: 0..<200, using: &random)),
      entered: begun.advanced(by: -Int.random(in: 0..<900, using: &random)),
      family: "F-\(index / 2)")
    return CaseGenerator.Plan(
      child: "K-\(index % (number * 2 / 3 + 1))", route: route.id, start: begun, end: end,
      facts: facts)
  }
  return generator.cases(of: plans, using: &random)
}

/// The prompt on a history of its own, with a clock that the test sets.
final class CasePrompt {
  let folder: TemporaryFolder
  let store: HistoryStore
  let console: Console
  private let clock: Clock

  private final class Clock: @unchecked Sendable {
    var now = "2020-11-02T09:00:00Z"
  }

  init(asksFirst: Bool = false) throws {
    folder = try TemporaryFolder()
    let clock = Clock()
    self.clock = clock
    let path = folder.file("history.lac")
    try HistoryStore.inMemory(
      holding: HistoryFolder.sample(named: "herefordshire"),
      entry: .init(recordedAt: "2020-11-01T09:00:00Z", recordedBy: "setup", command: "sample")
    ).save(as: path)
    store = try HistoryStore.open(path: path)
    console = Console(
      history: try store.history(), store: store,
      recorder: Recorder(name: "analyst") { clock.now },
      shippedMeasures: try HistoryFolder.shippedMeasures())
    console.asksFirst = asksFirst
  }

  /// Moves the clock to the morning of a day.
  func advance(to day: String) { clock.now = "\(day)T09:00:00Z" }

  /// Types a line; the answer or the message that comes back, as one statement a line.
  @discardableResult
  func type(_ line: String) throws -> String {
    let reply = try #require(try console.respond(to: line), "no reply to: \(line)")
    if let document = reply.document {
      return TextRenderer(style: .init(plain: true)).render(document)
    }
    return reply.message ?? ""
  }

  /// The sentence with which a line is refused.
  func refusal(of line: String) -> String {
    do { return "not refused: \(try type(line))" } catch { return "\(error)" }
  }

  /// The cases as the store has them.
  func cases() throws -> [Case] { try store.history().cases.cases }
}

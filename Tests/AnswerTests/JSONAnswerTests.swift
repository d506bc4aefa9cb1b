import Console
import Documents
import Foundation
import PromptSession
import Testing

/// Answers as JSON, as a script reads them.
@Suite("Answers for scripts") struct JSONAnswerTests {
  private func table(_ id: String, of line: String, _ prompt: Prompt) throws -> [[String: Any]] {
    let reply = try #require(try prompt.console.respond(to: "\(line) --format json"))
    let format = try #require(reply.format)
    let bytes = try #require(reply.document?.rendered(as: format, isFile: true).bytes)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let blocks = try #require(object?["blocks"] as? [[String: Any]])
    let found = try #require(
      blocks.first { $0["type"] as? String == "table" && $0["id"] as? String == id })
    let columns = try #require(found["columns"] as? [String])
    let rows = try #require(found["rows"] as? [[Any]])
    return rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }

  @Test("A rate, with its interval")
  func rate() throws {
    let row = try #require(try table("rate", of: "rate of 336", Prompt()).first)
    #expect(row["count"] as? Int == 336)
    #expect(row["population"] as? Int == 36_103)
    #expect(row["rate"] as? Double == 93.067058)
    #expect(row["lower"] as? Double == 83.380509)
    #expect(row["upper"] as? Double == 103.569915)
    #expect(row["confidence"] as? Double == 0.95)
    #expect(row["method"] as? String == "byar")
  }

  @Test("Limits, points, a band and a balance")
  func trends() throws {
    let prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
    let limits = try #require(try table("limits", of: "trend started", prompt).first)
    #expect(limits["trial"] as? Bool == false)
    #expect(limits["segment"] as? Int == 1)
    let points = try table("points", of: "trend started", prompt)
    #expect(points.count == 24)
    #expect(points.first?["date"] as? String == "2023-04")
    #expect(points.first?["value"] as? Int == 8)
    let band = try table("band", of: "trend total", prompt)
    #expect(band.count == 25)
    #expect(band.first?["expected"] is NSNull)
    #expect((band.last?["expected"] as? Double).map { 343 < $0 && $0 < 393 } == true)
    let balance = try #require(try table("flow-balance", of: "trend total", prompt).last)
    #expect(balance["window"] as? Int == 12)
    #expect(balance["net"] as? Int == -43)
    #expect(balance["phi"] as? Double == 1)
    #expect(balance["words"] as? String == "falling, clear")
  }

  @Test("A first point far off is marked, with the rule and the direction")
  func outside() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    try prompt.record(
      "started", from: "2023-10", [19, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
    let points = try table("points", of: "trend started", prompt)
    #expect(points.first?["date"] as? String == "2023-10")
    #expect(points.first?["value"] as? Int == 19)
    #expect(points.first?["rule"] as? String == "outside")
    #expect(points.first?["direction"] as? String == "high")
    #expect(points.dropFirst().allSatisfy { $0["rule"] as? String != "outside" })
    #expect(
      try #require(try table("limits", of: "trend started", prompt).first)["trial"] as? Bool
        == false)
  }

  @Test("A comparison: the authority's own row first, then each comparator; the groups")
  func compare() throws {
    let rates = try table("rates", of: "compare for herefordshire 2025", Prompt())
    #expect(rates.first?["comparator"] as? String == "Herefordshire")
    #expect(rates.first?["needed"] as? Int == 344)
    let england = try #require(rates.first { $0["comparator"] as? String == "England" })
    #expect(england["year"] as? String == "2024/25")
    #expect(england["rate"] as? Int == 67)
    #expect(england["gap"] as? Int == 113)
    #expect(england["gap_low"] as? Int == 78)
    #expect(england["gap_high"] as? Int == 152)
    #expect(england["outcome"] as? String == "much higher")
    let groups = try table("group", of: "compare for herefordshire 2025", Prompt())
    let neighbours = try #require(
      groups.first { $0["group"] as? String == "statistical_neighbours" })
    #expect(neighbours["model"] as? String == "May 2025")
    #expect(neighbours["members"] as? Int == 10)
    #expect(neighbours["with_value"] as? Int == 10)
    #expect(neighbours["mean"] as? Double == 66.7)
    #expect(neighbours["median"] as? Double == 62.5)
  }
}

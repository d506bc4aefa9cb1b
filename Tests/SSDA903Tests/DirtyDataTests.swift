import FileAccess
import LookedAfter
import SSDA903
import TestSupport
import Testing

/// The generator can give a share of the children a fault. Each is found again here by looking at
/// the lines themselves, and has to be in the report with its file and line.
@Suite("Files with faults in them")
struct DirtyDataTests {
  private struct Place: Hashable {
    let file: String
    let line: Int
  }

  /// Where each kind of fault is, by the rule that has to report it.
  private func injected() throws -> [String: Set<Place>] {
    var found: [String: Set<Place>] = [:]
    for year in 2022...2025 {
      let name = "\(year)/Episodes.csv"
      let bytes = try WholeFile.read(Support.fixture("dirty/\(name)"))
      var before = ""
      for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .enumerated()
      where index > 0 {
        let place = Place(file: name, line: index + 1)
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        if fields[1] == "31/02/2020" { found["141", default: []].insert(place) }
        if fields[5].contains(where: \.isLowercase) { found["letters", default: []].insert(place) }
        if fields[3].isEmpty { found["144", default: []].insert(place) }
        if fields[7].isEmpty, !fields[8].isEmpty { found["148", default: []].insert(place) }
        if fields[7] == fields[1] { found["355", default: []].insert(place) }
        if line == before { found["row-twice", default: []].insert(place) }
        before = String(line)
      }
    }
    return found
  }

  @Test("are read to the end, and every fault is reported where it is")
  func everyFault() throws {
    let returns = try JoinedReturns(path: Support.fixture("dirty"))
    let findings = returns.findings(key: try Support.key())
    let injected = try injected()

    #expect(injected.count == 6, "every kind of fault is there")
    for (rule, places) in injected {
      let reported = findings.filter { $0.rule.id == rule }.compactMap { finding in
        finding.line.map { Place(file: finding.file, line: $0) }
      }
      // Of two equal rows the later one is told.
      #expect(places.subtracting(reported).isEmpty, "rule \(rule)")
      if rule != "row-twice" {
        #expect(Set(reported) == places, "rule \(rule) reports nothing else")
      }
    }
    for finding in findings { #expect(finding.child != nil) }
  }

  @Test("give a count near the true one, for most children have no fault")
  func nearTruth() throws {
    let returns = try JoinedReturns(path: Support.fixture("dirty"))
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let total = caseload.totals(on: [try day("31/03/2025")])[0]

    #expect((70...95).contains(total), "the generator had 81 before it put faults in")
  }

  /// The tables of a return with some bytes spoilt in each.
  private func spoilt(
    _ places: ClosedRange<Int>, _ generator: inout SeededGenerator
  ) throws -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for table in ["Episodes", "Header", "UASC"] {
      var bytes = try bytes(of: Support.fixture("dirty/2025/\(table).csv"))
      let body = try #require(bytes.firstIndex(of: 0x0A)) + 1
      for _ in 0..<Int.random(in: places, using: &generator) {
        let place = Int.random(in: body..<bytes.count, using: &generator)
        bytes[place] =
          [0x22, 0x2C, 0x0A, 0x0D, 0, 0xFF, 0x39, 0x58]
          .randomElement(using: &generator) ?? 0
      }
      files.append(("\(table).csv", bytes))
    }
    return files
  }

  @Test("are read with their headers, whatever bytes a few rows have", arguments: UInt64(1)...30)
  func someBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let returns = try JoinedReturns(files: try spoilt(1...4, &generator))
    try check(returns)
    let ages = try Caseload(returns, scheme: try Support.scheme()).breakdown(
      .age, on: returns.monthEnds)
    #expect(ages.contains { $0.lines.dropLast().reduce(0) { $0 + $1.count } > 20 })
  }

  @Test("never end the program, whatever bytes they have", arguments: UInt64(1)...30)
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let files = try spoilt(1...200, &generator)
    do {
      try check(try JoinedReturns(files: files))
    } catch let error as ReturnError {
      // Where too many ids are spoilt, header and episodes no longer go together.
      #expect("\(error)".contains("have no episode in the return"))
    }
    try check(try JoinedReturns(files: files.filter { $0.name != "Header.csv" }))
  }

  private func check(_ returns: JoinedReturns) throws {
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let dates = returns.monthEnds
    let counts = caseload.counts(on: dates)

    #expect(returns.repairCount > 0)
    #expect(counts.contains { $0.total > 20 }, "most rows are sound")
    #expect(caseload.breakdown(.age, on: dates).map(\.total) == counts.map(\.total))
    #expect(caseload.stability(on: dates).map(\.lookedAfter) == counts.map(\.total))
    #expect(caseload.flows(in: caseload.financialYears).count > 0)
  }

  @Test("give a report that names no child and no postcode")
  func privateReport() throws {
    let returns = try JoinedReturns(path: Support.fixture("dirty"))
    let report = returns.findingsFile(key: try Support.key())
    let text = String(
      decoding: try WholeFile.read(Support.fixture("dirty/2025/Episodes.csv")), as: UTF8.self)
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(!report.contains(fields[0]))
      if !fields[11].isEmpty { #expect(!report.contains(fields[11])) }
    }
    #expect(report.split(separator: "\n").count > 100)
  }
}

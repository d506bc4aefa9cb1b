import FileAccess
import LookedAfter
import SSDA903
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

import HistoryFiles
import LookedAfter
import Pseudonyms
import ShippedData
import SSDA903
import Testing
import TestSupport

/// The scheme that comes with the program.
enum Scheme {
  static func shipped() throws -> CohortScheme { try HistoryFolder.empty().scheme }
}

@Suite("Rows of children in the form in which they are kept")
struct StoredReturnsTests {
  private static let rows = [
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC",
    "A,03/05/2022,S,V2,N1,U6,PR1,10/06/2022,X1", "A,10/06/2022,L,C1,N1,U6,PR1,20/02/2023,X1",
    "A,20/02/2023,B,C2,N1,U3,PR1,31/03/2024,E45", "B,01/02/2021,S,V4,N2,K2,PR1,,",
    "C,15/08/2023,S,V2,N8,P2,PR4,28/10/2023,X1", "C,28/10/2023,T,V2,N8,H5,PR4,,",
  ]

  private func stored(_ rows: [String]) throws -> StoredReturns {
    let key = try #require(PseudonymKey(bytes: Array("a secret of the tests".utf8)))
    let returns = try JoinedReturns(files: [
      ("Episodes.csv", Array(rows.joined(separator: "\n").utf8))
    ])
    return try StoredReturns(returns, plans: nil, key: key)
  }

  @Test("are the same bytes whatever the order of the children in the files")
  func order() throws {
    let one = try stored(Self.rows)
    let other = try stored([Self.rows[0]] + Self.rows[4...6] + Self.rows[1...3])
    #expect(one.bytes == other.bytes)
    #expect(try StoredReturns(bytes: one.bytes).bytes == one.bytes)
  }

  @Test("are refused, and end nothing, wherever they are cut or changed", arguments: UInt64(1)...12)
  func broken(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let good = try stored(Self.rows).bytes
    let scheme = try Scheme.shipped()
    for length in stride(from: 0, to: good.count, by: 7) {
      #expect(throws: ReturnError.self) { try StoredReturns(bytes: Array(good[..<length])) }
    }
    #expect(throws: ReturnError.self) { try StoredReturns(bytes: good + [0]) }
    for _ in 0..<60 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      // What still reads has to be worked out without a trap.
      guard let read = try? StoredReturns(bytes: bytes),
        let caseload = try? Caseload(read.returns, scheme: scheme)
      else { continue }
      let dates = [try #require(CivilDate(year: 2023, month: 3, day: 31))]
      _ = caseload.counts(on: dates)
      _ = caseload.breakdown(.age, on: dates)
      _ = caseload.breakdown(.timeInCare, on: dates)
      _ = caseload.stability(on: dates)
    }
  }
}

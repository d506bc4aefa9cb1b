import LookedAfter
import Pseudonyms
import SSDA903
import Testing

@Suite("Pseudonyms")
struct PseudonymTests {
  @Test("are HMAC-SHA256 of the authority and the id, shortened to 14 letters and digits")
  func value() throws {
    let key = try #require(PseudonymKey(bytes: Array(0..<32)))
    // Worked out with Python's hmac and Crockford's alphabet.
    #expect(Pseudonym(of: "0000633", key: key).description == "K-h1g91yhf474p87")
    #expect(
      Pseudonym(of: "0000633", authority: "E06000019", key: key).description
        == "K-dfbb2x58b7jfk5")
  }

  @Test("are the same for one secret and others for another; blanks round the id do not count")
  func keyed() throws {
    let key = try #require(PseudonymKey(bytes: Array(0..<32)))
    let other = try #require(PseudonymKey(bytes: Array(1..<33)))

    #expect(Pseudonym(of: " 12 ", key: key) == Pseudonym(of: "12", key: key))
    #expect(Pseudonym(of: "12", key: key) != Pseudonym(of: "12", key: other))
    #expect(Pseudonym(of: "12", key: key) != Pseudonym(of: "012", key: key))
    let long = String(repeating: "7", count: 40)
    #expect(Pseudonym(of: long, key: key) != Pseudonym(of: long + "7", key: key))
    #expect(PseudonymKey(bytes: Array(0..<15)) == nil)
  }

  @Test("are those of the children in the files, long ids too")
  func ofFiles() throws {
    let key = try Support.key()
    let ids = ["7", "12345678", "123456789", "0123456789ABCDEF", "a-very-long-id-of-a-child"]
    let rows = ids.map { "\($0),01/05/2022,S,C2,N1,U6,PR1,," }
    let returns = try Support.returns([("e.csv", rows)])
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let found = caseload.children(in: .total, on: try day("31/05/2022"), key: key)

    #expect(Set(found.map(\.child)) == Set(ids.map { Pseudonym(of: $0, key: key) }))
  }

  @Test("come with the month of birth and no more")
  func birthMonth() throws {
    let returns = try Support.returns(
      [("e.csv", ["A,01/05/2022,S,C2,N1,U6,PR1,,"])], headers: ["A,1,17/04/2010"])
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let child = try #require(
      caseload.children(in: .total, on: try day("31/05/2022"), key: try Support.key()).first)

    #expect(child.birthMonth == Month(year: 2010, month: 4))
    #expect(child.age == 12)
    #expect(child.lookedAfterSince == CivilDate(year: 2022, month: 5, day: 1))
    #expect(!child.mayHaveStartedEarlier)
  }
}

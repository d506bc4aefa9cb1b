import Comparators
import HistoryFiles
import LookedAfter
import Testing

@Suite("Finding an authority") struct FindTests {
  let directory: AuthorityDirectory

  init() throws { directory = try AuthorityDirectory.shipped() }

  @Test("There are 153 authorities today, each with codes of its own")
  func complete() {
    let open = directory.authorities.filter { !$0.isClosed }
    #expect(open.count == 153)
    #expect(Set(directory.authorities.map(\.code)).count == directory.authorities.count)
    #expect(Set(directory.authorities.map(\.gssCode)).count == directory.authorities.count)
  }

  @Test("Every authority of today is found by its codes, its name and its other names")
  func everyone() throws {
    for authority in directory.authorities where !authority.isClosed {
      for text in [authority.code, authority.gssCode, authority.name] + authority.otherNames {
        #expect(try directory.find(text) == authority, "\(text)")
        #expect(try directory.find("  \(text.uppercased()) ") == authority, "\(text)")
      }
      #expect(try directory.find("\(authority.name) Council") == authority)
    }
  }

  @Test(
    "A name may be written as people write it",
    arguments: [
      ("Herefordshire, County of", "884"), ("hereford", "884"), ("e06000019", "884"),
      ("Bristol City Council", "801"), ("Bristol, City of", "801"), ("hull", "810"),
      ("Durham County Council", "840"), ("City of York Council", "816"), ("York", "816"),
      ("North Yorkshire", "815"), ("st helens", "342"), ("Stoke on Trent", "861"),
      ("Telford & Wrekin", "894"), ("London Borough of Camden", "202"),
      ("Royal Borough of Windsor and Maidenhead", "868"), ("westmorland", "943"),
      ("Newcastle", "391"), ("Bedford Borough", "822"), ("Bedfordshire", "823"),
      ("City of London Corporation", "201"), ("Nottingham", "892"), ("Nottinghamshire", "891"),
    ])
  func written(text: String, code: String) throws {
    #expect(try directory.find(text).code == code)
  }

  @Test("Two authorities were called Dorset; the one of today is meant")
  func dorset() throws {
    #expect(try directory.find("Dorset").code == "838")
    #expect(try directory.find("dorset council").code == "838")
    #expect(
      failure("835")
        == "Dorset ended on 31 March 2019; the children are now looked after by Dorset (838) and"
        + " Bournemouth, Christchurch and Poole (839), so name one of these.")
    #expect(failure("E10000009") == failure("835"))
  }

  @Test(
    "An authority that ended is refused, with those that followed it",
    arguments: [
      ("Cumbria", ["942", "943"]), ("cumbr", ["942", "943"]), ("Northamptonshire", ["940", "941"]),
      ("Poole", ["839"]), ("836", ["839"]), ("Bournemouth", ["839"]),
    ])
  func closed(text: String, successors: [String]) throws {
    let error = #expect(throws: AuthorityError.self) { try directory.find(text) }
    guard case .closed(_, _, let named) = error else {
      Issue.record("\(text): \(String(describing: error))")
      return
    }
    #expect(named.map(\.code) == successors)
  }

  @Test("A part of several names is refused, with the names")
  func ambiguous() {
    #expect(
      failure("Cheshire")
        == "\"Cheshire\" may be Cheshire East (895) or Cheshire West and Chester (896); give more of"
        + " the name, or the code.")
    #expect(failure("kingston").contains("Kingston upon Hull (810)"))
    #expect(failure("north").hasSuffix("or 1 more; give more of the name, or the code."))
  }

  @Test("A misspelt name is answered with those that are near")
  func misspelt() {
    #expect(
      failure("Herfordshire")
        == "There is no English authority \"Herfordshire\" that looks after children; did you mean"
        + " Herefordshire (884) or Hertfordshire (919)?")
    #expect(failure("Westmoreland Council").hasSuffix("Westmorland and Furness (943)?"))
    #expect(failure("Bornmouth").contains("Bournemouth, Christchurch and Poole (839)"))
  }

  @Test("Where nothing is near, it says what may be given", arguments: ["", "Atlantis", "Council"])
  func unknown(text: String) {
    #expect(
      failure(text)
        == "There is no English authority \"\(text)\" that looks after children; give its name, a"
        + " part of it, or its code, such as 884 or E06000019.")
  }

  private func failure(_ text: String) -> String {
    do throws(AuthorityError) {
      return "found \(try directory.find(text).name)"
    } catch {
      return error.description
    }
  }
}

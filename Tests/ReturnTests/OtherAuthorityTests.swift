import LookedAfter
import SSDA903
import TestSupport
import Testing

@Suite("Returns of another authority")
struct OtherAuthorityTests {
  /// Returns of two years: so many children in care as the first ended, and so many of them again.
  private func neighbours(
    _ first: Int, staying: Int, coming: Int, in folder: TemporaryFolder, births: Bool = false
  ) throws {
    let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    let here = (1...first).map { "\($0),03/05/2022,S,C2,N1,U6,PR1,,\n" }
    let again = here.prefix(staying)
    let new = (0..<coming).map { "\(500 + $0),03/05/2023,S,C2,N1,U6,PR1,,\n" }
    _ = try folder.write(columns + here.joined(), to: "2023-Episodes.csv")
    _ = try folder.write(columns + (again + new).joined(), to: "2024-Episodes.csv")
    guard births else { return }
    for (year, ids) in [(2023, Array(1...first)), (2024, Array(1...staying))] {
      let rows = ids.map { "\($0),1,\(year == 2023 ? "03" : "04")/05/2012,WBRI\n" }.joined()
      _ = try folder.write("CHILD,SEX,DOB,ETHNIC\n" + rows, to: "\(year)-Header.csv")
    }
  }

  @Test("is refused where the return of the next year has hardly anybody of those in care")
  func neighboursOfTwoAuthorities() throws {
    let prompt = try ReturnPrompt()
    try neighbours(12, staying: 4, coming: 10, in: prompt.folder)
    let sentence =
      "8 of the 12 children who were looked after as the return to 31 March 2023 ended are not in the"
      + " return to 31 March 2024, so the two are of different authorities, or the ids were changed"
      + " between them; import each authority's returns by themselves, or write each row's authority"
      + " into a column LA."
    for command in ["import", "check"] {
      #expect(
        prompt.console.refusal(of: "\(command) 903 \"\(prompt.folder.path)\"")
          == "\(prompt.folder.path): \(sentence)")
    }
    // The same ids, but other children.
    let others = try TemporaryFolder()
    try neighbours(24, staying: 22, coming: 60, in: others, births: true)
    #expect(
      prompt.console.refusal(of: "import 903 \"\(others.path)\"").contains(
        "22 of the 22 children whom the return to 31 March 2024 shares with earlier ones have another"
          + " date of birth in it"))
  }

  @Test("is taken where half of those in care come again, or so few were that nothing can be told")
  func neighboursOfOneAuthority() throws {
    for (first, staying) in [(12, 6), (9, 0)] {
      let prompt = try ReturnPrompt()
      try neighbours(first, staying: staying, coming: 10, in: prompt.folder)
      #expect(
        try prompt.type("import 903 \"\(prompt.folder.path)\"").contains("\(first + 10) children"))
    }
  }

  @Test("tells where the column LA names another authority than the history's, by name or code")
  func authorityOfTheColumn() throws {
    func answer(_ name: String, of history: String) throws -> String {
      let prompt = try ReturnPrompt(beginning: .sample(named: history))
      let path = try prompt.folder.write(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,LA,YEAR\n"
          + "A,2022-05-03,S,V2,N1,U6,PR1,,,\(name),2023\n", to: "Episodes.csv")
      do { return try prompt.type("import 903 \"\(path)\"") } catch { return "\(error)" }
    }
    for (name, history) in [
      ("Kent", "herefordshire"), ("886", "herefordshire"), ("E10000016", "herefordshire"),
      ("Kent", "marchshire"),
    ] {
      #expect(
        try answer(name, of: history).hasPrefix(
          "The column LA says that these returns are of Kent, and this history is of"))
    }
    #expect(
      try answer("Marshire", of: "herefordshire").contains(
        "The column LA says that these returns are of Marshire, which is no authority that is known,"
          + " and this history is of Herefordshire; make sure that they are the same."))
    for (name, history) in [
      ("Herefordshire", "herefordshire"), ("884", "herefordshire"), ("E06000019", "herefordshire"),
      ("Marchshire", "marchshire"),
    ] {
      let message = try answer(name, of: history)
      #expect(message.contains("One return, 2022-23") && !message.contains("The column LA"))
    }
  }
}

import FileAccess
import LookedAfter
import SSDA903
import TestSupport
import Testing

@Suite("What an import of 903 returns would lose or mistake")
struct ImportGuardTests {
  /// A folder with some of the six returns of Marchshire.
  private func folder(of years: [Int], in prompt: ReturnPrompt) throws -> String {
    let source = try Marchshire.folder()
    for year in years {
      for name in ["Episodes", "Header", "UASC"] {
        let bytes = try WholeFile.read("\(source)/\(year)/\(name).csv")
        _ = try prompt.folder.write(
          String(decoding: bytes, as: UTF8.self), to: "some-\(year)-\(name).csv")
      }
    }
    return prompt.folder.path
  }

  @Test("counts nothing of a year between two returns of which there is none, and says so")
  func missingYear() throws {
    let prompt = try ReturnPrompt()
    let path = try folder(of: [2020, 2022], in: prompt)
    let message = try prompt.type("import 903 \"\(path)\"")
    #expect(message.contains("Two returns, 2019-20 to 2021-22"))
    #expect(message.contains("24 month ends, April 2019 to March 2022"))
    let gap =
      "There is no return of 2020-21, so nothing is counted of that year: a return holds only the"
      + " children of its own year."
    #expect(message.contains(gap))
    #expect(try prompt.console.table("findings", "quality").rows.isEmpty == false)
    #expect(try prompt.type("quality").contains("There is no return of 2020-21"))

    let months = try prompt.store.history().months.map(\.description)
    #expect(months.count == 24)
    #expect(months[11...12] == ["2020-03", "2021-04"])
    let truth = try Marchshire.numbers("looked_after")
    let series = try prompt.console.series("series total")
    #expect(series.count == 24)
    for (day, number) in series { #expect(truth[day] == number, "\(day)") }
    #expect(
      prompt.console.refusal(of: "breakdown age mar 2021")
        == "Nothing can be counted of March 2021, for there is no return of 2020-21; import the returns"
        + " again with those of the missing years among them.")
    #expect(try prompt.type("stability jun 2021").contains("No return covers the twelve months"))
    // The same from the rows that the file keeps.
    #expect(try prompt.reopened().series("series total") == series)
  }

  @Test("is refused where an extract of all years would be replaced in part")
  func partOfAnExtract() throws {
    let prompt = try ReturnPrompt()
    let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    let extract = try prompt.folder.write(
      columns + "A,03/05/2022,S,C2,N1,U6,PR1,10/06/2022,E3\nB,03/05/2023,S,C2,N1,U6,PR1,,\n",
      to: "Extract.csv")
    let later = try prompt.folder.write(
      columns + "B,03/05/2023,S,C2,N1,U6,PR1,,\n", to: "Later.csv")
    try prompt.type("import 903 \"\(extract)\"")
    let before = try prompt.store.dump()
    #expect(
      prompt.console.refusal(of: "import 903 \"\(later)\"")
        == "The returns of 2023-24 cannot be joined with the children's rows of 2022-23, which this"
        + " history keeps: they came as one extract of 2022-23 to 2023-24, which the new files replace"
        + " in part only. Put all returns into one folder and import that, or let the old rows go"
        + " first: forget everyone")
    #expect(try prompt.store.dump() == before)
    try prompt.type("forget everyone")
    #expect(try prompt.type("import 903 \"\(later)\"").contains("12 month ends"))
  }

  @Test("keeps out whoever was forgotten, until everyone is")
  func forgotten() throws {
    let prompt = try ReturnPrompt(asksFirst: true)
    try prompt.importMarchshire()
    try prompt.type("yes")
    let children = try prompt.console.table("children", "children in ico").rows
    guard case .text(let name)? = children.first?.cells.first?.value else {
      Issue.record("there is no child")
      return
    }
    try prompt.type("forget \(name)")
    try prompt.type("yes")
    let again = try prompt.importMarchshire()
    #expect(again.contains("The rows of one child stay out, as they were removed"))
    // Nothing is left to be asked.
    #expect(
      again.hasSuffix(
        "2232 the same. Nothing changes.\nThe rows of one child stay out, as they"
          + " were removed from this history.\nThe history stays as it is."))
    #expect(!prompt.console.isAsking)
    #expect(
      try prompt.console.table("children", "children in ico").rows.count == children.count - 1)
    #expect(try !prompt.file().holds(name))

    try prompt.type("forget everyone")
    try prompt.type("yes")
    try prompt.importMarchshire()
    #expect(
      try prompt.type("yes") == "The figures stay as they are; the children's rows were renewed.")
    #expect(try prompt.console.table("children", "children in ico").rows.count == children.count)
  }

  @Test("of another authority is refused by a history of one's own")
  func stranger() throws {
    let prompt = try ReturnPrompt(beginning: .sample(named: "herefordshire"))
    let path = try prompt.folder.write(
      """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,LA,YEAR
      A,2022-05-03,S,V2,N1,U6,PR1,,,Kent,2023
      """, to: "Episodes.csv")
    #expect(
      prompt.console.refusal(of: "import 903 \"\(path)\"").hasPrefix(
        "The column LA says that these returns are of Kent, and this history is of Herefordshire;"))
    #expect(try prompt.type("check 903 \"\(path)\"").contains("One return, 2022-23"))
  }

  @Test("keeps the question when the answer has a slip of the pen in it")
  func slip() throws {
    let prompt = try ReturnPrompt(asksFirst: true)
    try prompt.importMarchshire()
    #expect(
      try prompt.type("yse")
        == "\"yse\" is neither yes nor a command; type yes to record this, or no to leave it.")
    #expect(try prompt.type("yes") == "Recorded 2232 figures. Type undo to take them back.")
  }

  @Test("tells what is wrong with the plan file, also in another session")
  func planFaults() throws {
    let prompt = try ReturnPrompt()
    let path = try prompt.folder.write(
      """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC
      A,03/05/2022,S,V2,N1,U6,PR1,,
      """, to: "Episodes.csv")
    let plans = try prompt.folder.write(
      """
      CHILD,PLAN,START,END,OUTCOME
      A,SGO,01/06/2022,,
      A,BANANA,01/06/2022,,
      A,SGO,45/01/2024,,
      Q,SGO,01/06/2022,,
      """, to: "p.csv")
    let message = try prompt.type("import 903 \"\(path)\" plans \"\(plans)\"")
    #expect(message.contains("Local plans: 1 from p.csv, and 3 rows that cannot be used."))
    #expect(message.contains("Three repairs, no errors and no warnings."))
    for console in [prompt.console, try prompt.reopened()] {
      let lines = try ["plan-row", "plan-child"].map { rule in
        try console.table("finding-rows", "quality \(rule)").rows.map { $0.cells[2] }
      }
      #expect(lines == [[.integer(3), .integer(4)], [.integer(5)]])
    }
  }

  @Test("says where files beside one another hold episodes of one return twice")
  func twoAuthorities() throws {
    let prompt = try ReturnPrompt()
    let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    for name in ["here", "there"] {
      let text = columns + "\(name),03/05/2022,S,C2,N1,U6,PR1,,\n"
      try WholeFile.write(Array(text.utf8), to: prompt.folder.file("\(name).csv"), replacing: false)
    }
    let preview = try prompt.type("import 903 \"\(prompt.folder.path)\"")
    #expect(
      preview.contains(
        "2 files hold episodes of the return to 31 March 2023 (here.csv, there.csv). They are counted"
          + " together; where they are of several authorities, import each by itself."))
    #expect(try !ReturnPrompt().type(Marchshire.line()).contains("files hold episodes"))
  }

  @Test("is refused where two headers of a year have no child in common, unless they are parts")
  func mixedHeaders() throws {
    let prompt = try ReturnPrompt()
    for name in ["here", "there"] {
      let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
      let rows = (1...12).map { "\(name)\($0),03/05/2022,S,C2,N1,U6,PR1,,\n" }.joined()
      let headers = (1...12).map { "\(name)\($0),1,03/05/2012,WBRI\n" }.joined()
      let files = [("Episodes", columns + rows), ("Header", "CHILD,SEX,DOB,ETHNIC\n" + headers)]
      for (table, text) in files {
        _ = try prompt.folder.write(text, to: "\(name)-\(table).csv")
      }
    }
    let path = prompt.folder.path
    let sentence =
      "Two headers are of the return to 31 March 2023: here-Header.csv with 12 children and"
      + " there-Header.csv with 12, and no child is in both, so they look like the returns of two"
      + " authorities."
    #expect(
      prompt.console.refusal(of: "import 903 \"\(path)\"")
        == "\(sentence) Import each authority's by itself, or write the authority into a column LA;"
        + " if they are the parts of one return, add: parts")
    let notes = try #require(try prompt.console.respond(to: "check 903 \"\(path)\"")?.document)
      .blocks.compactMap { if case .note(let note) = $0 { note.text } else { nil } }
    #expect(notes == [sentence])
    #expect(try prompt.type("import 903 \"\(path)\" parts").contains("24 children"))
  }

  @Test("writes no paper of single children")
  func noPaper() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    try prompt.type("import plans")
    let child = try #require(prompt.store.history().cases.cases.first?.child)
    let applications = prompt.folder.file("applications.html")
    try prompt.type("applications mar 2025 --output \"\(applications)\"")
    #expect(!String(decoding: try WholeFile.read(applications), as: UTF8.self).contains("K-"))
    for name in ["kids.docx", "kids.html", "kids.md", "kids.markdown", "kids.zip"] {
      let path = prompt.folder.file(name)
      for line in ["children in ico", "cases", "quality NoE", "case \(child)"] {
        #expect(
          prompt.console.refusal(of: "\(line) --output \"\(path)\"").hasPrefix(
            "Single children belong into no paper"))
        #expect(!WholeFile.exists(path))
      }
    }
    for name in ["kids.svg", "kids.png"] {
      let path = prompt.folder.file(name)
      #expect(
        prompt.console.refusal(of: "cases --output \"\(path)\"").hasPrefix(
          "A file that ends in .\(name.suffix(3)) cannot be written"))
      #expect(!WholeFile.exists(path))
    }
    for name in ["kids.foo", "kids.bar"] {
      let path = prompt.folder.file(name)
      for line in ["children in ico", "children in ico --format csv", "cases"] {
        #expect(
          prompt.console.refusal(of: "\(line) --output \"\(path)\"")
            == "Single children belong into no paper, so they are not written to a file that ends in"
            + " .\(name.suffix(3)); for your own eyes there are .csv, .json and .txt.")
        #expect(!WholeFile.exists(path))
      }
    }
    for (line, name) in [("children in ico", "kids"), ("cases", "cases")] {
      for ending in ["csv", "json", "txt"] {
        let path = prompt.folder.file("\(name).\(ending)")
        #expect(try prompt.type("\(line) --output \"\(path)\"").hasPrefix("Wrote"))
      }
    }
  }

  @Test("is completed with what each command takes")
  func completion() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    func offered(_ line: String) -> [String] {
      prompt.console.completions(for: line).candidates.map(\.text)
    }
    #expect(offered("series total-w") == ["total-with-respite"])
    #expect(offered("series unal") == ["unallocated"])
    #expect(offered("series total m") == ["monthly"])
    #expect(offered("breakdown leg") == ["legal-status", "legal-status-code"])
    #expect(offered("quality P") == ["provider-code", "past-18", "plan-row", "plan-child"])
    #expect(offered("children ") == ["at", "in"])
    #expect(offered("decompose ").last == "unallocated")
    #expect(!offered("children in ").contains("in"))
  }
}

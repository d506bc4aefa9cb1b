import PseudoTerminal
import Testing

@Suite("903 returns from the command line")
struct ReturnProgramTests {
  @Test("An import and a series make lines of date and value, and nothing else")
  func series() throws {
    let run = try Program().shell(
      "exec \"$LAC\" --no-store -c \"import 903 $(dirname \"$LAC\")/lac_ShippedData.resources/marchshire/returns\""
        + " -c 'series total monthly' --format csv")
    #expect(run.status == 0)
    #expect(run.lines.count == 73)
    #expect(run.lines.first == "date,value")
    #expect(run.lines[1] == "2019-04-30,337")
    #expect(run.lines.last == "2025-03-31,346")
    #expect(run.messages.contains("Six returns, 2019-20 to 2024-25"))
  }

  @Test("The fictional authority opens with its derived history")
  func sample() throws {
    let lac = try Program()
    let run = try lac.run("--sample", "marchshire", "-c", "show", "-c", "series ico yearly")
    #expect(run.status == 0)
    #expect(run.title == "Where the children stand, March 2025")
    #expect(run.text.contains("Marchshire had 346 children in its care"))
    let other = try lac.run("--sample", "camelot", "-c", "show")
    #expect(other.status == 2)
    #expect(
      other.messages
        == "There is no sample \"camelot\"; the samples are herefordshire, marchshire and tarnbridge.\n"
    )
    #expect(try lac.run("--sample", "marchshire", "--no-store", "-c", "show").status == 2)
  }

  @Test("A store of one's own keeps what the returns say, and no raw row")
  func store() throws {
    let lac = try Program()
    try #require(
      try lac.run("init", "--store", "h.lac", "--authority", "Kent").status == 0)
    let script =
      "\"$LAC\" --store h.lac -c \"import 903 $(dirname \"$LAC\")/lac_ShippedData.resources/marchshire/returns\""
    let first = try lac.shell(script)
    #expect(first.status == 0)
    #expect(first.messages.hasSuffix("Recorded 2088 figures. Type undo to take them back.\n"))
    #expect(lac.folder.names == ["h.lac", "h.lac.key"])
    #expect(try lac.folder.mode(of: "h.lac.key") == 0o600)
    #expect(try lac.shell(script).messages.contains("2088 the same. Nothing changes."))
    let later = try lac.run("--store", "h.lac", "-c", "series total yearly", "--format", "csv")
    #expect(later.lines.last == "2025-03-31,346")
    #expect(try lac.run("--store", "h.lac", "-c", "check").status == 0)
    #expect(lac.folder.names == ["h.lac", "h.lac.key"])
  }

  @Test("Data that is no return is refused with status 3, a slip of the grammar with 2")
  func refused() throws {
    let lac = try Program()
    try lac.folder.put("a,b\n1,2\n", at: "returns/x.csv")
    let run = try lac.run("--no-store", "-c", "import 903 returns")
    #expect(run.status == 3)
    #expect(run.messages.contains("x.csv"))
    #expect(try lac.run("--no-store", "-c", "import 903").status == 2)
    #expect(try lac.run("--no-store", "-c", "breakdown colour").status == 2)
    #expect(try lac.run("--no-store", "-c", "quality").status == 1)
  }
}

extension TerminalTests {
  @Suite("The history of lines and single children", .serialized)
  struct ForgottenLineTests {
    @Test("A line that names a child is kept without the child")
    func forget() throws {
      let home = try Scratch()
      let lac = try Prompt(environment: ["XDG_STATE_HOME": home.path + "/state"], home: home)
      try lac.enter("forget 0001234\r", expecting: "keeps no rows of children")
      #expect(try lac.leave() == .exited(0))
      #expect(try home.text(of: "state/lac/history") == "forget\n")
    }
  }
}

import Documents
import FileAccess
import LookedAfter
import Testing

@Suite("Importing 903 returns at the prompt")
struct ImportPromptTests {
  @Test("shows what was read and what changes, and waits for a yes")
  func preview() throws {
    let prompt = try ReturnPrompt(asksFirst: true)
    let preview = try prompt.importMarchshire()
    #expect(
      preview.contains(
        "Six returns, 2019-20 to 2024-25: 18 files, 4,688 rows, 1,136 children, 2,991 episodes."))
    #expect(preview.contains("Local plans: 296 from Plans.csv."))
    #expect(preview.contains("No repairs, no errors and one warning."))
    #expect(
      preview.contains(
        "72 month ends, April 2019 to March 2025; 72 of them are new to the history."))
    #expect(preview.contains("Figures of the history: 2232 new, 0 changed, 0 the same."))
    #expect(preview.hasSuffix("Type yes to record this, or anything else to leave it."))
    #expect(try prompt.store.history().months.isEmpty)

    #expect(try prompt.type("no") == "Nothing was recorded.")
    #expect(try prompt.store.history().months.isEmpty)
    #expect(try prompt.store.childRows() == nil)

    try prompt.importMarchshire()
    #expect(try prompt.type("yes") == "Recorded 2232 figures. Type undo to take them back.")
    #expect(try prompt.store.history().months.count == 72)
    #expect(prompt.console.prompt == "lac Mar 2025> ")
  }

  @Test("changes nothing the second time")
  func twice() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let before = try prompt.store.dump()
    let again = try prompt.importMarchshire()
    #expect(again.contains("0 new, 0 changed, 2232 the same. Nothing changes."))
    #expect(try prompt.store.dump() == before)
  }

  @Test("can be taken back and done again; with it go the answers from the rows")
  func undo() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    try prompt.type("undo")
    #expect(try prompt.store.history().months.isEmpty)
    #expect(prompt.console.refusal(of: "stability").hasPrefix("No 903 returns are loaded"))
    try prompt.type("redo")
    #expect(try prompt.store.history().months.count == 72)
    #expect(try prompt.type("stability").contains("Stability of placements, March 2025"))
  }

  @Test(
    "into memory records the months when they are first asked for, under the line as it was typed")
  func lazily() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    _ = try prompt.type("series total")
    #expect(try prompt.store.history().months.isEmpty)
    _ = try prompt.type("show")
    #expect(try prompt.store.history().months.count == 72)
    let commands = try prompt.store.log().map(\.entry.command)
    #expect(commands == ["the beginning", try Marchshire.line()])
    #expect(try prompt.store.childRows() == nil)
  }

  @Test("leaves out months that are not over yet")
  func unfinishedYear() throws {
    let prompt = try ReturnPrompt()
    let path = try prompt.folder.write(
      """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC
      A,03/05/2025,S,C2,N1,U6,PR1,,
      """, to: "Episodes.csv")
    let message = try prompt.type("import 903 \"\(path)\"")
    #expect(message.contains("The last date in the files is 3 May 2025"))
    let months = try prompt.store.history().months
    #expect(months.map(\.description) == ["2025-04", "2025-05", "2025-06"])
  }

  @Test("takes figures of plan cohorts back when it comes without plans")
  func withoutPlans() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let march = try #require(Month(iso: "2025-03"))
    #expect(try prompt.store.history().count(of: "sgo_plan", in: march)?.value == 4)
    try prompt.importMarchshire(plans: false)
    let history = try prompt.store.history()
    #expect(history.count(of: "sgo_plan", in: march) == nil)
    #expect(
      history.count(of: "section20", in: march)?.value
        == (try Marchshire.numbers("cohort_s20")["2025-03-31"]))
  }

  @Test(
    "is refused with a sentence",
    arguments: [
      ("import 903", "needs the name of a folder"),
      ("import 903 /none", "There is no file /none."),
      ("import 903 returns plans", "the name of a file after plans"),
      ("series total", "No number of all looked after children is recorded"),
      ("series children-starting", "No 903 returns are loaded; type: import 903 FOLDER"),
      ("breakdown age", "No 903 returns are loaded"),
      ("breakdown colour", "There is no breakdown by \"colour\""),
      ("breakdown", "needs one of legal-status, placement"),
      ("decompose", "Nothing is recorded of a number of all looked after children before."),
      ("decompose started", "\"started\" is neither a cohort nor a month"),
      ("quality", "No 903 returns are loaded"),
      ("duration now", "has no place for \"now\""),
      ("children in", "try: children in ico"),
      ("forget 123", "keeps no rows of children"),
      ("retain 6 years", "keeps no rows of children"),
      ("check 903", "needs the name of a folder"),
      ("check 903 x errors", "the name of a file after errors"),
      ("set ico 3 oct 2020 basis return-903", "\"return-903\" is not a basis"),
    ])
  func refused(line: String, words: String) throws {
    let prompt = try ReturnPrompt()
    #expect(prompt.console.refusal(of: line).contains(words))
  }

  @Test("says which months the returns cover when another is asked for")
  func notCovered() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    for line in ["breakdown age mar 2019", "stability apr 2025", "decompose ico apr 2019"] {
      #expect(prompt.console.refusal(of: line).contains("they cover 1 April 2019 to 31 March 2025"))
    }
    #expect(
      prompt.console.refusal(of: "quality 999").hasPrefix(
        "No check of the 903 returns is called \"999\""))
  }

  @Test("checks a folder without importing it, and writes the findings to a file")
  func check() throws {
    let prompt = try ReturnPrompt()
    let path = try prompt.folder.write(
      """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC
      A,03/05/2022,S,V2,N1,U6,PR1,10/06/2022,X1
      A,08/06/2022,L,C1,N1,U6,PR1,20/02/2023,X1
      A,20/02/2023,B,C2,N1,U3,PR1,,
      B,30/02/2023,S,C2,N1,U6,PR1,,
      """, to: "Episodes.csv")
    let findings = prompt.folder.file("found.csv")
    let told = try prompt.type("check 903 \"\(path)\" --errors=\"\(findings)\"")
    #expect(told.contains("501"))
    #expect(told.contains("141"))
    #expect(try prompt.store.history().months.isEmpty)
    let lines = String(decoding: try WholeFile.read(findings), as: UTF8.self).split(separator: "\n")
    #expect(
      lines.first == "rule,severity,child,file,line,field,episode_start,problem,action")
    let overlap = try #require(lines.first { $0.hasPrefix("501,") }).split(separator: ",")
    #expect(overlap[2].count == 16)
    #expect(overlap[3] == "Episodes.csv")
    #expect(overlap[4] == "2")
    #expect(
      prompt.console.refusal(of: "check 903 \"\(path)\" errors \"\(findings)\"").contains(
        "found.csv"))
  }
}

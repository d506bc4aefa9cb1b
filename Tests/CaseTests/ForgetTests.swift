import HistoryStore
import LookedAfter
import SSDA903
import Testing

@Suite("A child of cases who is forgotten") struct ForgetTests {
  @Test("leaves every count, no name in cases, lists and log, and a log that holds")
  func forgotten() throws {
    let prompt = try CasePrompt()
    for line in [
      "cases since oct 2020",
      "case add sgo K-102 cohort long-term-matched born 2012-05 at filed on 1 oct 2020",
      "case add discharge K-102 at filed on 2 oct 2020",
      "case k-102 discharge withdrawn because \"K's mother moved\" on 9 oct 2020",
      "case add sgo K-1029 at filed on 3 oct 2020", "freeze \"the two\" as sgo on 4 oct 2020",
      "case K-102 sgo granted on 20 oct 2020", "undo",
    ] { try prompt.type(line) }
    let before = try prompt.type("pipeline oct 2020")
    let message = try prompt.type("forget k-102")
    #expect(
      message.hasSuffix(
        "Forgotten. Backups that were made before still hold it. 2 cases stay without a name, as"
          + " forgotten-1: no pseudonym, birth, family or remark is left, and every count is as before. The"
          + " log is sealed anew and says so."))
    #expect(try prompt.type("pipeline oct 2020") == before)
    #expect(
      try prompt.cases().map { "\($0.child) \($0.route)" } == [
        "K-1029 sgo", "forgotten-1 discharge", "forgotten-1 sgo",
      ])
    #expect(try prompt.cases().allSatisfy { $0.facts.born == nil })
    #expect(try prompt.store.history().cases.frozenLists[0].children == ["forgotten-1", "K-1029"])
    let commands = try prompt.store.log().map(\.entry.command)
    #expect(!commands.contains { $0.lowercased().split(separator: " ").contains("k-102") })
    #expect(commands.contains { $0.contains("K-1029") })
    #expect(commands.contains("undo case (a child who was forgotten)"))
    #expect(try prompt.store.log().last?.entry.reason?.hasPrefix("the log from entry") == true)
    #expect(try prompt.store.check().isEmpty)
    #expect(prompt.refusal(of: "forget K-102").hasPrefix("There is no such child"))
    #expect(prompt.refusal(of: "case K-102").contains("There is no case K-102"))
    #expect(
      prompt.refusal(of: "undo").hasPrefix(
        "The last thing done was forget, which cannot be undone, so nothing was taken back."))
    // Nothing can be changed afterwards either.
    try prompt.type("case forgotten-1 sgo granted on 20 oct 2020")
    #expect(try prompt.store.check().isEmpty)
  }

  @Test("stays out of a file of cases that still has the child, however the id is written")
  func imported() throws {
    let prompt = try CasePrompt()
    let file = prompt.folder.file("cases.csv")
    try prompt.type("case add sgo K-102 at filed on 1 oct 2020")
    try prompt.type("case add sgo K-103 at filed on 1 oct 2020")
    try prompt.type("export cases \(file)")
    try prompt.type("forget K-102")
    #expect(
      try prompt.type("import cases \(file)").hasPrefix(
        "0 new, 0 changed, 1 the same. One case stays out, of a child who was forgotten."))
    #expect(try prompt.cases().map(\.child) == ["K-103", "forgotten-1"])
    // The number that is kept is not that of the id alone, which could be found by trying all ids.
    let marks = try prompt.store.forgottenMarks()
    #expect(marks.count == 1)
    #expect(!marks.contains(ForgottenMark(of: "K-102").number))
  }
}

import Documents
import HistoryFiles
import LookedAfter
import Pseudonyms
import TestSupport
import Testing

@Suite("Cases beside 903 returns")
struct CasesAndReturnsTests {
  @Test("have the same pseudonym for the same child, under the secret of the history")
  func onePseudonym() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let path = try prompt.folder.write(
      """
      case,route,stage,date
      0002871,sgo,identified,2024-10-13
      """, to: "extract.csv")
    #expect(prompt.console.refusal(of: "import cases \"\(path)\"").contains("key alone"))
    try prompt.type("import cases \"\(path)\" key")
    let name = try prompt.type("pseudonym 0002871")
    #expect(try prompt.store.history().cases.cases.map(\.child) == [name])
    #expect(try prompt.type("children in sgo-plan").contains(name))
    // A new session, which has the rows from the file and the secret beside it.
    #expect(try prompt.reopened().said("children in sgo-plan").contains(name))
    #expect(try !prompt.file().holds("0002871"))
  }

  @Test("come with the sample, and each child is one among the returns and the cases")
  func sample() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    try prompt.console.loadCases(ofSample: "marchshire")
    let children = try prompt.console.table("children", "children in sgo-plan mar 2025").rows
      .compactMap { row -> String? in
        if case .text(let name) = row.cells[0].value { return name }
        return nil
      }
    #expect(children.count == 4)
    let book = try prompt.store.history().cases
    for child in children {
      let each = try #require(book[CaseKey(child: child, route: "sgo")])
      let stage = try #require(each.moves.last?.stage)
      #expect(book.routes["sgo"]?[stage]?.isLive ?? false)
    }
    #expect(book.frozenLists.count == 1)
    #expect(try prompt.type("pipeline mar 2025").contains("SGO"))
  }

  @Test(
    "18th birthdays are those of all children of the returns, and beside them those with a case")
  func turningEighteen() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    try prompt.type("case add sgo K-1 born 2007-06 on 1 mar 2025")
    let table = try prompt.console.table("turning-18", "turning 18")
    let total = table.rows.reduce(0) { sum, row in
      if case .number(let number, decimals: 0) = row.cells[2].value { return sum + number }
      return sum
    }
    let answer = try prompt.type("turning 18")
    #expect(answer.contains("looked after on 31 March 2025 by the 903 returns, \(total) reach 18"))
    #expect(
      answer.contains("One child with a case is not among the children looked after"))
    // The children of the last return who are in care and were born from April 2007 to March 2008.
    #expect(total == 49)
  }

  @Test(
    "A change is taken apart by the children where returns cover it, or else by what is recorded")
  func decompose() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    #expect(try prompt.type("decompose ico oct 2024").contains("From:"))
    let counts = try ReturnPrompt(
      isFile: false, beginning: HistoryFolder.sample(named: "herefordshire"))
    let answer = try counts.type("decompose ico oct 2020")
    #expect(
      answer.contains(
        "Subject to interim care orders: the number rose by three, from 32 to 35 between 5 October 2020"
          + " and 2 November 2020."))
    #expect(try changes(counts, "decompose ico oct 2020") == [6, -2, -1, 3])
    try counts.type("comment ico oct 2020 \"By movement: {bridge.ico}.\"")
    #expect(
      try counts.type("update oct 2020").contains(
        "By movement: plus 6 interim care order, minus 2 long-term fostering, minus 1 not explained."
      ))
    // Ten joined and eleven left, and the weekly counts fell by two: one is not explained.
    #expect(try changes(counts, "decompose total oct 2020") == [6, 4, -3, -3, -5, -1, -2])
  }

  /// The changes of a bridge, the whole last.
  private func changes(_ prompt: ReturnPrompt, _ line: String) throws -> [Int] {
    try prompt.console.table("movements", line).rows.compactMap { row in
      if case .number(let number, decimals: 0) = row.cells[2].value { return number }
      return nil
    }
  }

  @Test("A child whose case came to its aim is a movement of its cohort, counted once")
  func decomposeCases() throws {
    let prompt = try ReturnPrompt(
      isFile: false, beginning: HistoryFolder.sample(named: "herefordshire"))
    try prompt.type("case add sgo K-1 cohort ico at filed on 1 sep 2020")
    try prompt.type("case K-1 granted on 12 oct 2020")
    try prompt.type("case add adoption K-2 cohort ico at filed on 1 sep 2020")
    try prompt.type("case K-2 granted on 13 oct 2020")
    #expect(try changes(prompt, "decompose ico oct 2020") == [6, -2, -1, -1, 1, 3])
  }
}

import Documents
import FileAccess
import PromptSession
import Testing

/// Papers for the public, as they are asked for at the prompt.
@Suite("A paper for the public") struct PublicPaperCommandTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test("is what briefing writes by itself; --internal gives every figure, and says so")
  func briefing() throws {
    let open = try prompt.type("briefing for 1 dec 2020")
    #expect(open.contains("[c]"))
    #expect(!open.contains("bereavement in the family"))
    let inside = try prompt.type("briefing for 1 dec 2020 --internal")
    #expect(inside.contains("Not for publication: small numbers are shown"))
    #expect(inside.contains("bereavement"))
    #expect(!inside.contains("[c]"))
  }

  @Test("is what update writes where --public is there")
  func update() throws {
    #expect(try !prompt.type("update oct 2020").contains("[c]"))
    #expect(try prompt.type("update oct 2020 --public").contains("[c]"))
  }

  @Test("is not made of what answers from single children, nor of what writes no paper")
  func refused() throws {
    #expect(
      try prompt.refusal(of: "cases --public")
        == "cases answers from the records of single children, so it is not for the public; leave"
        + " --public out.")
    #expect(try prompt.refusal(of: "log --public").hasPrefix("log writes no paper"))
    for command in ["reconcile", "scorecard", "flows", "show"] {
      #expect(
        try prompt.refusal(of: "\(command) --public")
          == "\(command) answers for the service and is not held against what the papers hide; the"
          + " papers for the public are update and briefing, and compare gives what they showed.")
    }
  }

  @Test("follows the rule that is recorded, which undo takes back")
  func rule() throws {
    try prompt.type("disclosure threshold 10")
    #expect(try prompt.type("disclosure").contains("Numbers from 1 to 10 are hidden."))
    #expect(
      try prompt.type("update oct 2020 --public").contains("a number from 1 to 10"))
    try prompt.type("undo")
    #expect(try prompt.type("disclosure").contains("Numbers from 1 to 5 are hidden."))
    #expect(
      try prompt.refusal(of: "disclosure threshold 1").hasPrefix(
        "The threshold \"1\" cannot be used"))
  }

  @Test("tells the officer alone what it hides and why")
  func hidden() throws {
    #expect(try prompt.refusal(of: "hidden").hasPrefix("No public paper was written yet"))
    try prompt.type("update oct 2020 --public")
    let list = try prompt.type("hidden")
    #expect(list.contains("Unaccompanied asylum-seeking children, October 2020"))
    #expect(list.contains("it is a number from 1 to 5"))
  }

  @Test("that was published is kept with what it showed, and the next is judged against it")
  func published() throws {
    try prompt.type("publish oct 2020 --public")
    let figures = try prompt.store.publicFigures()
    #expect(figures.contains { $0.figure.hasPrefix("total|2020-10") && $0.value == 336 })
    #expect(figures.contains { $0.figure.hasPrefix("uasc|2020-10") && $0.reason == "small" })
    #expect(try prompt.store.check().isEmpty)
    // What was small stays hidden though the rule is another now.
    try prompt.type("disclosure threshold 2")
    try prompt.type("disclosure changes shown")
    try prompt.type("update oct 2020 --public")
    let again = try prompt.store.publicFigures().filter { $0.figure.hasPrefix("uasc|2020-10") }
    #expect(again.allSatisfy { $0.value == nil })
  }

  @Test("goes out a second time as it was, byte for byte, and says so")
  func twice() throws {
    try prompt.type("publish sep 2020 --public")
    try prompt.type("publish oct 2020 --public")
    let again = try prompt.type("publish oct 2020 --public")
    #expect(again.contains("Nothing in it changed since it was published"))
    let papers = try prompt.store.publishedPapers()
    #expect(papers.count == 3)
    #expect(papers[1].content == papers[2].content)
    #expect(String(decoding: papers[2].content, as: UTF8.self).contains("stands for a figure"))
    // In another form it is the same paper too.
    let word = try prompt.answer(to: "update oct 2020 --public")
    #expect(
      word.rendered(as: .markdown, isFile: true).bytes == papers[1].content)
  }

  @Test("has the key to [c] also where an earlier paper hid what it hides, and hidden lists that")
  func held() throws {
    try prompt.type("publish oct 2020 --public")
    let briefing = try prompt.type("briefing for 1 dec 2020")
    #expect(briefing.contains("[c] stands for a figure that is not shown"))
    #expect(!briefing.contains("no figure had to be hidden"))
    let list = try prompt.type("hidden")
    #expect(list.contains("it was hidden in an earlier paper, as a number from 1 to 5"))
    #expect(list.split(separator: "is not shown").count > 20)
  }

  @Test("can be asked for what it hides at another prompt, long after it went out")
  func recalled() throws {
    try prompt.type("publish oct 2020 --public")
    let first = try prompt.type("hidden")
    #expect(try prompt.typeElsewhere("hidden") == first)
    try prompt.type("set uasc 3 oct 2020 because \"counted again\"")
    #expect(try prompt.typeElsewhere("hidden").contains("Something changed since this paper"))
  }

  @Test("is followed by comparisons of what it showed, and of nothing else")
  func compare() throws {
    #expect(
      try prompt.refusal(of: "compare oct 2020 --public").contains("publish october 2020 --public"))
    try prompt.type("publish oct 2020 --public")
    let open = try prompt.type("compare oct 2020 --public")
    #expect(open.contains("336 children of 36,103"))
    #expect(!open.contains("[c]"))
    // Nobody was shown how many there were in January.
    try prompt.type("set total 361 jan 2020")
    #expect(try !prompt.type("compare jan 2020 --public").contains("361"))
    #expect(try prompt.type("compare for kent --public").contains("Kent"))
  }
}

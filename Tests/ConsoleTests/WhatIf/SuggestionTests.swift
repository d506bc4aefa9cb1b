import Documents
import Testing

/// What is not understood, and the line that is offered in its place.
@Suite("Suggestions for a what-if")
struct SuggestionTests {
  @Test(
    "The line that is offered is answered as it stands",
    arguments: [
      "what if the moon falls", "what if joiners fal 20 a month", "what if grant 2.5 sgo",
      "what if open ico", "what if grant 8 in nov", "what if 10 move to fostering",
      "what if planned aplications succede", "what if 5 mroe leave in nov", "what if zebras",
      "what if population grows", "what if close the door", "what if residential costs more",
      "what if everyone leaves the moon", "what if planned applications are purple",
      "what if 10 paths of glory", "what if 10 ico leave, zebras",
    ])
  func offered(line: String) throws {
    let sample = try PromptSample()
    let sentence = sample.refusal(line)
    let offer = try #require(sentence.split(separator: "\n").first?.split(separator: "try: ").last)
    #expect(sentence.contains("is not clear; try: "), "\(sentence)")
    #expect(try sample.title(String(offer)) == "What if, from October 2020", "\(offer)")
  }

  @Test(
    "So many a month that there are not enough: the months are counted, with the last that can be")
  func monthly() throws {
    let sample = try PromptSample()
    #expect(
      sample.refusal("what if 5 more leave a month by sgo from jan 2021")
        == "5 a month from January 2021 to October 2021 are 50 in 10 months, and 46 are in \"SGO plan\"."
        + " Let it end with September 2021, or name fewer a month.")
    #expect(
      try sample.document("what if 5 more leave a month by sgo from jan 2021 until sep 2021")
        .tableNamed("what-if")?.numbers("number").last == 291)
    #expect(
      try sample.document("what if 4 more leave a month by sgo from jan 2021")
        .tableNamed("what-if")?.numbers("number").last == 296)
  }

  @Test("A number that cannot be says from where to where")
  func bounds() throws {
    let sample = try PromptSample()
    #expect(
      sample.refusal("what if joiners fall 120%")
        == "The percentage fewer must be from 0 to 100; give another number.")
    #expect(
      sample.refusal("project 0 months")
        == "A projection cannot look 0 months ahead; name 1 to 120 months: project 12 months")
    #expect(
      sample.refusal("when at 300").hasSuffix(
        "How many more have to leave a month can be summed: reach 300 by oct 2022"))
    #expect(try sample.title("reach 300 by oct 2022") == "To reach 300 by October 2022")
    #expect(
      sample.refusal("when at englands rate").hasSuffix("can be summed: reach england by oct 2022"))
  }

  @Test("A sum does not speak of usual leavers, whom it does not know")
  func sum() throws {
    let sample = try PromptSample()
    let text = try sample.text("what if 10 interim care orders leave")
    #expect(text.contains("In November 2020, 10 leave care from \"Interim care order\"."))
    #expect(
      try sample.text("what if nothing planned succeeds").contains(
        "None of the 16 applications planned succeed."))
  }
}

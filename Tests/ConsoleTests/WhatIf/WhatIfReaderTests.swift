import LookedAfter
import Reports
import Scenarios
import Testing

@testable import Console

/// What people type, and how it is written down when it is saved.
@Suite("How a what-if is understood")
struct WhatIfReaderTests {
  private func read(_ line: String) throws -> WhatIf {
    let sample = try PromptSample()
    let history = try sample.history()
    let start = try #require(Month(iso: "2020-10"))
    let reader = WhatIfReader(
      history: history, start: start, months: MonthReader(known: history.months, current: start),
      line: line, command: "what if ")
    return try reader.read(Lexer.tokens(of: line))
  }

  @Test(
    "Words are forgiving",
    arguments: [
      ("grant 8 sgo in nov 2020", "8 leave by sgo in nov 2020"),
      ("grant eight SGOs in November", "8 leave by sgo in nov 2020"),
      ("8 special guardianship orders granted next month", "8 leave by sgo in nov 2020"),
      ("discharge 5 in jan 2021", "5 leave by discharged in jan 2021"),
      ("discharge five care orders in january", "5 leave by discharged in jan 2021"),
      (
        "grant 8 sgo and discharge 5 in jan",
        "8 leave by sgo in jan 2021, 5 leave by discharged in jan 2021"
      ),
      ("joiners fall 20% from apr 2021", "20% fewer join from apr 2021"),
      ("admissions drop by twenty per cent from april", "20% fewer join from apr 2021"),
      ("joiners down a fifth from 2021-04", "20% fewer join from apr 2021"),
      ("20 percent fewer joiners from april 2021 on", "20% fewer join from apr 2021"),
      ("joiners halve from apr", "50% fewer join from apr 2021"),
      ("joiners fall to 5 a month from jan", "5 join a month from jan 2021"),
      ("sixty admissions a year from jan", "5 join a month from jan 2021"),
      ("nobody joins", "nobody joins from nov 2020"),
      ("no new admissions until mar 2021", "nobody joins from nov 2020 to mar 2021"),
      ("10 of ico leave in dec", "10 leave from ico in dec 2020"),
      ("10 interim care orders leave in dec", "10 leave from ico in dec 2020"),
      ("nothing planned succeeds", "planned applications fail"),
      ("no planned applications succeed", "planned applications fail"),
      ("residential costs £250k from apr", "a child in residential costs 250000 from apr 2021"),
      (
        "planned applications succeed at 3 of 10, 2 months late",
        "planned applications succeed at 30% 2 months later"
      ),
      ("section 20 joiners fall by half from apr", "50% fewer join under section20 from apr 2021"),
      ("2 fewer join a month from jan to mar", "2 fewer join a month from jan 2021 to mar 2021"),
      (
        "5 more leave a month by adoption from jan",
        "5 more leave a month by adoption from jan 2021"
      ),
      ("5 more adopted in jan", "5 more leave by adoption in jan 2021"),
      ("leavers rise 10%", "10% more leave from nov 2020"),
      ("a dozen leave from section20 in dec", "12 leave from section20 in dec 2020"),
      ("twenty-five leave by mar", "25 leave by mar 2021"),
      (
        "10 other residential move to fostering by mar 2021",
        "10 move from residential-other to long-term-matched by mar 2021"
      ),
      (
        "ten of other residential to fostering by march",
        "10 move from residential-other to long-term-matched by mar 2021"
      ),
      (
        "all residential other move to supported accommodation in dec",
        "35 move from residential-other to supported-accommodation in dec 2020"
      ),
      ("all planned applications succeed", "planned applications succeed"),
      (
        "every planned sgo application goes through on time",
        "sgo planned applications succeed on time"
      ),
      ("applications under way fail", "applications under way fail"),
      ("planned applications slip by 3 months", "planned applications 3 months later"),
      ("half of the planned applications succeed", "planned applications succeed at 50%"),
      ("10 planned applications succeed", "10 planned applications succeed"),
      (
        "everyone in placement orders leaves in dec",
        "everyone in placement-orders leaves in dec 2020"
      ),
      ("close section 20 to ico from apr", "close section20 to ico from apr 2021"),
      (
        "open supported accommodation for 2 a month from jan",
        "open supported-accommodation for 2 a month from jan 2021"
      ),
      ("population rises 2% from jan", "population 36825 from jan 2021"),
      ("population is 37,000", "population 37000 from nov 2020"),
      ("a child costs £60,000 a year from apr", "a child costs 60000 from apr 2021"),
      (
        "a child in residential other costs £250k",
        "a child in residential-other costs 250000 from nov 2020"
      ),
      ("admissions stay as they are", "nothing changes"),
      ("nothing else changes", "nothing changes"),
      ("joiners equal other leavers", "joiners equal leavers"),
    ])
  func forgiving(line: String, written: String) throws {
    let first = try read(line)
    #expect(first.text == written)
    // What is written down means the same when it is read again.
    let second = try read(first.text)
    #expect(second.levers == first.levers)
    #expect(second.text == first.text)
    #expect(second.isSum == first.isSum)
  }

  @Test("A lever is what it says")
  func levers() throws {
    let (nov, jan, mar, apr) = (
      Month(iso: "2020-11") ?? .first, Month(iso: "2021-01") ?? .first,
      Month(iso: "2021-03") ?? .first, Month(iso: "2021-04") ?? .first
    )
    #expect(
      try read("grant 8 sgo in nov 2020, discharge 5 in jan 2021").levers == [
        .leavers(.exactly(8), route: "ceased.sgo", .only(nov)),
        .leavers(.exactly(5), route: "ceased.discharged", .only(jan)),
      ])
    #expect(
      try read("joiners fall 20% from apr 2021, all planned applications succeed").levers == [
        .joiners(.percent(-20), .from(apr)),
        .applications(ApplicationChange(.planned, succeed: 1)),
      ])
    // Ten over five months: two a month.
    #expect(
      try read("10 other residential move to fostering by mar 2021").levers
        == (1...5).map {
          .move(
            2, from: "residential_other", to: "long_term_matched",
            in: (Month(iso: "2020-10") ?? .first).advanced(by: $0))
        })
    #expect(
      try read("20 leave by mar 2021").levers == [.leavers(.exactly(4), .months(nov, mar))])
    #expect(
      try read("planned applications succeed at 3 of 10, 2 months late").levers
        == [.applications(ApplicationChange(.planned, succeed: 0.3, delay: 2))])
    // Both cohorts in residential care.
    #expect(try read("a residential child costs 200000 from apr 2021").levers.count == 2)
  }

  @Test(
    "How far to look is no lever",
    arguments: [
      ("joiners fall 20%, until mar 2022", "2022-03", 1),
      ("joiners fall 20%, over 18 months", "2022-04", 1),
      ("joiners fall 20%, for the next year", "2021-10", 1),
      ("until march, joiners fall 20%", "2021-03", 1),
      ("joiners fall 20%, where are we in march?", "2021-03", 1),
      ("10 residential other move to fostering by jan 2021 until mar 2021", "2021-03", 3),
      ("10000 paths until mar 2022, joiners fall 20%", "2022-03", 1),
      ("joiners fall 20% until mar 2022", "2022-03", 1),
      ("joiners fall 20% until mar 2022 10000 paths", "2022-03", 1),
      ("joiners fall 20%, 18 months with 10000 paths seed 7", "2022-04", 1),
    ])
  func horizon(line: String, month: String, levers: Int) throws {
    let read = try read(line)
    #expect(read.until == Month(iso: month))
    // Ten over three months are a lever for each of them.
    #expect(read.levers.count == levers)
    #expect(read.allRemarks.contains { $0.hasPrefix("Looked at up to") })
  }

  @Test("The courses drawn and the seed can be said")
  func drawing() throws {
    let read = try read("joiners fall 20%, 20000 paths, seed 7")
    #expect(read.paths == 20_000)
    #expect(read.seed == 7)
  }

  @Test(
    "What is not clear is underlined, and the nearest form suggested",
    arguments: [
      (
        "joiners fal 20% from apr 2021", "fal",
        "what if joiners fall 20% from apr 2021"
      ),
      ("joiners fall 20% frm apr 2021", "frm", "what if joiners fall 20% from apr 2021"),
      ("5 mroe leave in nov", "mroe", "what if 5 more leave in nov"),
      ("grant 8 in nov", "grant", "what if grant 8 sgo in nov 2020"),
      ("joiners 20% from apr", "20%", "what if joiners fall 20% from nov 2020"),
      (
        "10 move to fostering", "10",
        "what if 10 move from other residential to fostering by nov 2020"
      ),
      ("planned aplications succede", "aplications", "what if planned applications succeed"),
      ("zebras", "zebras", "what if 5 more leave a month from nov 2020"),
    ])
  func unclear(line: String, part: String, suggestion: String) throws {
    let sample = try PromptSample()
    let sentence = sample.refusal("what if \(line)")
    #expect(sentence.hasPrefix("\"\(part)\" is not clear; try: \(suggestion)"), "\(sentence)")
    let lines = sentence.split(separator: "\n", omittingEmptySubsequences: false).suffix(2)
    let (shown, marks) = (lines.first ?? "", lines.last ?? "")
    #expect(shown == "  what if \(line)")
    // The marks stand under the part.
    let start = marks.prefix { $0 == " " }.count
    #expect(shown.dropFirst(start).hasPrefix(part))
    #expect(marks.drop { $0 == " " } == String(repeating: "^", count: part.count)[...])
  }

  @Test("Names that could be several ask which")
  func ambiguous() throws {
    let sample = try PromptSample()
    #expect(
      sample.refusal("what if 5 residential move to ico in nov")
        == "\"residential\" could be residential-disability or residential-other; type a little more of"
        + " it.")
  }

  @Test("Lines made at random are read or refused in a sentence", arguments: UInt64(1)...4)
  func random(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let sample = try PromptSample()
    let words =
      Vocabulary.all + Array(Vocabulary.noise).sorted() + [
        ",", "and", "8", "20%", "£60,000", "-5", "1e9", "99999999999999999999", "nov", "2021",
        "mar 2021", "sgo", "section 20", "residential other", "\"x\"", "half", "of", "3", "10", "0",
        "paths",
      ]
    let commands = [
      "what if", "project", "reach", "when at", "scenario new x", "compare scenarios",
    ]
    for _ in 1...40 {
      let line = (1...Int.random(in: 1...9, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }.joined(separator: " ")
      let command = commands.randomElement(using: &random) ?? ""
      do {
        _ = try sample.console.respond(to: "\(command) \(line)")
      } catch {
        let isOurs = error is GrammarError || error is ConsoleError || error is ReportError
        #expect(isOurs, "\(command) \(line): \(error)")
        #expect("\(error)".count > 10, "\(command) \(line)")
      }
    }
  }
}

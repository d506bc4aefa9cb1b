import Console
import Documents
import Reports
import Testing

private let options = ["--format", "--output", "--force", "--public", "--internal"]
/// What may stand behind the month of a paper that takes scenarios.
private let behindMonth = ["--format", "--output", "--force", "--public", "--internal", "with"]
private let months = [
  "oct 2020", "sep 2020", "aug 2020", "mar 2020", "feb 2020", "oct 2019", "mar 2019", "sep 2015",
  "latest",
]

/// Lines that can be completed, up to where Tab is pressed.
private let begunLines = [
  "", "s", "show ", "show p", "show parents", "show sept", "show oct ", "show placement ",
  "show last ", "flows ", "edge ", "edge of ", "update ", "update octo", "update 2020-",
  "update oct ", "update oct 2020 --format ", "update oct 2020 --format=", "month ", "format ",
  "help ", "help e", "timeline ", "save ", "compare o",
]

@Suite("What Tab offers")
struct CompletionTests {
  @Test("On an empty line: every command with what it does, in the order of help")
  func commands() throws {
    let console = try PromptSample().console
    let offered = console.completions(for: "")
    #expect(offered.replacing == 0)
    #expect(offered.candidates.map(\.text) == console.commands.map(\.name))
    #expect(offered.candidates.map(\.description) == console.commands.map(\.summary))
    #expect(console.completions(for: "  ") == offered)
  }

  @Test(
    "A begun word is completed",
    arguments: [
      ("sh", ["show", "share"]), ("SH", ["show", "share"]), ("sho", ["show"]), ("mo", ["month"]),
      ("ma", ["matching"]),
      ("ed", ["edge-of-care"]),
      ("show pla", ["placement-orders", "placed-with-parents"]),
      ("show placem", ["placement-orders"]),
      ("show resid", ["residential-disability", "residential-other"]),
      ("show parents", ["placed-with-parents"]), ("show with-p", ["placed-with-parents"]),
      ("show la", ["latest"]), ("show Oct", ["oct 2020", "oct 2019"]),
      ("update octo", ["oct 2020", "oct 2019"]), ("update 2020-10", ["oct 2020"]),
      ("update o", ["oct 2020", "oct 2019"]), ("month se", ["sep 2020", "sep 2015"]),
      ("update oct 20", ["2020", "2019"]), ("update oct 2020 --fo", ["--format", "--force"]),
      ("update oct 2020 --F", ["--format", "--force"]), ("show --format m", ["markdown"]),
      ("show --format=m", ["markdown"]), ("format j", ["json"]),
      ("help edge", ["edge-of-care"]),
      ("save a", ["as"]),
      ("zebra", []), ("zebra ", []), ("show zebra ", []), ("update oct 2020 nov", []),
      ("show \"oct", []), ("quit --fo", ["--format", "--force"]),
    ])
  func begun(text: String, offered: [String]) throws {
    let completions = try PromptSample().console.completions(for: text)
    #expect(completions.candidates.map(\.text) == offered)
    if !offered.isEmpty, !text.contains("=") {
      #expect(completions.replacing == text.split(separator: " ").last?.count)
    }
  }

  @Test(
    "What may come next",
    arguments: [
      ("update ", months), ("flows ", ["for"] + months), ("edge of care ", months),
      ("show placement ", months), ("show with parents ", months),
      ("show --format json placement ", months),
      ("update oct ", ["2020", "2019"]), ("show oct ", ["2020", "2019"]),
      ("show placement sept ", ["2020", "2015"]),
      ("show last ", ["month"]), ("flows this ", ["month"]), ("show parents last ", ["month"]),
      ("update jan ", behindMonth), ("update oct 2020 ", behindMonth),
      ("timeline ", ["--format", "--output", "--force"]),
      ("update oct 2020 --format markdown ", behindMonth),
      ("update oct 2020 --format=markdown --", options),
      ("format ", OutputFormat.allCases.map(\.rawValue)),
      ("show --format ", OutputFormat.allCases.map(\.rawValue)),
      ("show --format=", OutputFormat.allCases.map(\.rawValue)), ("save ", ["as"]),
      ("edge of ", ["care"]), ("edge of c", ["care"]), ("Edge Of ", ["care"]),
      ("edge ", ["of"] + months), ("edge o", ["of", "oct 2020", "oct 2019"]),
    ])
  func next(text: String, offered: [String]) throws {
    #expect(try PromptSample().offered(text) == offered)
  }

  @Test("After show: every cohort with its name and number, then every month with its children")
  func cohortsAndMonths() throws {
    let sample = try PromptSample()
    #expect(sample.offered("show ").count == 11 + months.count)
    #expect(sample.offered("show ").prefix(3) == ["long-term-matched", "ico", "placement-orders"])
    #expect(sample.offered("show ").suffix(months.count) == months[...])
    let described = [
      "placement-orders": "On placement orders (24)",
      "uasc": "Unaccompanied asylum-seeking children (2)",
      "oct 2020": "336 children", "feb 2020": "356 children", "latest": "October 2020",
    ]
    for (candidate, description) in described {
      #expect(sample.description(of: candidate, after: "show ") == description)
    }
    #expect(sample.description(of: "2019", after: "show oct ") == "350 children")
    #expect(sample.description(of: "markdown", after: "format ") == OutputFormat.markdown.summary)
    #expect(sample.description(of: "care", after: "edge of ") == "what the edge of care team did")
    #expect(sample.description(of: "month", after: "mo") == "choose the month in view")
  }

  @Test("The numbers beside cohorts are those of the month in view")
  func monthInView() throws {
    let sample = try PromptSample()
    _ = try sample.message("month sept")
    #expect(
      sample.description(of: "placement-orders", after: "show ") == "On placement orders (26)")
  }

  @Test("What is charted most comes first, and what is published has a place for an authority")
  func charted() throws {
    let sample = try PromptSample()
    #expect(
      sample.offered("trend ").prefix(7)
        == ["from", "to", "for", "total", "rate", "started", "ceased"])
    #expect(sample.offered("trend started f").contains("for"))
    #expect(sample.offered("trend started for herefo") == ["herefordshire"])
    #expect(sample.offered("flows for herefo") == ["herefordshire"])
    #expect(sample.offered("rate of ").isEmpty)
    #expect(sample.offered("is 336 of 36103 higher than engl") == ["england"])
  }

  @Test("Explain offers the rows of the last answer, and behind a row its columns")
  func lastAnswer() throws {
    let sample = try PromptSample()
    _ = try sample.console.respond(to: "compare")
    #expect(sample.offered("explain eng") == ["england"])
    #expect(
      sample.offered("explain england ").prefix(3)
        == ["year", "rate per 10 000", "children at that rate"])
    #expect(sample.offered("explain needed for engl") == ["england"])
  }

  @Test("Help completes commands")
  func help() throws {
    let sample = try PromptSample()
    #expect(
      sample.offered("help ")
        == sample.console.commands.map(\.name) + ["all", "pdf", "word", "formats"])
  }

  @Test("Whatever is offered can be run, or is on the way to it", arguments: begunLines)
  func offeredTextParses(text: String) throws {
    let sample = try PromptSample.recording()
    let completions = sample.console.completions(for: text)
    try #require(!completions.candidates.isEmpty)
    for candidate in completions.candidates {
      let line = text.dropLast(completions.replacing) + candidate.text
      do {
        _ = try sample.console.respond(to: String(line))
      } catch let error as GrammarError {
        switch error {
        case .missing, .optionNeedsValue: break
        case .notAMonth("of", _): #expect(line == "edge of")
        default: Issue.record("\(line): \(error)")
        }
      } catch {
        // The line is understood; why it cannot be carried out is told in other words.
        #expect(error is ReportError || error is ConsoleError, "\(line): \(error)")
      }
    }
  }
}

@Suite("What Tab offers in a sentence")
struct PhraseCompletionTests {
  @Test(
    "An authority, a group or a comparator where one is due",
    arguments: [
      ("compare for west ", "sussex"), ("compare for west b", "berkshire"),
      ("neighbours milton ", "keynes"), ("neighbours ", "kent"),
      ("needed for ", "england"), ("needed for stat", "statistical neighbours"),
      ("compare with ofsted ", "good"), ("compare for kent 2025 with ", "region"),
      ("compare for kent 2025 ", "newest"),
    ])
  func names(text: String, expected: String) throws {
    #expect(try PromptSample().offered(text).contains(expected), "\(text)")
  }

  @Test("No authority stands where none is due")
  func onlyThere() throws {
    let sample = try PromptSample()
    for text in ["needed for ", "trend ", "compare with ", "compare "] {
      #expect(!sample.offered(text).contains("kent"), "\(text)")
    }
    #expect(sample.offered("needed for k") == [])
  }

  @Test("A chart is offered of what is counted, not of words and ratings")
  func trend() throws {
    let offered = try PromptSample().offered("trend ")
    #expect(offered.contains("net") && offered.contains("started") && offered.contains("total"))
    for words in ["comment.", "progress.", "setting.", "population", "comparator."] {
      #expect(!offered.contains { $0.hasPrefix(words) }, "\(words)")
    }
  }
}

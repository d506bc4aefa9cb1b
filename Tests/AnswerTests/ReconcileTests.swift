import Documents
import LookedAfter
import PromptSession
import Testing

/// `reconcile`: every sum of a month, and nothing changed to make figures meet.
@Suite("What adds up and what does not") struct ReconcileTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  /// Expected, recorded and difference of the lines of a check.
  private func lines(_ check: String, _ month: String = "oct 2020") throws -> [[Int?]] {
    let table = try prompt.answer(to: "reconcile \(month)").table("reconciliation")
    return table.rows.filter { $0.cells[0].value == .text(check) }.map { row in
      row.cells[2...4].map { $0.number?.whole }
    }
  }

  @Test("Stock against flow, from each basis of the month before")
  func stockAndFlow() throws {
    #expect(try lines("stock-and-flow") == [[337, 336, -1], [336, 336, 0]])
    #expect(try lines("stock-and-flow", "sept 2020") == [[337, 338, 1], [337, 337, 0]])
    let sums = try prompt.answer(to: "reconcile oct 2020").table("reconciliation").words("sum")
    #expect(
      sums.contains(
        "338 (5 October 2020, weekly data) + 10 joined − 11 left, against 2 November 2020, weekly"
          + " data"))
    #expect(
      sums.contains(
        "337 (30 September 2020, calendar month end) + 10 joined − 11 left, against 2 November 2020,"
          + " weekly data"))
  }

  @Test(
    "The cohorts against the total: the net remainders of the papers",
    arguments: [
      ("feb 2020", 318, 356, 38), ("aug 2020", 332, 343, 11), ("sept 2020", 323, 338, 15),
      ("oct 2020", 326, 336, 10),
    ])
  func remainders(month: String, sum: Int, total: Int, remainder: Int) throws {
    #expect(try lines("cohorts-and-total", month) == [[sum, total, remainder]])
  }

  @Test("The pipeline: 27 open, three sent and eight ended make 22, and 20 are open")
  func pipeline() throws {
    #expect(try lines("pipeline-balance") == [[22, 20, -2]])
    #expect(try lines("pipeline-stages") == [[20, 20, 0]])
    let table = try prompt.answer(to: "pipeline oct 2020").table("pipeline")
    #expect(try table.numbers("sgo").last == 13)
    #expect(try table.numbers("discharge").last == 7)
    #expect(try table.numbers("both").last == 20)
    #expect(try table.numbers("before").last == 27)
    #expect(try table.number("filed", "both") == 13)
    #expect(try table.number("with_legal", "both") == 7)
  }

  @Test("Applications planned: 10 are three, two, three and two")
  func planned() throws {
    #expect(try lines("planned-applications") == [[10, 10, 0]])
    let answer = try prompt.answer(to: "applications oct 2020")
    #expect(try answer.table("slippage").numbers("applications") == [3, 2, 3, 2, 10])
    #expect(try answer.table("planned-applications").numbers("total") == [9, 0, 7, 16])
  }

  @Test("Proceedings 37, edge of care 14 and 24, residential 43")
  func breakdowns() throws {
    #expect(
      try lines("breakdown") == [
        [10, 10, 0], [11, 11, 0], [37, 37, 0], [14, 14, 0], [24, 24, 0],
      ])
    #expect(
      try prompt.answer(to: "residential").table("residential").number("residential.all", "number")
        == 43)
  }

  @Test("The bridge from a month to the next: the changes of the rows add up to that of the total")
  func bridge() throws {
    let table = try prompt.answer(to: "reconcile oct 2020").table("bridge")
    let changes = try table.numbers("change").map { $0?.whole }
    #expect(changes == [nil, -3, 3, -2, -1, -2, 1, 0, 0, 3, 0, 4, -5, -2])
    #expect(try table.numbers("number").compactMap { $0 } == [338, 336])
    for month in ["aug 2020", "sept 2020", "oct 2020"] {
      let rows = try prompt.answer(to: "reconcile \(month)").table("bridge")
      let numbers = try rows.numbers("change").compactMap { $0?.whole }
      let ends = try rows.numbers("number").compactMap { $0?.whole }
      #expect(numbers.dropLast().reduce(0, +) == numbers.last, "\(month)")
      #expect(ends[0] + (numbers.last ?? 0) == ends[1], "\(month)")
    }
  }

  @Test("The populations that the printed rates need: 95 and 93 cannot share one")
  func printedRates() throws {
    let answer = try prompt.answer(to: "reconcile oct 2020")
    let table = try answer.table("printed-rates")
    #expect(try table.numbers("children") == [350, 337, 336])
    #expect(try table.numbers("rate") == [95, 93, 93])
    #expect(try table.numbers("from") == [36_650, 36_043, 35_936])
    #expect(try table.numbers("to") == [37_037, 36_432, 36_324])
    #expect(table.rows.first?.cells[6].display == "no recorded estimate")
    #expect(
      try table.words("fits").last
        == "mid-2018 estimate, before rebasing, published 2021 and mid-2019 estimate, before rebasing,"
        + " published 2021")
    #expect(
      answer.sentences.contains(
        "The rates of 95 (October 2019) and 93 (October 2020) cannot share a population, so the"
          + " difference between them is not a change."))
  }

  @Test("Two papers against each other: September has two totals, and both stand")
  func twoPapers() throws {
    let notes = try prompt.answer(to: "reconcile sept 2020").blocks.compactMap {
      if case .note(let note) = $0 { note } else { nil as Note? }
    }
    #expect(notes.first { $0.code == "two-totals" }?.text.contains("338") == true)
    #expect(notes.first { $0.code == "two-totals" }?.text.contains("337") == true)
  }

  @Test("A rating that disagrees with the figures is a prompt, a figure that does is an error")
  func severities() throws {
    let notes = try prompt.answer(to: "reconcile oct 2020").blocks.compactMap {
      if case .note(let note) = $0 { note } else { nil as Note? }
    }
    #expect(notes.first?.code == "commentary-figure")
    #expect(notes.first?.severity == .error)
    #expect(notes.count { $0.severity == .prompt } == 4)
    #expect(notes.count == 13)
  }
}

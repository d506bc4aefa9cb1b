import Documents
import SSDA903
import Testing

@testable import Console

@Suite("Projections from the children's rows")
struct ProjectionTests {
  let prompt: ReturnPrompt

  init() throws {
    prompt = try ReturnPrompt()
    try prompt.importMarchshire()
  }

  @Test("After an import a projection follows the children, and says so")
  func childLevel() throws {
    let text = try prompt.type("project 12 months")
    #expect(text.contains("the course of each child in care over"))
    #expect(text.contains("Known beforehand: 49 18th birthdays by the end."))
    #expect(!text.contains("Children were not followed from cohort to cohort"))
    // A new session finds the rows in the file.
    #expect(try prompt.reopened().said("project 12 months") == text)
  }

  @Test("It is the model that follows children that is tested on the past, in each answer")
  func backTest() throws {
    let line =
      "Tested on the past, child by child: of 48 projections 12 months ahead, the band of nineteen in"
      + " twenty held 48; they missed by 7.5 children on average, and did 17% better than assuming no"
      + " change."
    for question in ["project 12 months", "what if joiners fall 20%", "backtest"] {
      #expect(try prompt.type(question).contains(line))
    }
    #expect(
      try prompt.type("backtest").contains("Each projection followed the children one by one"))
  }

  @Test("Fewer who come alone are fewer in their cohort, and in no other")
  func statuses() throws {
    let document = try #require(
      try prompt.console.respond(to: "what if uasc joiners fall 100%")?.document)
    var changed: [String] = []
    for case .table(let table) in document.blocks where table.id == "projection-cohorts" {
      let place = try #require(table.columns.indices.last)
      for row in table.rows.dropLast() {
        if case .number(let mantissa, _) = row.cells[place].value, mantissa != 0,
          case .text(let id) = row.cells[0].value
        {
          changed.append(id)
        }
      }
    }
    #expect(changed == ["uasc"])
  }

  @Test("The courses count the children of every month end as the returns do")
  func courses() throws {
    let returns = try JoinedReturns(path: Marchshire.folder())
    let history = try prompt.store.history()
    let caseload = try Caseload(returns, scheme: history.scheme)
    let last = try #require(caseload.months.last?.upperBound.month)
    let courses = caseload.courses(through: last)
    let counts = caseload.counts(on: caseload.months.map(\.upperBound))
    for count in counts.suffix(36) {
      let month = count.date.month
      let present = courses.filter { $0.joined <= month && ($0.left.map { month < $0 } ?? true) }
      #expect(present.count == count.total)
    }
  }

  @Test("Applications that are planned never raise the number")
  func applications() throws {
    func expected() throws -> Double? {
      let document = try #require(try prompt.console.respond(to: "project 12 months")?.document)
      for case .table(let table) in document.blocks where table.id == "projection-by-month" {
        let place = table.columns.firstIndex { $0.id == "expected" } ?? 0
        if case .number(let mantissa, let decimals)? = table.rows.last?.cells[place].value {
          return (0..<decimals).reduce(Double(mantissa)) { number, _ in number / 10 }
        }
      }
      return nil
    }
    let before = try #require(try expected())
    try prompt.type("plan sgo 5 discharge 4 for may 2025")
    try prompt.type("plan sgo 3 discharge 4 for jul 2025")
    // As far as so many drawn courses say.
    #expect(try #require(try expected()) <= before + 0.5)
    #expect(try prompt.type("project 12 months").contains("Taken of applications:"))
  }

  @Test("18th birthdays are known from the returns")
  func turning18() throws {
    let text = try prompt.type("turning 18 next 12 months")
    #expect(text.contains("By the returns"))
  }
}

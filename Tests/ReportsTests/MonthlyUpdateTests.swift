import Documents
import HistoryFiles
import LookedAfter
import TestSupport
import Testing

@testable import Reports

/// The update of October 2020, against what the council printed on 2 November 2020.
@Suite("Monthly update") struct MonthlyUpdateTests {
  let history: History
  let update: Document

  init() throws {
    history = try HistoryFolder.sample(named: "herefordshire").history
    update = try MonthlyUpdate.document(history, month: #require(Month(iso: "2020-10")))
  }

  @Test("The document in every form is the one that was read and kept")
  func golden() throws {
    let wide = TextRenderer(style: .init(width: 100)).render(update)
    let plain = TextRenderer(style: .init(plain: true)).render(update)
    #expect(try GoldenFile.difference(wide, from: "update-2020-10.txt") == nil)
    #expect(try GoldenFile.difference(plain, from: "update-2020-10-plain.txt") == nil)
    let markdown = MarkdownRenderer().render(update)
    #expect(try GoldenFile.difference(markdown, from: "update-2020-10.md") == nil)
    let json = JSONRenderer().render(update)
    #expect(try GoldenFile.difference(json, from: "update-2020-10.json") == nil)
  }

  @Test("The sections stand in the order of the council's paper")
  func sections() {
    let headings = update.blocks.compactMap { block -> String? in
      if case .heading(1, let text) = block { return text }
      return nil
    }
    #expect(
      headings == [
        "Looked after children population", "Edge of care team",
        "Profile of looked after children", "Reduction of the number of children in care",
        "Care proceedings", "Long-term matching", "Children in residential care", "Child status",
        "Checks on these figures",
      ])
  }

  @Test(
    "Each statement of the paper is there with its figures",
    arguments: [
      "336 children in its care on 2 November 2020",
      "two fewer than the 338 of the previous report (5 October 2020)",
      "10 children became looked after: six were made subject to interim care orders and four were"
        + " accommodated under section 20 (legal advice was taken for each child)",
      "11 children left care: three turned 18, three left through special guardianship orders and"
        + " five had care orders discharged",
      "14 families and 14 children", "12 have not come into care to date",
      "one came into care after",
      "14 families and 24 children", "19 have returned to their parents",
      "three are to stay in care (one sibling group) and two are spending more time",
      "three SGOs were granted and five care orders were discharged",
      "applications were under way for 20 children (13 SGO and 7 discharge)",
      "13 are filed with the court (8 SGO and 5 discharge)",
      "seven are with legal services (5 SGO and 2 discharge)",
      "10 applications had been planned; three were sent as planned and seven slipped",
      "two to January 2021, because life story work is still to be finished",
      "three to November 2020 (early in the month), by a few days",
      "two with no new month set, because a care plan review meeting is needed first",
      "nine in November 2020, none in December 2020 and seven in January 2021",
      "a further 17 children", "concluded for two children", "37 children were in care proceedings",
      "one is likely to go home, nine have plans of adoption, six are likely to have special"
        + " guardianship orders when the proceedings end, six are likely to live in kinship care",
      "two have plans of long-term fostering and 13 are at too early a stage to say",
      "69%, compared with 67% for statistical neighbours", "one child was matched",
      "38 children have been matched", "43 children were in residential care",
      "two children came into residential care because no suitable foster home was found, and",
      "two moved on to supported accommodation",
      "23 could live with a foster family", "two foster households have been matched",
    ])
  func statement(text: String) {
    let paragraphs = update.blocks.compactMap { block -> String? in
      if case .paragraph(let text) = block { return text }
      return nil
    }
    #expect(paragraphs.joined(separator: " ").contains(text))
  }

  @Test("The child status table has the twelve rows of four periods that were printed")
  func childStatus() throws {
    let table = try #require(self.table("cohorts"))
    #expect(
      table.columns.map(\.id) == [
        "cohort", "name", "2020-02", "2020-08", "2020-09", "2020-10", "change", "direction",
        "rating", "commentary",
      ])
    let numbers = table.rows.map { row in
      row.cells[2...6].map { cell -> Int? in
        if case .number(let number, 0) = cell.value { return number }
        return nil
      }
    }
    #expect(
      numbers == [
        [356, 343, 338, 336, -2], [84, 112, 110, 107, -3], [51, 38, 32, 35, 3],
        [18, 25, 26, 24, -2], [23, 24, 23, 22, -1], [45, 51, 48, 46, -2], [20, 18, 16, 17, 1],
        [9, 8, 8, 8, 0], [30, 33, 35, 35, 0], [22, 18, 19, 22, 3], [6, 1, 2, 2, 0],
        [10, 4, 4, 8, 4], [38, 11, 15, 10, -5],
      ])
    #expect(table.rows[5].cells[2...5].map(\.remarkNumber) == [nil, 7, 7, 6])
    #expect(table.rows[6].cells[2...5].map(\.remarkNumber) == [nil, 14, 10, 10])
  }

  @Test("The tables that scripts look for are there under their ids")
  func tables() {
    let ids = update.blocks.compactMap { block -> String? in
      if case .table(let table) = block { return table.id }
      return nil
    }
    #expect(
      Set(ids).isSuperset(of: [
        "cohorts", "planned-applications", "proceedings", "pipeline", "flows", "profile", "rates",
      ]))
  }

  @Test("A month without a snapshot names those that have one")
  func unknownMonth() throws {
    let july = try #require(Month(iso: "2020-07"))
    let error = #expect(throws: ReportError.self) {
      try MonthlyUpdate.document(history, month: july)
    }
    #expect(
      error?.description == "There is no snapshot for July 2020; there are snapshots for September"
        + " 2015, March 2019, October 2019, February 2020, March 2020, August 2020, September 2020"
        + " and October 2020.")
  }

  @Test("Every month that has a snapshot has an update")
  func everyMonth() throws {
    for month in history.months {
      let update = try MonthlyUpdate.document(history, month: month)
      #expect(update.title == "Looked after Children reduction update, \(month.inWords)")
    }
  }

  private func table(_ id: String) -> Table? {
    for case .table(let table) in update.blocks where table.id == id { return table }
    return nil
  }
}

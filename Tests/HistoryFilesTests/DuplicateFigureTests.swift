import HistoryFiles
import LookedAfter
import Testing

@Suite("Two figures for one month")
struct DuplicateFigureTests {
  @Test("are refused when nothing tells them apart")
  func duplicates() throws {
    #expect(
      try refusal(ofLine: "2020-10,uasc,2,,,,,,\n2020-10,uasc,3,,,,,,\n")
        == "figures.csv, line 3: uasc for October 2020 is given twice; two figures for one month"
        + " need a different basis or detail.")
  }

  @Test("are refused across two files, with the place of the second")
  func acrossFiles() throws {
    let line = figureHeader + "2020-10,uasc,2,,,,,,\n"
    #expect(
      try refusal {
        try HistoryFolder(
          cohorts: .init("cohorts.csv", smallScheme),
          measures: .init("measures.csv", smallCatalogue),
          files: [
            .init("authority.csv", "name,code\nSomewhere,\n"), .init("sources.csv", smallSources),
            .init("one.csv", line), .init("two.csv", "\n" + line),
          ])
      } == "two.csv, line 3: uasc for October 2020 is given twice; two figures for one month need a"
        + " different basis or detail.")
  }

  @Test("are refused when one is the assessing column of a line and the other a line of its own")
  func assessing() throws {
    #expect(
      try refusal(ofLine: "2020-10,uasc.assessing,1,,,,,,\n2020-10,uasc,2,,1,,,,\n")
        == "figures.csv, line 3: uasc.assessing for October 2020 is given twice; two figures for one"
        + " month need a different basis or detail.")
  }

  @Test("both stand when their basis or their detail differs")
  func distinct() throws {
    let folder = try folder(
      figures: figureHeader + """
        2020-10,uasc,2,weekly,,,,,
        2020-10,uasc,3,month_end,,,,,
        2020-10,planned.sgo,5,,,,2020-11,,
        2020-10,planned.sgo,3,,,,2021-01,,
        """)

    #expect(folder.observations.map { $0.value?.whole } == [2, 3, 5, 3])
  }

  @Test("both stand with the children of each still being assessed")
  func distinctAssessing() throws {
    let folder = try folder(
      figures: figureHeader + """
        2020-10,sgo_plan,46,weekly,6,,,,
        2020-10,sgo_plan,47,weekly,7,,before checking,,
        """)

    #expect(folder.observations.map { $0.value?.whole } == [46, 6, 47, 7])
    #expect(folder.observations.map(\.detail) == ["", "", "before checking", "before checking"])
    let snapshot = folder.history.latestMonth.flatMap(folder.history.snapshot)
    #expect(snapshot?.counts["sgo_plan"]?.assessing?.value == 6)
  }
}

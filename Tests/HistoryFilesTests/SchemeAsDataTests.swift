import CSV
import HistoryFiles
import Indicators
import LookedAfter
import SampleHistory
import Testing

@Suite("The cohort scheme is data: with other lines in the files")
struct SchemeAsDataTests {
  /// The sample with its scheme, and its files of figures, changed as text.
  private func history(
    cohorts change: (String) -> String, figures: (String) -> String = { $0 }
  ) throws -> History {
    let cohorts = try SampleHistory.file("scheme/cohorts.csv")
    let files = try SampleHistory.files().map { file in
      HistoryFolder.File(file.name, figures(String(decoding: file.bytes, as: UTF8.self)))
    }
    return try HistoryFolder(
      cohorts: .init(cohorts.name, change(String(decoding: cohorts.bytes, as: UTF8.self))),
      measures: try SampleHistory.file("scheme/measures.csv"), files: files
    ).history
  }

  private func october(_ history: History) throws -> Snapshot {
    let month = try #require(Month(year: 2020, month: 10))
    return try #require(history.snapshot(for: month))
  }

  private func without(_ id: String) -> (String) -> String {
    { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in !line.split(separator: ",").prefix(2).contains { $0.hasSuffix(id) } }
        .joined(separator: "\n")
    }
  }

  @Test("a cohort that is added is counted, rated and part of the profile")
  func added() throws {
    let history = try history(
      cohorts: {
        $0 + "remand,On remand,Remand,leave,the end of the remand,context,,,,,,,,,,\n"
      },
      figures: {
        $0.hasPrefix("date,") && $0.contains("uasc,2,weekly")
          ? $0 + "2020-10,remand,4,weekly,1,2020-11-02,,,update-2020-11,,\n"
            + "2020-10,progress.remand,3,,,,,,update-2020-11,,\n" : $0
      })
    let october = try october(history)

    #expect(history.scheme.cohorts.last?.name == "On remand")
    #expect(october["remand"]?.value == 4)
    #expect(october.counts["remand"]?.assessing?.value == 1)
    #expect(october.netRemainder == 6, "four of the ten in no cohort are in one now")
    #expect(Profile(of: october, scheme: history.scheme).groups.first?.number == 113)
    #expect(history.progress(of: "remand", in: october.month)?.level == ProgressLevel.none)
  }

  @Test("a cohort that is dropped is counted nowhere, and its children are in none")
  func dropped() throws {
    let history = try history(cohorts: without("uasc"), figures: without("uasc"))
    let october = try october(history)

    #expect(history.scheme["uasc"] == nil)
    #expect(october.counts.count == 10)
    #expect(october["uasc"] == nil)
    #expect(october.total?.value == 336)
    #expect(october.netRemainder == 12)
    let profile = Profile(of: october, scheme: history.scheme)
    #expect(profile.groups.map(\.number) == [109, 158, 35, 22])
  }

  @Test("a cohort cannot be dropped while figures of it are there")
  func droppedInUse() throws {
    let error = try #require(throws: CSVError.self) { try history(cohorts: without("uasc")) }
    #expect(
      "\(error)"
        == "data/herefordshire/child_status.csv, line 42, column 9: nothing is recorded under the"
        + " measure \"uasc\"; it is neither a cohort of the scheme nor in the list of measures.")
  }

  @Test("a cohort that is renamed has its new name wherever it is named")
  func renamed() throws {
    let history = try history(cohorts: {
      $0.replacing("Unaccompanied asylum-seeking children,UASC", with: "Separated children,Separ.")
    })
    let cohort = try #require(history.scheme["uasc"])

    #expect(cohort.name == "Separated children")
    #expect(cohort.shortName == "Separ.")
    #expect(history.catalogue["uasc"]?.name == "Separated children")
    #expect(history.catalogue["comment.uasc"]?.name == "Commentary, Separated children")
    #expect(try october(history)["uasc"]?.value == 2)
  }

  @Test("a cohort that has another id keeps its figures under it")
  func otherID() throws {
    let other = { (text: String) in text.replacing("uasc,", with: "separated_children,") }
    let history = try history(cohorts: other, figures: other)

    #expect(try october(history)["separated_children"]?.value == 2)
    #expect(try october(history).netRemainder == 10)
  }

  @Test("cohorts that change places do so in every table")
  func reordered() throws {
    let history = try history(cohorts: { text in
      let lines = text.split(separator: "\n")
      return (lines.prefix(1) + lines.dropFirst().reversed()).joined(separator: "\n")
    })

    #expect(history.scheme.rows.map(\.id).prefix(3) == [.total, "supported_accommodation", "uasc"])
    #expect(try october(history).netRemainder == 10)
  }
}

import HistoryFiles
import LookedAfter
import SampleHistory
import Testing

@Suite("The shipped sample")
struct SampleFolderTests {
  @Test("is Herefordshire's, with eleven cohorts in eight months")
  func opens() throws {
    let history = try SampleHistory.history()

    #expect(history.authority == Authority(name: "Herefordshire", code: "E06000019"))
    #expect(history.scheme.cohorts.count == 11)
    #expect(
      history.months.map(\.description) == [
        "2015-09", "2019-03", "2019-10", "2020-02", "2020-03", "2020-08", "2020-09", "2020-10",
      ])
    #expect(history.latestMonth?.inWords == "October 2020")
  }

  @Test("has lost no figure between its files and the history")
  func complete() throws {
    let folder = try SampleHistory.folder()
    #expect(folder.history.allObservations.count == folder.observations.count)
  }

  @Test("names an exit reason that is in the list of measures for each cohort that has one")
  func exitReasons() throws {
    let folder = try SampleHistory.folder()
    for cohort in folder.scheme.cohorts {
      guard let reason = cohort.exitReason else { continue }
      #expect(folder.catalogue[reason]?.kind == .flow, "\(cohort.id) is left by \(reason)")
    }
  }
}

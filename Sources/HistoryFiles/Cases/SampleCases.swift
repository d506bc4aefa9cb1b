import CSV
import LookedAfter
import ShippedData

/// The cases that come with a sample, and what was frozen of them.
public struct SampleCases: Sendable {
  /// A list to freeze: the children who were on some routes on a day.
  public struct List: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The routes.
    public let routes: [CaseRouteID]
    /// The day.
    public let day: CivilDate
  }

  /// The cases.
  public let cases: [Case]
  /// The lists, in the order of the file.
  public let lists: [List]

  /// Reads the cases of a sample; nil where it has none.
  ///
  /// - Parameters:
  ///   - name: the name of the sample.
  ///   - history: whose cohorts and reasons the cases may have.
  ///   - pseudonym: what stands for the id of a child or family.
  /// - Throws: `ShippedDataError` or `CSVError`.
  public init?(
    of name: String, for history: History, pseudonym: (String) -> String
  ) throws {
    let folder = "\(name)/cases"
    guard let tables = try? ShippedData.tables(in: folder), tables.contains("cases.csv") else {
      return nil
    }
    let routes = try CaseRouteFile.shipped()
    let file = try HistoryFolder.File.shipped("\(folder)/cases.csv")
    cases = try CaseFile.read(
      bytes: file.bytes, file: file.name, routes: routes, scheme: history.scheme,
      catalogue: history.catalogue, today: Self.lastDay, pseudonym: pseudonym)
    guard tables.contains("frozen_lists.csv") else {
      lists = []
      return
    }
    let written = try HistoryFolder.File.shipped("\(folder)/frozen_lists.csv")
    let table = try CSVTable(
      bytes: written.bytes, file: written.name, required: ["name", "routes", "day"], known: [])
    var lists: [List] = []
    for record in table.records {
      let named = try table.required("routes", of: record).split(separator: " ")
        .map { CaseRouteID(rawValue: String($0)) }
      guard let day = CivilDate(iso: try table.required("day", of: record)),
        named.allSatisfy({ routes[$0] != nil })
      else {
        throw CSVError(
          file: written.name, line: record.line, column: nil,
          problem: "a list needs routes of routes.csv and a day such as 2024-03-31")
      }
      lists.append(
        List(name: try table.required("name", of: record), routes: named, day: day))
    }
    self.lists = lists
  }

  /// Nothing in a sample is checked against today's date, which may be set wrong.
  private static let lastDay = CivilDate(iso: "9998-12-31") ?? Month.first.lastDay
}

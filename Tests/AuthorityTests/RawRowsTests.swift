import CSV
import FileAccess
import HistoryFiles
import LookedAfter
import ShippedData
import Testing

/// The mean of the neighbours is worked out again here, from the rows of the files as they are.
@Suite("Means against the rows they come from") struct RawRowsTests {
  @Test(
    "The neighbours' rate is the sum of their printed rates over how many there are",
    arguments: [
      ("884", 2025, "2025-05", 667, 10, "66.70"), ("884", 2019, "2021-04", 515, 9, "57.22"),
      ("838", 2024, "2021-04", 678, 10, "67.80"), ("202", 2025, "2025-05", 627, 10, "62.70"),
    ])
  func mean(
    code: String, year: Int, model: String, sum: Int, count: Int, mean: String
  ) throws {
    let neighbours = try rows("neighbours").filter {
      $0["code"] == code && $0["model"] == model
    }.compactMap { $0["neighbour"] }
    #expect(neighbours.count == 10)
    let rates = try rows("rates").filter { row in
      row["year"] == String(year) && neighbours.contains { $0 == row["area"] }
    }.compactMap { $0["rate"].flatMap(Int.init) }
    #expect(rates.reduce(0, +) == sum)
    #expect(rates.count == count)

    let authority = try #require(try AuthorityDirectory.shipped()[code])
    let observation = try #require(
      try AuthorityFigures.shipped().observations(of: authority).first {
        $0.measure == "comparator.statistical_neighbours.rate"
          && $0.period.description == "\(year)-03"
      })
    #expect(observation.value?.description == mean)
    #expect(observation.value?.mantissa == (sum * 1000 / count + 5) / 10)
  }

  @Test("Every rate, estimate and neighbour belongs to an authority or an area that is known")
  func references() throws {
    let directory = try AuthorityDirectory.shipped()
    let areas = Set(directory.authorities.flatMap { [$0.code, $0.region] } + ["England"])
    #expect(try Set(rows("rates").compactMap { $0["area"] }).isSubset(of: areas))
    #expect(areas.isSubset(of: try Set(rows("rates").compactMap { $0["area"] })))
    #expect(try rows("population").allSatisfy { directory[$0["code"] ?? ""]?.isClosed == false })
    #expect(
      try rows("neighbours").allSatisfy { row in
        row["code"] != row["neighbour"] && directory[row["neighbour"] ?? ""] != nil
      })
  }

  private func rows(_ name: String) throws -> [[String: String]] {
    let path = "\(try ShippedData.folder())/authorities/\(name).csv"
    let table = try CSVTable(bytes: WholeFile.read(path), file: path, required: [])
    return table.records.map { record in
      Dictionary(
        uniqueKeysWithValues: table.header.compactMap { column in
          table.value(column, of: record).map { (column, $0) }
        })
    }
  }
}

import CSV
import FileAccess
import Glibc
import LookedAfter
import ShippedData
import Testing

@testable import Scenarios

@Suite("Yearly bands hold on the published figures of every English authority, 2016 to 2025")
struct YearlyCoverageTests {
  @Test(
    "95 bands hold 92 of 100 after one year and 90 after three, and so does what they are about")
  func coverage() throws {
    let authorities = try Self.numbers()
    #expect(authorities.count > 140)
    for (years, needed) in [(1, 92.0), (2, 91.0), (3, 90.0)] {
      var (count, held80, held95, miss, missOfDrift) = (0, 0, 0, 0.0, 0.0)
      for numbers in authorities.values {
        for origin in 2016...(2025 - years) {
          guard let actual = numbers[origin + years], let now = numbers[origin],
            let change = YearlyChange((2010...origin).map { numbers[$0] })
          else { continue }
          let (band80, band95) = (
            change.band(0.8, years: Double(years)), change.band(0.95, years: Double(years))
          )
          count += 1
          held80 += band80.lower <= Double(actual) && Double(actual) <= band80.upper ? 1 : 0
          held95 += band95.lower <= Double(actual) && Double(actual) <= band95.upper ? 1 : 0
          miss += abs(Double(change.opening) / Double(actual) - 1)
          missOfDrift += abs(Double(now) / Double(actual) - 1)
        }
      }
      let percent = 100 * Double(held95) / Double(count)
      print("years", years, "n", count, "95:", percent, "80:", 100 * Double(held80) / Double(count))
      #expect(percent >= needed)
      // What is expected is the number as it is, so that its error is that of no change.
      #expect(miss <= 1.03 * missOfDrift)
    }
  }

  /// The newest published number of each authority and year.
  static func numbers() throws -> [String: [Int: Int]] {
    var numbers: [String: [Int: Int]] = [:]
    for year in 2010...2025 {
      let name = "comparators/looked_after/\(year).csv"
      let bytes = try WholeFile.read("\(try ShippedData.folder())/\(name)")
      let table = try CSVTable(bytes: bytes, file: name, required: ["area", "last", "count"])
      for record in table.records {
        let area = table.value("area", of: record) ?? ""
        let count = table.value("count", of: record) ?? ""
        guard area.utf8.count == 3, Int(area) != nil, let number = Int(count), number > 0 else {
          continue
        }
        numbers[area, default: [:]][year] = number
      }
    }
    return numbers
  }
}

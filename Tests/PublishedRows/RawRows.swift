import FileAccess
import ShippedData

/// The shipped tables as they stand in the files, read by splitting lines at commas: none of the
/// program's own reading is used, so that its answers can be checked against them.
public enum RawRows {
  /// The rows of a table without quotation marks, each by column name.
  public static func rows(_ name: String) throws -> [[String: String]] {
    let bytes = try WholeFile.read("\(try ShippedData.folder())/comparators/\(name).csv")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let header = lines.first?.split(separator: ",").map(String.init) ?? []
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }

  /// The rate, the children and the population that a publication printed for each area.
  public static func printed(
    _ year: Int, in wanted: String
  ) throws -> [String: (rate: Int?, count: Int?, population: Int?)] {
    let order = [
      "dfe-2010", "dfe-2011", "dfe-2012", "dfe-2013", "dfe-2014", "dfe-2015", "dfe-2016",
      "dfe-2017", "dfe-2018", "dfe-2019", "dfe-2021", "dfe-2023", "dfe-2024", "lait-2024",
      "dfe-2025", "lait-2026",
    ]
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let at = place[wanted] ?? -1
    var printed: [String: (rate: Int?, count: Int?, population: Int?)] = [:]
    for row in try rows("looked_after/\(year)") {
      let first = place[row["first"] ?? ""] ?? 99
      let last = place[row["last"] ?? ""] ?? -1
      guard first <= at, at <= last else { continue }
      printed[row["area"] ?? ""] = (
        row["rate"].flatMap { Int($0) }, row["count"].flatMap { Int($0) },
        row["population"].flatMap { Int($0) }
      )
    }
    return printed
  }

  /// The overall judgements of the latest inspections published up to a day.
  public static func judgements(on day: String) throws -> [String: String] {
    var latest: [String: (published: String, overall: String)] = [:]
    for row in try rows("judgements") {
      guard let code = row["code"], let published = row["published"], published <= day else {
        continue
      }
      if let found = latest[code], found.published > published { continue }
      latest[code] = (published, row["overall"] ?? "")
    }
    return latest.mapValues(\.overall)
  }

  /// The neighbours of every authority in a model, nearest first.
  public static func neighbours(_ model: String) throws -> [String: [String]] {
    Dictionary(grouping: try rows("neighbours/\(model)")) { $0["code"] ?? "" }.mapValues {
      $0.sorted { Int($0["rank"] ?? "") ?? 0 < Int($1["rank"] ?? "") ?? 0 }
        .compactMap { $0["neighbour"] }
    }
  }
}

/// The mean in hundredths, halves up, by long division on whole numbers.
public func meanInHundredths(_ values: [Int]) -> Int? {
  guard values.count >= 3 else { return nil }
  return (values.reduce(0, +) * 1000 / values.count + 5) / 10
}

/// The middle value, or the mean of the two in the middle.
public func median(_ values: [Int]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2)
    ? Double(sorted[middle - 1] + sorted[middle]) / 2 : Double(sorted[middle])
}

/// A quantile of type 7: linear between the two nearest.
public func quantile(_ values: [Int], _ share: Double) -> Double {
  let sorted = values.sorted().map(Double.init)
  let place = Double(sorted.count - 1) * share
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}

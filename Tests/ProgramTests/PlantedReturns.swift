@preconcurrency import Foundation

/// The returns of Marchshire with words planted wherever an extract of a case system may hold what
/// identifies a child: beside the columns that are read, and in them.
struct PlantedReturns {
  /// What may be nowhere: children's ids, pupil numbers, postcodes, names.
  static let planted = [
    "KID0", "UPNPLANT", "QX9 7ZZ", "QX97ZZ", "YV8 3WW", "Quillfeather", "Zebedee", "SC999777",
  ]

  private static let columns = [
    "UPN": "UPNPLANT12345", "HOME_POST": "QX9 7ZZ", "PL_POST": "YV8 3WW", "URN": "SC999777",
  ]

  /// Writes them into the folder `returns` of a folder.
  init(in folder: Scratch) throws {
    let source = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
      .appendingPathComponent("lac_ShippedData.resources/marchshire/returns")
    for year in 2020...2025 {
      for table in ["Episodes", "Header", "UASC"] {
        let text = try String(
          contentsOf: source.appendingPathComponent("\(year)/\(table).csv"), encoding: .utf8)
        try folder.put(Self.planted(text), at: "returns/\(year)/\(table).csv")
      }
    }
    let plans = try String(
      contentsOf: source.appendingPathComponent("Plans.csv"), encoding: .utf8)
    try folder.put(Self.planted(plans), at: "returns/Plans.csv")
  }

  private static func planted(_ text: String) -> String {
    var lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines[0]
    for line in lines.indices {
      lines[line] += line == 0 ? ["FORENAME", "SURNAME"] : ["Zebedee", "Quillfeather"]
      guard line > 0 else { continue }
      lines[line][0] = "KID" + lines[line][0]
      for (place, column) in header.enumerated() {
        if let words = columns[column] { lines[line][place] = words }
        // A name that slipped into a column that is read.
        if line % 40 == 7, ["LS", "DOB", "DEC", "PLACE", "OUTCOME"].contains(column) {
          lines[line][place] = "Quillfeather"
        }
      }
      if line % 60 == 11 { lines[line][0] = "KID0 Zebedee Quillfeather" }
    }
    return lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }
}

import FileAccess
import HistoryFiles
import LookedAfter
import Pseudonyms
import ShippedData
import SSDA903
import Testing

/// What the tests of the returns share.
enum Support {
  /// The path of a file or folder of the fixtures: made-up extracts of the generator that
  /// `Tests/Benchmarks/ssda903.py` takes, without the reviews. Its options were, beside `--truth`:
  ///
  /// - `annual`: `--children 60 --years 4 --seed 3 --annual --plans`
  /// - `single`: `--children 60 --years 5 --seed 11 --plans`
  /// - `annual-2026`: `--children 40 --years 3 --seed 5 --end-year 2026 --annual`; the two zips hold
  ///   its files
  /// - `dirty`: `--children 80 --years 4 --seed 8 --annual --dirty 0.3`
  static func fixture(_ name: String) -> String {
    "\(#filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined())/Fixtures/\(name)"
  }

  /// The scheme that comes with the program.
  static func scheme() throws -> CohortScheme {
    let path = "\(try ShippedData.folder())/scheme/cohorts.csv"
    return try SchemeFile.readCohorts(bytes: try WholeFile.read(path), file: "cohorts.csv")
  }

  /// A secret for pseudonyms.
  static func key() throws -> PseudonymKey {
    try #require(PseudonymKey(bytes: Array("a secret of the tests".utf8)))
  }

  /// Reads one episodes file; lines without the columns that come last are filled up.
  static func episodes(_ rows: String..., headers: [String] = []) throws -> JoinedReturns {
    try returns([("Episodes.csv", rows)], headers: headers)
  }

  /// Reads several episodes files, and one header file where there are lines for it.
  static func returns(
    _ files: [(name: String, rows: [String])], headers: [String] = []
  ) throws -> JoinedReturns {
    var texts = files.map { file in
      (file.name, "\(header)\n" + file.rows.map { "\(filled($0))\n" }.joined())
    }
    if !headers.isEmpty {
      texts.append(
        (
          "Header.csv",
          "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
            + headers.map { "\($0),WBRI,UN1,,\n" }.joined()
        ))
    }
    return try JoinedReturns(files: texts.map { ($0.0, Array($0.1.utf8)) })
  }

  static let header =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"

  private static func filled(_ row: String) -> String {
    let missing = 12 - row.count { $0 == "," }
    return row + String(repeating: ",", count: max(0, missing))
  }

  /// The ids of the rules that were broken, each once.
  static func rules(_ returns: JoinedReturns) -> [String] {
    returns.findingCounts.map(\.rule.id)
  }
}

/// A day written as the return writes it.
func day(_ text: String) throws -> CivilDate {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  try #require(parts.count == 3)
  return try #require(CivilDate(year: parts[2], month: parts[1], day: parts[0]))
}

/// Reads a file of the tests.
func bytes(of path: String) throws -> [UInt8] { try WholeFile.read(path) }

/// Writes a file of the tests, over one that is there.
func write(_ bytes: [UInt8], to path: String) {
  #expect(throws: Never.self) { try WholeFile.write(bytes, to: path, replacing: true) }
}

import CSV
import LookedAfter

/// The English authorities, those that closed since 2015 among them.
public struct AuthorityDirectory: Sendable {
  /// The authorities, in the order of the file.
  public let authorities: [EnglishAuthority]

  /// The directory that comes with the program.
  ///
  /// - Throws: `ShippedDataError` or `FileError` when its file is not there, `CSVError` when it
  ///   cannot be read.
  public static func shipped() throws -> AuthorityDirectory {
    let file = try HistoryFolder.File.shipped("authorities/authorities.csv")
    return try AuthorityDirectory(bytes: file.bytes, file: file.name)
  }

  /// Reads the columns `code,gss,name,other_names,region,valid_from,valid_to,successors`.
  ///
  /// - Throws: `CSVError` with file, line and column.
  public init(bytes: [UInt8], file: String) throws(CSVError) {
    let table = try CSVTable(
      bytes: bytes, file: file,
      required: [
        "code", "gss", "name", "other_names", "region", "valid_from", "valid_to", "successors",
      ], known: [])
    var authorities: [EnglishAuthority] = []
    for record in table.records {
      authorities.append(
        EnglishAuthority(
          code: try table.required("code", of: record),
          gssCode: try table.required("gss", of: record),
          name: try table.required("name", of: record),
          otherNames: table.list("other_names", of: record),
          region: try table.required("region", of: record),
          firstDay: try table.day("valid_from", of: record),
          lastDay: try table.day("valid_to", of: record),
          successorCodes: table.list("successors", of: record)))
    }
    self.authorities = authorities
  }

  /// The authority of a code of three digits.
  public subscript(code: String) -> EnglishAuthority? {
    authorities.first { $0.code == code }
  }

  /// The authorities that followed a closed one.
  public func successors(of authority: EnglishAuthority) -> [EnglishAuthority] {
    authority.successorCodes.compactMap { self[$0] }
  }
}

extension CSVTable {
  /// The values of a field that holds several, with semicolons between.
  fileprivate func list(_ column: String, of record: CSVRecord) -> [String] {
    value(column, of: record)?.split(separator: ";").map(String.init) ?? []
  }

  /// A day that may be blank.
  fileprivate func day(_ column: String, of record: CSVRecord) throws(CSVError) -> CivilDate? {
    guard let text = value(column, of: record) else { return nil }
    guard let day = CivilDate(iso: text) else {
      throw error("the day \"\(text)\" is not written as 2019-03-31", at: column, of: record)
    }
    return day
  }
}

import CSV
import LookedAfter
import ShippedData

/// The English authorities, those that closed since 2015 among them.
public struct AuthorityDirectory: Sendable {
  /// The authorities, in the order of the file.
  public let authorities: [EnglishAuthority]

  private let places: [String: Int]

  /// The directory that comes with the program.
  ///
  /// - Throws: `ShippedDataError` when its file is not there, `CSVError` when it cannot be read.
  public static func shipped() throws -> AuthorityDirectory {
    let file = try ShippedData.read("comparators/authorities.csv")
    return try AuthorityDirectory(bytes: file.bytes, file: file.path)
  }

  /// Reads the columns `code,gss,name,other_names,region,valid_from,valid_to,successors`.
  ///
  /// - Throws: `CSVError` with file, line and column.
  public init(bytes: [UInt8], file: String) throws(CSVError) {
    let table = try CSVTable(
      bytes: bytes, file: file,
      required: Self.columns, known: [])
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
    self.init(authorities)
  }

  /// A directory of authorities that are known already.
  init(_ authorities: [EnglishAuthority]) {
    self.authorities = authorities
    places = Dictionary(
      authorities.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static let columns = [
    "code", "gss", "name", "other_names", "region", "valid_from", "valid_to", "successors",
  ]

  /// The authority of a code of three digits.
  public subscript(code: String) -> EnglishAuthority? {
    places[code].map { authorities[$0] }
  }

  /// The authorities that followed a closed one.
  public func successors(of authority: EnglishAuthority) -> [EnglishAuthority] {
    authority.successorCodes.compactMap { self[$0] }
  }

  /// The authorities that one followed: Dorset, Poole and Bournemouth for Bournemouth, Christchurch
  /// and Poole.
  public func predecessors(of authority: EnglishAuthority) -> [EnglishAuthority] {
    authorities.filter { $0.successorCodes.contains(authority.code) }
  }
}

extension CSVTable {
  /// The values of a field that holds several, with semicolons between.
  fileprivate func list(_ column: String, of record: CSVRecord) -> [String] {
    value(column, of: record)?.split(separator: ";").map(String.init) ?? []
  }
}

import CSV
import ShippedData

/// The sample histories that come with the program, the usual one first, as `samples.csv` lists them.
public struct SampleHistories: Sendable {
  /// A sample history.
  public struct Sample: Sendable, Equatable {
    /// The name by which it is asked for, and the folder of its files.
    public let id: String

    /// What it is, to greet a person with.
    public let about: String

    /// Commands to try on it, with commas between; nil where none are named.
    public let hint: String?

    /// The folder of its statutory returns; nil where it has none.
    ///
    /// - Throws: `ShippedDataError.missing` when no shipped data is there at all.
    public func returnsFolder() throws(ShippedDataError) -> String? {
      try ShippedData.has("\(id)/returns") ? "\(try ShippedData.folder())/\(id)/returns" : nil
    }
  }

  /// The samples, in order.
  public let all: [Sample]

  /// Reads the list.
  ///
  /// - Throws: `ShippedDataError`, or `CSVError` with line and column where it is not well formed.
  public static func shipped() throws -> SampleHistories {
    let file = try ShippedData.read("samples.csv")
    let table = try CSVTable(
      bytes: file.bytes, file: file.path, required: ["id", "about", "hint"], known: [])
    return SampleHistories(
      all: try table.records.map { record in
        Sample(
          id: try table.required("id", of: record), about: try table.required("about", of: record),
          hint: table.value("hint", of: record))
      })
  }

  /// The sample of a name, in any case; the usual one where no name is given.
  ///
  /// - Throws: `SampleError` when there is no sample of that name.
  public func find(_ name: String?) throws(SampleError) -> Sample {
    let wanted = name?.lowercased()
    guard let sample = all.first(where: { wanted == nil || $0.id == wanted }) else {
      throw SampleError(name: name ?? "", known: all.map(\.id))
    }
    return sample
  }
}

/// There is no sample of a name.
public struct SampleError: Error, Equatable, CustomStringConvertible {
  /// The name that was given.
  public let name: String

  /// The samples that there are.
  public let known: [String]

  /// One sentence for a person.
  public var description: String {
    let last = known.last ?? ""
    let names =
      known.count < 2 ? last : "\(known.dropLast().joined(separator: ", ")) and \(last)"
    return "There is no sample \"\(name)\"; the samples are \(names)."
  }
}

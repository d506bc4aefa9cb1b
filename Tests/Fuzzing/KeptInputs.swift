import FileAccess

/// The inputs that are kept beside the targets: a first few, those that reached something new, and
/// every one that once was a fault.
public enum KeptInputs {
  /// The folder of a target's inputs.
  public static func folder(of target: FuzzTarget) -> String { "\(corpus)/\(target.name)" }

  /// A target's inputs by name.
  ///
  /// - Throws: `FileError`.
  public static func of(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder(of: target)
    return try FolderListing.files(below: folder, depth: 0, limit: 10_000).map {
      ($0, try WholeFile.read("\(folder)/\($0)"))
    }
  }

  private static let corpus =
    "\(#filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined())/Corpus"
}

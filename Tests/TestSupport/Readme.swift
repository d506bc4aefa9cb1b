import FileAccess

/// The README, of which the examples are run as they stand.
///
/// A block between fences that follows a line `<!-- NAME -->` is an example of that name.
public struct Readme: Sendable {
  /// The lines of the whole file.
  public let lines: [String]

  /// Reads the README of the package that a test's own file is in.
  ///
  /// - Throws: `FileError` when it cannot be read.
  public init(beside test: String = #filePath) throws {
    let parts = test.split(separator: "/")
    let package = parts.prefix { $0 != "Tests" }.joined(separator: "/")
    let bytes = try WholeFile.read("/\(package)/README.md")
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines of every block of this name, in their order.
  public func blocks(_ name: String) -> [[String]] {
    lines.indices.filter { lines[$0] == "<!-- \(name) -->" }.map { marker in
      Array(lines[(marker + 1)...].dropFirst().prefix { $0 != "```" })
    }
  }

  /// The names of all blocks.
  public var names: [String] {
    lines.filter { $0.hasPrefix("<!-- ") && $0.hasSuffix(" -->") }
      .map { String($0.dropFirst(5).dropLast(4)) }
  }

  /// What stands between backticks in the text, outside of the blocks.
  public var codeInText: [String] {
    var isText = true
    let text = lines.filter { line in
      guard line.hasPrefix("```") else { return isText }
      isText.toggle()
      return false
    }.joined(separator: "\n")
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }
      .map { $0.element.split(separator: "\n").joined(separator: " ") }
  }
}

/// Writes records as RFC 4180 has them, with lone line feeds.
public struct CSVWriter {
  /// The text so far.
  public private(set) var text = ""

  /// Starts an empty file.
  public init() {}

  /// Adds a record; a field that holds a comma, a quotation mark or a line end, or begins or ends
  /// with a blank, is quoted.
  public mutating func append(_ fields: [String]) {
    text += fields.map(Self.quoted).joined(separator: ",")
    text += "\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes =
      field.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }
      || field.utf8.first == 0x20 || field.utf8.last == 0x20
    guard needsQuotes else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

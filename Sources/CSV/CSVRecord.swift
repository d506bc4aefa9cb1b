/// One record of a file of comma-separated values, with the place of each field.
public struct CSVRecord: Equatable, Sendable {
  /// The name of the file.
  public let file: String

  /// The line on which the record begins, from 1.
  public let line: Int

  /// The fields, as written, without their quotation marks.
  public internal(set) var fields: [String]

  /// The byte column at which each field begins, from 1.
  public internal(set) var columns: [Int]
}

/// What is wrong with a file of comma-separated values, and where.
public struct CSVError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String

  /// The line, from 1.
  public let line: Int

  /// The column in bytes, from 1; nil when the whole line is meant.
  public let column: Int?

  /// What is wrong, without a capital letter and without a full stop.
  public let problem: String

  /// Makes an error.
  public init(file: String, line: Int, column: Int?, problem: String) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// One sentence for a person.
  public var description: String {
    let place = column.map { "\(file), line \(line), column \($0)" } ?? "\(file), line \(line)"
    return "\(place): \(problem)."
  }
}

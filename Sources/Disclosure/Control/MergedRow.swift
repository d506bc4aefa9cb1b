/// Rows of a table that were put together, because no figures could be hidden that would protect a
/// child in one of them.
public struct MergedRow: Equatable, Sendable {
  /// The table.
  public var table: String

  /// The rows that are gone.
  public var rows: [String]

  /// Their names, as they stood in the table.
  public var names: [String]

  /// The id of the row that stands for them.
  public var id: String

  /// Its figures, one for each column, which the controlled release holds.
  public var figures: [FigureID]
}

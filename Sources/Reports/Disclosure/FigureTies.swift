import Disclosure

/// Which figure of a release each number of a document is, so that what the release hides is hidden
/// wherever it stands. A number without a tie is not shown.
public struct FigureTies: Equatable, Sendable {
  /// Where a number stands: in a table, or in the table that a chart stands for.
  public struct Place: Hashable, Sendable {
    /// The id of the table or the chart.
    public var block: String
    /// The row: what its key column holds, or its name where there is none.
    public var row: String
    /// The id of the column.
    public var column: String

    /// Makes a place.
    public init(block: String, row: String, column: String) {
      self.block = block
      self.row = row
      self.column = column
    }
  }

  /// Words with the figures that they state, as they stand in a paragraph, an item, a note, a chart's
  /// title or description, a remark, or a cell.
  public struct Statement: Equatable, Sendable {
    /// The words: one sentence or several.
    public var text: String

    /// Every figure that they give, or that they are about: `rose` is about a change.
    public var figures: [FigureID]

    /// Numbers in them that are no figures, as they are written: `95`, `10,000`, `three`.
    public var constants: Set<String>

    /// Makes a statement.
    public init(_ text: String, figures: [FigureID], constants: Set<String> = []) {
      self.text = text
      self.figures = figures
      self.constants = constants
    }
  }

  /// The figure at each place.
  public private(set) var figures: [Place: FigureID] = [:]

  /// Tables and charts of which everything may be known, such as other authorities' published figures.
  public private(set) var openBlocks: Set<String> = []

  /// Columns of which everything may be known, by table.
  public private(set) var openColumns: [String: Set<String>] = [:]

  /// What is said in words, by the words.
  public private(set) var statements: [String: Statement] = [:]

  /// Makes ties of nothing.
  public init() {}

  /// Ties a place to a figure.
  public mutating func tie(_ block: String, row: String, column: String, to figure: FigureID) {
    figures[Place(block: block, row: row, column: column)] = figure
  }

  /// Declares a table or a chart open.
  public mutating func open(block: String) { openBlocks.insert(block) }

  /// Declares a column of a table open.
  public mutating func open(column: String, of block: String) {
    openColumns[block, default: []].insert(column)
  }

  /// Declares what a sentence states; sentences that state nothing but hold a number, such as the
  /// number of a section in law, are declared with their constants.
  public mutating func state(
    _ text: String, _ figures: [FigureID] = [], constants: Set<String> = []
  ) {
    statements[text] = Statement(text, figures: figures, constants: constants)
  }

  /// The row in which the limits of a line chart are tied, and the paths of a fan chart.
  public static let limits = "limits"
}

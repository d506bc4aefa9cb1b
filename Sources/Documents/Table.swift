/// A table of figures with one header row, no merged cells, and a caption.
public struct Table: Equatable, Sendable {
  /// A stable id of lower-case words joined by hyphens, such as `planned-applications`.
  public var id: String

  /// What the table shows, where and when, in sentence case.
  public var caption: String

  /// The columns, in reading order.
  public var columns: [Column]

  /// Whether the table is for other programs only: people have its figures in a chart or in words.
  /// JSON and CSV hold it, every other form leaves it out.
  public var isForMachines = false

  /// The rows; every row has as many cells as there are columns.
  public var rows: [Row]

  /// Makes a table.
  ///
  /// A row that is shorter than the columns is filled with missing cells, a longer one is cut.
  public init(id: String, caption: String, columns: [Column], rows: [Row]) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows.map { row in
      var row = row
      if row.cells.count > columns.count { row.cells.removeLast(row.cells.count - columns.count) }
      while row.cells.count < columns.count { row.cells.append(.missing) }
      return row
    }
  }
}

/// One column of a table.
public struct Column: Equatable, Sendable {
  /// What a column is for, which settles its alignment and its share of the width.
  public enum Kind: Equatable, Sendable {
    /// A machine key such as a cohort id: written to JSON and CSV, left out where people read.
    case key
    /// The name of the row; the row header in formats that have one.
    case rowHeader
    /// Numbers, aligned right.
    case number
    /// A word or two.
    case label
    /// Sentences, wrapped to the width that is left.
    case prose
  }

  /// A stable id; for a month `yyyy-mm`.
  public var id: String

  /// The heading that people read, with the unit where it is not children.
  public var title: String

  /// What the column is for.
  public var kind: Kind

  /// Makes a column.
  public init(id: String, title: String, kind: Kind) {
    self.id = id
    self.title = title
    self.kind = kind
  }
}

/// One row of a table.
public struct Row: Equatable, Sendable {
  /// The cells, one for each column.
  public var cells: [Cell]

  /// Whether the row sums or sets apart the others, and is shown with emphasis.
  public var isTotal: Bool

  /// Makes a row.
  public init(_ cells: [Cell], isTotal: Bool = false) {
    self.cells = cells
    self.isTotal = isTotal
  }
}

/// One cell of a table: a value for machines, with a form for people where that differs.
public struct Cell: Equatable, Sendable {
  /// What a cell holds.
  public enum Value: Equatable, Sendable {
    /// Plain text.
    case text(String)
    /// A number: `mantissa / 10^decimals`, exact, with as many decimals as the source printed.
    case number(mantissa: Int, decimals: Int)
    /// Yes or no.
    case flag(Bool)
    /// Not known, not printed, or not applicable: never the same as zero.
    case missing
  }

  /// The value, as machines read it.
  public var value: Value

  /// The form that people read where it is not the plain value, such as `+3` or `2 😌 some progress`.
  public var display: String?

  /// A remark inside the cell, such as `6 still being assessed`.
  public var remark: String?

  /// The number that the remark states, if it states one.
  public var remarkNumber: Int?

  /// How the figure was made; nil for words.
  public var explanation: Explanation?

  /// Makes a cell.
  public init(
    _ value: Value, display: String? = nil, remark: String? = nil, remarkNumber: Int? = nil
  ) {
    self.value = value
    self.display = display
    self.remark = remark
    self.remarkNumber = remarkNumber
  }

  /// The same cell, which can say how its figure was made.
  public func explained(_ explanation: Explanation?) -> Cell {
    var cell = self
    cell.explanation = explanation
    return cell
  }

  /// A cell whose value is not known.
  public static let missing = Cell(.missing)

  /// A cell that has nothing to hold: blank for people, null for machines.
  public static let notApplicable = Cell(.missing, display: "")

  /// A figure that is known and must not be shown: `c` in data, `[c]` where people read.
  public static let confidential = Cell(.text("c"), display: "[c]")

  /// A cell of text.
  public static func text(_ text: String) -> Cell { Cell(.text(text)) }

  /// A cell of yes or no.
  public static func flag(_ flag: Bool) -> Cell { Cell(.flag(flag)) }

  /// A cell of a whole number, or a missing one.
  public static func integer(_ number: Int?) -> Cell {
    guard let number else { return .missing }
    return Cell(.number(mantissa: number, decimals: 0))
  }

  /// A cell of a number with decimals: `mantissa / 10^decimals`.
  public static func decimal(mantissa: Int, decimals: Int) -> Cell {
    Cell(.number(mantissa: mantissa, decimals: decimals))
  }

  /// A cell of a number that was computed, held to some decimals; missing for one that is no number
  /// or too great for them.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - decimals: how many machines read, 0 to 15.
  ///   - display: the form that people read; nil for the number itself.
  public static func real(_ number: Double?, decimals: Int, display: String? = nil) -> Cell {
    guard let number, let exact = ExactNumber(rounding: number, decimals: decimals) else {
      return .missing
    }
    return Cell(
      .number(mantissa: exact.mantissa, decimals: exact.decimals), display: display)
  }

  /// A cell of a difference, shown with its sign: `+3`, `−2`, `0`.
  public static func change(_ number: Int?) -> Cell {
    guard let number else { return .missing }
    return Cell(
      .number(mantissa: number, decimals: 0), display: ExactNumber(number).withSign)
  }
}

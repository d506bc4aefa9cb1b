/// Everything that people will know once a paper is out: its figures, those of the papers before it,
/// and what holds between them.
public struct Release: Equatable, Sendable {
  /// A table whose rows may be put together where nothing can be hidden safely.
  public struct Table: Equatable, Sendable {
    /// One row.
    public struct Row: Equatable, Sendable {
      /// The id, unique in the table.
      public var id: String
      /// The name, as it stands in the table.
      public var name: String
      /// The whole numbers of the row, one for each column of counts.
      public var figures: [FigureID]
      /// Whether it may be put together with others; never for a total.
      public var mayMerge: Bool

      /// Makes a row.
      public init(id: String, name: String? = nil, figures: [FigureID], mayMerge: Bool = true) {
        self.id = id
        self.name = name ?? id
        self.figures = figures
        self.mayMerge = mayMerge
      }
    }

    /// The id, unique in a release.
    public var id: String

    /// What the table is, in words.
    public var name: String

    /// The rows.
    public var rows: [Row]

    /// Makes a table.
    public init(id: String, name: String? = nil, rows: [Row]) {
      self.id = id
      self.name = name ?? id
      self.rows = rows
    }
  }

  /// The whole numbers.
  public var figures: [Figure]

  /// What is worked out from them.
  public var derived: [DerivedFigure]

  /// What holds between the whole numbers.
  public var relations: [Relation]

  /// The tables, for merging rows; a figure need not be in one.
  public var tables: [Table]

  /// Makes a release.
  public init(
    figures: [Figure] = [], derived: [DerivedFigure] = [], relations: [Relation] = [],
    tables: [Table] = []
  ) {
    self.figures = figures
    self.derived = derived
    self.relations = relations
    self.tables = tables
  }

  /// The same release with the figures and relations of another beside its own: papers and months
  /// are joined so, and what holds between them is added as further relations.
  public mutating func add(_ other: Release) {
    figures += other.figures
    derived += other.derived
    relations += other.relations
    tables += other.tables
  }
}

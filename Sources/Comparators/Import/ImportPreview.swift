import LookedAfter

/// What importing an edition would bring, before it is kept.
public struct ImportPreview: Sendable {
  /// How the figures of a measure and year differ from the newest there were.
  public struct Line: Sendable, Equatable {
    /// What is counted.
    public let measure: PublishedMeasure
    /// The year.
    public let year: Int
    /// Figures of places that had none for the year.
    public internal(set) var new = 0
    /// Figures of which a number, a rate or a population is another.
    public internal(set) var changed = 0
    /// Figures that are as they were.
    public internal(set) var same = 0
  }

  /// A figure that was another before.
  public struct Change: Sendable, Equatable {
    /// The newest figures so far.
    public let old: PublishedFigure
    /// The figures of the edition.
    public let new: PublishedFigure
  }

  /// The edition.
  public let edition: ImportedEdition

  /// By measure, newest year first.
  public private(set) var lines: [Line] = []

  /// The figures that were others before, in the order of the edition.
  public private(set) var changes: [Change] = []

  /// What looks wrong and is kept as it is: sentences for a person.
  public let warnings: [String]

  init(_ file: OpenDataFile, edition: ImportedEdition, in directory: ComparatorDirectory) throws {
    self.edition = edition
    warnings = OpenDataChecks(file: file, edition: edition, directory: directory).warnings
    let wanted = Set(file.rows.map { YearOf(measure: $0.measure, year: $0.year) })
    let order = PublishedMeasure.allCases
    let sorted = wanted.sorted {
      (order.firstIndex(of: $0.measure) ?? 0, $1.year)
        < (order.firstIndex(of: $1.measure) ?? 0, $0.year)
    }
    for key in sorted {
      try compare(key, in: directory)
    }
  }

  private struct YearOf: Hashable {
    let measure: PublishedMeasure
    let year: Int
  }

  private mutating func compare(_ key: YearOf, in directory: ComparatorDirectory) throws {
    let known = try directory.tables.figures(key.measure, key.year)
    var line = Line(measure: key.measure, year: key.year)
    for figure in edition.figures(key.measure, key.year).sorted(by: { $0.area.key < $1.area.key })
    where directory.absence(of: figure.area, year: key.year) == nil {
      guard let old = known[figure.area]?.last else {
        line.new += 1
        continue
      }
      if old.count == figure.count, old.rate == figure.rate,
        old.population == figure.population || old.population == .missing(.notPrinted)
      {
        line.same += 1
      } else {
        line.changed += 1
        changes.append(Change(old: old, new: figure))
      }
    }
    lines.append(line)
  }
}

extension ComparatorDirectory {
  /// What importing a file would bring.
  ///
  /// - Parameters:
  ///   - file: the file as it was published.
  ///   - publishedOn: the day on which the file came out, from which its figures count as known.
  /// - Throws: as the directory's other answers.
  public func preview(_ file: OpenDataFile, publishedOn: CivilDate) throws -> ImportPreview {
    let edition = ImportedEdition(file, publishedOn: publishedOn, authorities: authorities)
    return try ImportPreview(file, edition: edition, in: self)
  }
}

import LookedAfter

/// A publication that figures were taken from: one issue of the department's statistics, of the
/// population estimates, of a model of neighbours or of the list of inspections.
public struct Publication: Hashable, Sendable {
  /// The publication as a paper cites it.
  public let source: Source

  /// The day from which its figures count as known: the last of the month in which it came out.
  public let knownFrom: CivilDate

  /// The year whose 31 March it was issued for; nil for a collection of figures that others issued,
  /// and for what is not about looked after children.
  public let reportingYear: Int?

  /// The years of which it prints looked after children, or nil when it prints none; 2019 stands
  /// for 31 March 2019 and for the twelve months up to it.
  public let years: ClosedRange<Int>?

  /// Whether the copy that the figures were taken from holds rates beside the counts.
  public let printsRates: Bool

  /// Makes a publication.
  public init(
    source: Source, knownFrom: CivilDate, reportingYear: Int?, years: ClosedRange<Int>?,
    printsRates: Bool
  ) {
    self.source = source
    self.knownFrom = knownFrom
    self.reportingYear = reportingYear
    self.years = years
    self.printsRates = printsRates
  }

  /// Short and unique: `dfe-2025`.
  public var id: String { source.id }

  /// Two publications of one id are the same.
  public static func == (left: Publication, right: Publication) -> Bool { left.id == right.id }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// From when the figures count as recorded, as a provenance has it.
  public var recordedAt: String { "\(knownFrom)T00:00:00Z" }
}

/// The number of children aged 0 to 17 in the authority, by an estimate of a stated edition.
///
/// A rate is tied to the edition of its population, not only to the year.
public struct Population: Sendable, Equatable {
  /// The year of the mid-year estimate.
  public let midYear: Int

  /// The edition, such as `before rebasing, published 2021`.
  public let edition: String

  /// Children aged 0 to 17.
  public let number: Recorded<Int>

  /// Makes an estimate.
  public init(midYear: Int, edition: String, number: Recorded<Int>) {
    self.midYear = midYear
    self.edition = edition
    self.number = number
  }

  /// The estimate in words, without its number: `mid-2018 estimate, before rebasing, published 2021`.
  public var inWords: String { "mid-\(midYear) estimate, \(edition)" }
}

/// A rate that the authority's own is set beside.
public struct Comparator: Sendable, Equatable {
  /// The group of the rate: England, the region, statistical neighbours, …
  public let measure: Measure

  /// The group's own name where it has one, such as that of the region.
  public let name: String

  /// Looked after children per 10,000 aged 0 to 17, with the decimals that were printed.
  public let rate: Recorded<Quantity>

  /// The year of the data, as printed: figures at 31 March of the later year.
  public let dataYear: String

  /// The paper's own number of children the authority would have at this rate, if it printed one.
  public let printedNeeded: Recorded<Int>?

  /// The name within a sentence: `statistical neighbours`.
  public var nameInSentence: String {
    name == measure.name && !measure.phrase.isEmpty ? measure.phrase : name
  }
}

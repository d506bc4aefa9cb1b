import LookedAfter

/// What a publication counts.
public enum PublishedMeasure: String, Hashable, Sendable, CaseIterable {
  /// Children looked after on 31 March.
  case lookedAfter = "looked_after"
  /// Children who started to be looked after in the twelve months to 31 March.
  case started
  /// Children who ceased to be looked after in the twelve months to 31 March.
  case ceased
}

/// The figures of a place for a year, as one publication or several in a row printed them.
///
/// The department amends earlier years, and the population estimates are revised, so that a year
/// has several figures. None replaces another.
public struct PublishedFigure: Hashable, Sendable {
  /// What is counted.
  public let measure: PublishedMeasure

  /// The place.
  public let area: Area

  /// The year: 2019 stands for 31 March 2019 and for the twelve months up to it.
  public let year: Int

  /// Children; those of England and the regions are rounded to ten.
  public let count: PublishedNumber

  /// Children per 10,000 aged 0 to 17, a whole number as printed.
  public let rate: PublishedNumber

  /// Children aged 0 to 17 that the rate rests on, in the middle of the year before.
  public let population: PublishedNumber

  /// The first publication that printed these figures.
  public let publication: Publication

  /// The last publication that printed them unchanged.
  public internal(set) var lastPublication: Publication

  /// The year in whose middle the population was estimated: 2018 for 31 March 2019.
  public var populationMidYear: Int { year - 1 }

  /// Whether they are from the publication of their own year, so that nothing was amended yet.
  public var isOfItsOwnYear: Bool { publication.reportingYear == year }

  /// Whether another one prints the same numbers.
  func agrees(with other: PublishedFigure) -> Bool {
    (count, rate, population) == (other.count, other.rate, other.population)
  }
}

/// Which of the figures of a year are meant.
public enum FigureEdition: Hashable, Sendable {
  /// Those of the first publication that holds rates of the year: the year's own publication where
  /// lac has it. `PublishedFigure.isOfItsOwnYear` tells.
  case asPublished
  /// The newest that were published on a day.
  case known(on: CivilDate)
  /// The newest.
  case newest
}

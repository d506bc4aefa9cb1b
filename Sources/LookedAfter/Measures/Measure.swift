/// The id of anything that is recorded: words joined by dots, from the general to the particular,
/// such as `pipeline.sgo.filed`. A cohort's number is recorded under the cohort's own id.
public struct MeasureID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, CustomStringConvertible
{
  /// The id as it is written in files.
  public let rawValue: String

  /// Takes an id as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes an id written in code.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id.
  public var description: String { rawValue }
}

extension CohortID {
  /// The measure of the number of children in the cohort.
  public var count: MeasureID { MeasureID(rawValue: rawValue) }

  /// The measure of how many of them are still being assessed for whether the route is in their
  /// best interests: part of the number, not added to it.
  public var assessing: MeasureID { "\(rawValue).assessing" }

  /// The measure of the progress rating.
  public var progress: MeasureID { "progress.\(rawValue)" }

  /// The measure of the commentary.
  public var comment: MeasureID { "comment.\(rawValue)" }
}

/// What is known of a measure before any figure of it is recorded.
public struct Measure: Hashable, Sendable {
  /// What sort of thing a measure is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A number at a moment. A blank month is unknown.
    case stock
    /// A number of events in a period.
    case flow
    /// A number planned for a month to come.
    case plan
    /// Something known from outside: a population, a comparator, a cost.
    case reference
    /// A person's rating.
    case judgement
    /// Words.
    case text
    /// How the authority wants things done.
    case setting
  }

  /// The id.
  public let id: MeasureID

  /// The name in a table, in sentence case.
  public let name: String

  /// What is said of `n` children, with `{one|many}` wherever it depends on the number:
  /// `{was|were} accommodated under section 20`. Blank when no sentence is made of it.
  public let phrase: String

  /// What sort of thing it is.
  public let kind: Kind

  /// The unit: `children`, `families`, `percent`, `weeks`, `GBP`; blank for words.
  public let unit: String

  /// Makes a measure.
  public init(id: MeasureID, name: String, phrase: String, kind: Kind, unit: String) {
    self.id = id
    self.name = name
    self.phrase = phrase
    self.kind = kind
    self.unit = unit
  }
}

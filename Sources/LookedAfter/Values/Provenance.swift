/// A paper or a record that figures were taken from.
public struct Source: Hashable, Sendable {
  /// A short id, unique in a history.
  public let id: String

  /// A few words for it within a sentence: `monthly update of 2 November 2020`.
  public let shortTitle: String

  /// The public title.
  public let title: String

  /// The day of the paper, or nil when it is not known.
  public let date: CivilDate?

  /// Makes a source.
  public init(id: String, shortTitle: String, title: String, date: CivilDate?) {
    self.id = id
    self.shortTitle = shortTitle
    self.title = title
    self.date = date
  }

  /// The title, with the date when there is one and the title does not already end with it.
  public var citation: String {
    guard let date, !title.hasSuffix(date.inWords) else { return title }
    return "\(title), \(date.inWords)"
  }
}

/// How a recorded figure came to be known.
///
/// One small reference: figures are copied by the hundred thousand, and most share their provenance.
public struct Provenance: Hashable, Sendable {
  private let facts: Facts

  private final class Facts: Sendable {
    let source: Source?
    let section: String?
    let recordedAt: String
    let revision: Int
    let note: String?

    init(source: Source?, section: String?, recordedAt: String, revision: Int, note: String?) {
      self.source = source
      self.section = section
      self.recordedAt = recordedAt
      self.revision = revision
      self.note = note
    }
  }

  /// Makes a provenance.
  public init(
    source: Source?, section: String? = nil, recordedAt: String, revision: Int = 1,
    note: String? = nil
  ) {
    facts = Facts(
      source: source, section: section, recordedAt: recordedAt, revision: revision, note: note)
  }

  /// The paper or record that the figure was taken from; nil when none was named.
  public var source: Source? { facts.source }

  /// The section or table of the source.
  public var section: String? { facts.section }

  /// When the figure was recorded, as `yyyy-mm-ddThh:mm:ssZ`.
  public var recordedAt: String { facts.recordedAt }

  /// 1 for the first figure recorded, 2 for its first correction, and so on.
  public var revision: Int { facts.revision }

  /// A remark of whoever recorded the figure.
  public var note: String? { facts.note }

  /// The source and its section, for a line of sources.
  public var citation: String {
    guard let source else { return "recorded without a source on \(recordedAt.prefix(10))" }
    return section.map { "\(source.citation), \($0)" } ?? source.citation
  }

  /// Whether two say the same.
  public static func == (left: Provenance, right: Provenance) -> Bool {
    left.facts === right.facts
      || left.source == right.source && left.section == right.section
        && left.recordedAt == right.recordedAt && left.revision == right.revision
        && left.note == right.note
  }

  /// Hashes what it says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(section)
    hasher.combine(recordedAt)
    hasher.combine(revision)
    hasher.combine(note)
  }
}

/// A value together with how it came to be known.
public struct Recorded<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value

  /// How it came to be known.
  public let provenance: Provenance

  /// Makes a recorded value.
  public init(_ value: Value, _ provenance: Provenance) {
    self.value = value
    self.provenance = provenance
  }
}

extension Recorded: Equatable where Value: Equatable {}

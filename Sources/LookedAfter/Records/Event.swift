/// Something that happened to the service and is worth a line in its timeline.
public struct Event: Sendable, Equatable {
  /// When.
  public let period: Period

  /// What, in one sentence.
  public let text: String

  /// How it came to be known.
  public let provenance: Provenance
}

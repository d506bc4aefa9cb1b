import LookedAfter

/// Who records and when: handed in, so that nothing is read from the air.
public struct Recorder: Sendable {
  /// The name of the person's account.
  public let name: String

  /// The time now, as `yyyy-mm-ddThh:mm:ssZ`.
  public let now: @Sendable () -> String

  /// Makes a recorder.
  public init(name: String, now: @escaping @Sendable () -> String) {
    self.name = name
    self.now = now
  }

  /// The day today; nil where `now` gives none.
  var today: CivilDate? { CivilDate(iso: String(now().prefix(10))) }
}

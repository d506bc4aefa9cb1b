import LookedAfter

/// Who records and when: handed in, so that nothing is read from the air.
public struct Recorder: Sendable {
  /// The name of the person's account.
  public let name: String

  /// The time now, as `yyyy-mm-ddThh:mm:ssZ`.
  public let now: @Sendable () -> String

  /// A new secret of 32 bytes, for pseudonyms.
  public let secret: @Sendable () -> [UInt8]

  /// Makes a recorder.
  ///
  /// - Parameters:
  ///   - name: who records.
  ///   - now: gives the time, as `yyyy-mm-ddThh:mm:ssZ`.
  ///   - secret: gives 32 bytes that nobody can guess; without it, those of the system.
  public init(
    name: String, now: @escaping @Sendable () -> String,
    secret: @escaping @Sendable () -> [UInt8] = Recorder.systemSecret
  ) {
    self.name = name
    self.now = now
    self.secret = secret
  }

  /// 32 random bytes of the system.
  @Sendable public static func systemSecret() -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// The day today; nil where `now` gives none.
  var today: CivilDate? { CivilDate(iso: String(now().prefix(10))) }
}

/// What a committee asked for, and where it was answered.
public struct Resolution: Sendable, Equatable {
  /// The number by which it is answered; unique in a history.
  public let number: Int
  /// The day on which it was asked.
  public let day: CivilDate
  /// What was asked, in a sentence.
  public let text: String
  /// The committee; nil when it was not recorded.
  public let committee: String?
  /// Of whom it was asked.
  public let person: String?
  /// When the answer is due: a day, a month or words.
  public let due: String?
  /// Where it was answered; nil while it is open.
  public let answered: String?
  /// Where it stands while it is open, such as `being looked into`; nil when nothing is known.
  public let state: String?
  /// How it came to be known.
  public let provenance: Provenance

  /// Whether nothing is recorded of an answer.
  public var isOpen: Bool { answered == nil }
}

extension History {
  /// What committees asked for, in the order of the days on which they did.
  public var resolutions: [Resolution] { resolutions(asKnownOn: nil) }

  /// What committees had asked for by a day, with what was known of it then: an answer of a later
  /// paper is none yet.
  public func resolutions(asKnownOn day: CivilDate?) -> [Resolution] {
    observations(of: "resolution").compactMap { observation in
      guard case .day(let asked) = observation.period, day.map({ asked <= $0 }) ?? true,
        let number = Int(observation.detail),
        let text = observation.text
      else { return nil }
      func words(_ part: String) -> String? {
        observations(of: "resolution.\(part)").last { part in
          part.detail == observation.detail
            && (day.map { (part.provenance.source?.date ?? $0) <= $0 } ?? true)
        }?.text
      }
      return Resolution(
        number: number, day: asked, text: text, committee: words("by"), person: words("of"),
        due: words("due"), answered: words("answered"), state: words("state"),
        provenance: observation.provenance)
    }
  }
}

import LookedAfter

/// A scenario that someone gave a name: its levers as they are written, with author and date.
///
/// It is recorded like any figure, so that it has a history, an undo, and can be seen as it was known
/// on a day. The words are read again each time, from the last figures on.
public struct SavedScenario: Equatable, Sendable {
  /// The name that was given.
  public let name: String

  /// The levers, as they are written at the prompt; blank for nothing changed.
  public let text: String

  /// Who wrote it down last: `by A. Head`.
  public let author: String?

  /// When, as `yyyy-mm-ddThh:mm:ssZ`.
  public let recordedAt: String

  /// What stands for a scenario that changes nothing yet, since a text cannot be blank.
  public static let nothing = "nothing changes"

  /// The name by which things are as they are: no scenario can be called so.
  public static let base = "base"
}

extension History {
  /// The measure under which scenarios are recorded; its detail is the name.
  public static let scenarioSetting: MeasureID = "setting.scenario"

  /// The scenarios that stand, by name.
  public var scenarios: [SavedScenario] {
    observations(of: Self.scenarioSetting).compactMap { observation in
      guard let text = observation.text else { return nil }
      return SavedScenario(
        name: observation.detail, text: text, author: observation.provenance.section,
        recordedAt: observation.provenance.recordedAt)
    }.sorted { $0.name < $1.name }
  }

  /// The scenario of a name, in whatever case it is written; nil where there is none.
  public func scenario(named name: String) -> SavedScenario? {
    let wanted = name.lowercased()
    return scenarios.first { $0.name.lowercased() == wanted }
  }
}

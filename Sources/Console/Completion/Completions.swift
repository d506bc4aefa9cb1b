/// What could stand at the end of a line that is being typed.
public struct Completions: Equatable, Sendable {
  /// One possibility.
  public struct Candidate: Equatable, Sendable {
    /// What would be typed.
    public let text: String
    /// What it is, in a few words.
    public let description: String
    /// Whether a blank follows; a folder is not complete yet.
    public let isFinal: Bool

    /// What may be typed for it when nothing begins so: `octo` for `oct 2020`.
    let otherForms: [String]

    init(
      _ text: String, _ description: String, isFinal: Bool = true, otherForms: [String] = []
    ) {
      self.text = text
      self.description = description
      self.isFinal = isFinal
      self.otherForms = otherForms
    }
  }

  /// How many characters before the cursor the candidates replace.
  public let replacing: Int

  /// The possibilities, in the order of the table, the scheme or time.
  public let candidates: [Candidate]
}

/// What the Tab key offers at one place in the line.
public struct Completion: Equatable, Sendable {
  /// One thing that could stand there.
  public struct Candidate: Equatable, Sendable {
    /// The text to insert, whole (not only what is missing).
    public var text: String
    /// A few words about it for the list, or nothing.
    public var description: String
    /// Whether the word is finished with this: not so for a folder, whose contents come next.
    public var isFinal: Bool

    /// A candidate. `text` is inserted as it stands, so it must be quoted if need be.
    public init(text: String, description: String = "", isFinal: Bool = true) {
      self.text = text
      self.description = description
      self.isFinal = isFinal
    }
  }

  /// How many `Character`s before the cursor the candidates replace. They may differ from what
  /// was typed, in capital letters for example.
  public var replacing: Int
  /// The candidates, in the order in which they are to be listed. None: the terminal beeps.
  public var candidates: [Candidate]
  /// Whether a blank follows when the only candidate is inserted and is final.
  public var appendsSpace: Bool

  /// A completion.
  public init(replacing: Int, candidates: [Candidate], appendsSpace: Bool = true) {
    self.replacing = replacing
    self.candidates = candidates
    self.appendsSpace = appendsSpace
  }

  /// Nothing to offer.
  public static let none = Completion(replacing: 0, candidates: [])
}

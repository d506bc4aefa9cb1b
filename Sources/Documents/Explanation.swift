/// How a figure of a document was made: enough to do the sum again by hand, and to find where each
/// number of it comes from. Renderers leave it out; `explain` shows it.
public struct Explanation: Equatable, Sendable {
  /// A named value.
  public struct Line: Equatable, Sendable {
    /// The name, as it stands in the formula or in words.
    public var name: String

    /// The value as people read it.
    public var value: String

    /// Makes a line.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A figure that the result rests on.
  public struct Input: Equatable, Sendable {
    /// The name, as it stands in the formula or in words.
    public var name: String

    /// The value as people read it.
    public var value: String

    /// Where it is from: a paper and its section; nil for a figure given at the prompt.
    public var source: String?

    /// When it was recorded, as `yyyy-mm-ddThh:mm:ssZ`; nil when it was not.
    public var recordedAt: String?

    /// 1 for the first figure recorded, 2 for its first correction; nil when it was not recorded.
    public var revision: Int?

    /// Makes an input.
    public init(
      _ name: String, _ value: String, source: String? = nil, recordedAt: String? = nil,
      revision: Int? = nil
    ) {
      self.name = name
      self.value = value
      self.source = source
      self.recordedAt = recordedAt
      self.revision = revision
    }
  }

  /// What the figure is, in a few words within a sentence: `rate per 10,000`.
  public var subject: String

  /// The formula in the names of its inputs; nil for a figure that was recorded as it is.
  public var formula: String?

  /// The figures it rests on.
  public var inputs: [Input]

  /// The settings in force.
  public var parameters: [Line]

  /// What came out, with the steps between.
  public var results: [Line]

  /// What has to be kept in mind, in whole sentences.
  public var cautions: [String]

  /// What would change the figure, in whole sentences.
  public var changes: [String]

  /// Makes an explanation.
  public init(
    _ subject: String, formula: String? = nil, inputs: [Input] = [], parameters: [Line] = [],
    results: [Line] = [], cautions: [String] = [], changes: [String] = []
  ) {
    self.subject = subject
    self.formula = formula
    self.inputs = inputs
    self.parameters = parameters
    self.results = results
    self.cautions = cautions
    self.changes = changes
  }
}

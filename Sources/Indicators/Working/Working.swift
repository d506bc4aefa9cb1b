import LookedAfter

/// How a figure was made: enough to do the sum again by hand and to find every number it rests on.
public struct Working: Equatable, Sendable {
  /// What was worked out, in a few words within a sentence: `rate per 10,000`.
  public let subject: String

  /// The formula, in the names of the inputs and parameters.
  public let formula: String

  /// The figures it was worked out from.
  public var inputs: [Input]

  /// The settings in force.
  public var parameters: [Line]

  /// What came out, the steps between included.
  public var results: [Line]

  /// What has to be kept in mind when the figure is read.
  public var cautions: [Caution]

  /// Makes a working.
  public init(
    _ subject: String, formula: String, inputs: [Input], parameters: [Line] = [],
    results: [Line], cautions: [Caution] = []
  ) {
    self.subject = subject
    self.formula = formula
    self.inputs = inputs
    self.parameters = parameters
    self.results = results
    self.cautions = cautions
  }
}

extension Working {
  /// A value in a working.
  public enum Value: Equatable, Sendable {
    /// A whole number.
    case whole(Int)
    /// An exact number with its decimals.
    case exact(Quantity)
    /// A number that was computed, not rounded.
    case number(Double)
    /// Words.
    case words(String)
  }

  /// A named value.
  public struct Line: Equatable, Sendable {
    /// The name, as it stands in the formula or in words.
    public let name: String

    /// The value.
    public let value: Value

    /// Makes a line.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A figure that the result rests on, and where it comes from.
  public struct Input: Equatable, Sendable {
    /// The name, as it stands in the formula.
    public let name: String

    /// The value.
    public let value: Value

    /// How it came to be known: the source, and when it was recorded. Empty for a figure given at
    /// the prompt; several for a series.
    public var provenance: [Provenance]

    /// Makes an input.
    public init(_ name: String, _ value: Value, _ provenance: [Provenance] = []) {
      self.name = name
      self.value = value
      self.provenance = provenance
    }
  }

  /// The same working with more to keep in mind.
  public func adding(_ cautions: [Caution]) -> Working {
    var copy = self
    copy.cautions += cautions.filter { !copy.cautions.contains($0) }
    return copy
  }

  /// The value of a result or parameter; nil when there is none of that name.
  public subscript(name: String) -> Value? {
    (results + parameters).first { $0.name == name }?.value
      ?? inputs.first { $0.name == name }?.value
  }
}

/// A figure that can show how it was made.
public protocol Explainable {
  /// How the figure was made.
  var working: Working { get }
}

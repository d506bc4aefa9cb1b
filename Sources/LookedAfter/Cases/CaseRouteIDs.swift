/// The id of a route, as the table of routes has it: `step_down`.
public struct CaseRouteID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Lower-case words joined by underscores.
  public let rawValue: String

  /// Takes an id as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes an id written in code.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id.
  public var description: String { rawValue }

  /// The route of children whom a team keeps out of care, who are not looked after.
  public static let prevention: CaseRouteID = "prevention"

  /// The id as it is typed: `step-down`.
  public var typed: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}

/// The id of a stage within its route, as the table of stages has it: `with_legal`.
public struct CaseStageID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Lower-case words joined by underscores.
  public let rawValue: String

  /// Takes an id as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes an id written in code.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id.
  public var description: String { rawValue }

  /// The id as it is typed: `with-legal`.
  public var typed: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}

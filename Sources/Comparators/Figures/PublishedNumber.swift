import LookedAfter

/// A number as a publication printed it, or why there is none.
public enum PublishedNumber: Hashable, Sendable {
  /// The number, 0 or more.
  case printed(Int)
  /// There is none; never to be read as zero.
  case missing(MissingValue)

  /// The number; nil when there is none.
  public var value: Int? {
    if case .printed(let value) = self { value } else { nil }
  }

  /// Why there is none; nil when there is one.
  public var reason: MissingValue? {
    if case .missing(let reason) = self { reason } else { nil }
  }

  /// No published number of children reaches this; a larger one is a slip of the file.
  private static let limit = 1_000_000_000

  /// Reads a cell: a whole number, with or without commas between thousands, or a symbol; nil or
  /// blank is not printed.
  ///
  /// - Returns: nil for anything else, a negative number or one above 1,000,000,000.
  public init?(cell: String?) {
    guard let cell, !cell.isEmpty else {
      self = .missing(.notPrinted)
      return
    }
    if let reason = MissingValue(symbol: cell) {
      self = .missing(reason)
    } else if let number = Quantity(text: cell), number.decimals == 0,
      (0...Self.limit).contains(number.mantissa)
    {
      self = .printed(number.mantissa)
    } else {
      return nil
    }
  }

  /// The cell of a table of ours.
  var cell: String {
    switch self {
    case .printed(let value): String(value)
    case .missing(let reason): reason.symbol
    }
  }
}

/// What a manager wrote of a cohort in a month.
///
/// A figure in it may name the measure it states, as `{16 = pipeline.sgo.open}`: it is printed as it
/// was written, and can be checked against what is recorded. A figure that is left to the program
/// is written `{pipeline.sgo.open}`.
public struct Commentary: Sendable, Equatable {
  /// One piece of a commentary.
  public enum Piece: Sendable, Equatable {
    /// Words.
    case words(String)
    /// A figure, and the measure it states; nil when the program is to fill it in.
    case figure(stated: Int?, measure: MeasureID)
    /// Braces that hold neither: left as they are, and reported.
    case unreadable(String)
  }

  /// The pieces, in order.
  public let pieces: [Piece]

  /// How it came to be known.
  public let provenance: Provenance

  /// Splits a text into its pieces.
  public init(text: String, provenance: Provenance) {
    self.provenance = provenance
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      pieces.append(Self.piece(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    if let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      pieces.append(.unreadable(String(rest[open...])))
    } else if !rest.isEmpty {
      pieces.append(.words(String(rest)))
    }
    self.pieces = pieces
  }

  private static func piece(_ inside: Substring) -> Piece {
    let parts = inside.split(separator: "=", omittingEmptySubsequences: false)
      .map { $0.filter { !$0.isWhitespace } }
    let isMeasure = { (text: String) in
      !text.isEmpty && text.allSatisfy { $0.isLowercase || $0.isNumber || "._".contains($0) }
    }
    switch parts.count {
    case 1 where isMeasure(parts[0]) && Int(parts[0]) == nil:
      return .figure(stated: nil, measure: MeasureID(rawValue: parts[0]))
    case 2 where isMeasure(parts[1]):
      guard let stated = Int(parts[0]) else { return .unreadable("{\(inside)}") }
      return .figure(stated: stated, measure: MeasureID(rawValue: parts[1]))
    default: return .unreadable("{\(inside)}")
    }
  }

  /// The figures that the commentary states, with the measures they are of.
  public var statedFigures: [(stated: Int, measure: MeasureID)] {
    pieces.compactMap { piece in
      if case .figure(let stated?, let measure) = piece { return (stated, measure) }
      return nil
    }
  }
}

import Documents

/// What a paper goes through before it is shown or written: the place where figures that would let a
/// child be recognised are hidden.
public struct DisclosurePass: Sendable {
  private let apply: @Sendable (Document) throws -> Document

  /// Makes a pass.
  ///
  /// - Parameter apply: gives the paper as it may be shown; throws where it may not be shown at all.
  public init(_ apply: @escaping @Sendable (Document) throws -> Document) { self.apply = apply }

  /// The pass of an internal paper, which hides nothing.
  public static let identity = DisclosurePass { $0 }

  /// The paper as it may be shown.
  ///
  /// - Throws: whatever the pass does.
  public func callAsFunction(_ document: Document) throws -> Document { try apply(document) }
}

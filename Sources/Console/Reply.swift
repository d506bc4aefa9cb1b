import Documents

/// What comes of a command.
public struct Reply: Sendable {
  /// The answer, if the command gives one.
  public var document: Document?

  /// The form asked for with this command; nil for the session's.
  public var format: OutputFormat?

  /// What is to be given just as it is, such as a paper that was kept.
  public var exact: RenderedDocument?

  /// A paper for the file that answers go to; without such a file it is not shown.
  public var paper: RenderedDocument?

  /// Whether the answer is that the store cannot be trusted.
  public var isStoreUnsound = false

  /// A sentence or two about what was done, for standard error.
  public var message: String?

  /// Whether the person wants to leave.
  public var quits = false

  /// Makes a reply.
  init(document: Document? = nil, message: String? = nil, quits: Bool = false) {
    self.document = document
    self.message = message
    self.quits = quits
  }
}

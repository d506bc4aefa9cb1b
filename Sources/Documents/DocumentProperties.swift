/// What a file says of itself beside its title, its language and its day: nothing of who made it or
/// where, and no figure.
public struct DocumentProperties: Equatable, Sendable {
  /// The council or service whose paper it is; nil where that is not known.
  public var author: String?

  /// What the paper is about, in a few words.
  public var subject: String?

  /// Words to find it by.
  public var keywords: [String]

  /// Makes properties.
  public init(author: String? = nil, subject: String? = nil, keywords: [String] = []) {
    self.author = author
    self.subject = subject
    self.keywords = keywords
  }

  /// The properties with every text passed through.
  func forPeople(_ transform: (String) -> String) -> DocumentProperties {
    DocumentProperties(
      author: author.map(transform), subject: subject.map(transform),
      keywords: keywords.map(transform))
  }
}

extension Document {
  /// The line under the title: the day of the figures and, for a meeting, that of the meeting; nil for
  /// neither.
  var dateLine: String? {
    switch (meeting, asAt) {
    case (let meeting?, let day?): "For the meeting on \(meeting); figures as at \(day)"
    case (let meeting?, nil): "For the meeting on \(meeting)"
    case (nil, let day?): "As at \(day)"
    case (nil, nil): nil
    }
  }
}

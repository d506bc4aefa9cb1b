/// The council whose children are counted.
public struct Authority: Sendable, Equatable {
  /// The name, as its papers print it.
  public let name: String

  /// The code of the Office for National Statistics, such as `E06000019`; nil when not given.
  public let code: String?

  /// Makes an authority.
  public init(name: String, code: String?) {
    self.name = name
    self.code = code
  }
}

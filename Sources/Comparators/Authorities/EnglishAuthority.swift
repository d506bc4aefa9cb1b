import LookedAfter

/// An English authority that looks, or looked, after children.
public struct EnglishAuthority: Sendable, Equatable {
  /// The Department for Education's code of three digits: no two authorities ever share one.
  public let code: String

  /// The code of the Office for National Statistics, such as `E06000019`.
  public let gssCode: String

  /// The name as its own papers print it: `Kingston upon Hull`.
  public let name: String

  /// Other names that statistics print: `Kingston upon Hull, City of`.
  public let otherNames: [String]

  /// The region, in London `Inner London` or `Outer London`.
  public let region: String

  /// The first day; nil for one that was there before the first year of the tables.
  public let firstDay: CivilDate?

  /// The last day; nil for one that is there today.
  public let lastDay: CivilDate?

  /// The codes of the authorities that followed it.
  public let successorCodes: [String]

  /// Whether it is there no longer.
  public var isClosed: Bool { lastDay != nil }

  /// Whether it was there on a day.
  public func isThere(on day: CivilDate) -> Bool {
    firstDay.map { $0 <= day } ?? true && lastDay.map { day <= $0 } ?? true
  }

  /// The authority as a history holds it.
  public var authority: Authority { Authority(name: name, code: gssCode) }
}

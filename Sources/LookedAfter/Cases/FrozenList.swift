/// A list of children fixed on a day, so that what became of each can be told later.
///
/// The members do not change when cases do: that is what it is for.
public struct FrozenList: Sendable, Equatable {
  /// The name by which it is asked for: `the 49`.
  public let name: String
  /// The day on which the children were on the routes.
  public let day: CivilDate
  /// The routes.
  public let routes: [CaseRouteID]
  /// The children, each once, by their pseudonyms.
  public let children: [String]
  /// How many children the list is known to have, where that was stated: with counts alone it may
  /// be more than there are cases of.
  public let statedSize: Int?

  /// Makes a list; a child that is named twice is on it once.
  public init(
    name: String, day: CivilDate, routes: [CaseRouteID], children: [String], statedSize: Int? = nil
  ) {
    self.name = name
    self.day = day
    self.routes = routes
    var seen: Set<String> = []
    self.children = children.filter { seen.insert($0).inserted }
    self.statedSize = statedSize
  }

  /// How many children are on the list: those stated, or else those named.
  public var size: Int { max(statedSize ?? 0, children.count) }

  /// How many of them no case is known of.
  public var unknown: Int { size - children.count }
}

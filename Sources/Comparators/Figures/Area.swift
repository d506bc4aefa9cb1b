/// A place of which figures are published.
public enum Area: Hashable, Sendable {
  /// The whole of England.
  case england
  /// One of the nine regions, or Inner or Outer London.
  case region(String)
  /// An authority, by its code of three digits.
  case authority(String)

  /// What stands for the place in the tables: `England`, the name of the region or the code.
  public var key: String {
    switch self {
    case .england: "England"
    case .region(let name): name
    case .authority(let code): code
    }
  }

  /// The regions by the codes of the Office for National Statistics, Inner and Outer London after
  /// the whole of London.
  static let regions = [
    "E12000001": "North East", "E12000002": "North West", "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands", "E12000005": "West Midlands", "E12000006": "East of England",
    "E12000007": "London", "E12000008": "South East", "E12000009": "South West",
    "E13000001": "Inner London", "E13000002": "Outer London",
  ]

  /// England or a region by its name, with or without "the", whatever its capitals; nil for any
  /// other words, an authority's among them.
  public init?(named name: String) {
    var words = name.lowercased().split(separator: " ").joined(separator: " ")
    if words.hasPrefix("the ") { words.removeFirst(4) }
    if words == "england" {
      self = .england
    } else if let region = Area.regions.values.first(where: { $0.lowercased() == words }) {
      self = .region(region)
    } else {
      return nil
    }
  }

  /// The place that a key of the tables stands for; nil for one that is no place.
  init?(key: String) {
    if key == Area.england.key {
      self = .england
    } else if key.utf8.count == 3, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      self = .authority(key)
    } else if Area.regions.values.contains(key) {
      self = .region(key)
    } else {
      return nil
    }
  }
}

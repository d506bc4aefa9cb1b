import LookedAfter

/// Finds one of some things by words of its name, in any order and with any ending: "other
/// residential" is the cohort `residential-other`, "fostering" the one with foster carers.
struct NameMatcher<Item> {
  /// What is found by which words.
  private struct Entry {
    let item: Item
    /// The words of the id, then those of each name.
    let id: [String]
    let short: [String]
    let name: [String]
    /// How it is typed.
    let typed: String
  }

  private let entries: [Entry]

  /// - Parameter items: each with its id as it is typed, a short name and a full one.
  init(_ items: [(item: Item, typed: String, short: String, name: String)]) {
    entries = items.map {
      Entry(
        item: $0.item, id: Self.words($0.typed), short: Self.words($0.short),
        name: Self.words($0.name), typed: $0.typed)
    }
  }

  /// What some words may mean.
  enum Match {
    case one(Item)
    case several([String])
    case none
  }

  /// How each is typed.
  var typed: [String] { entries.map(\.typed) }

  /// What the words mean: the id counts before the short name, and that before the full name.
  func match(_ phrase: [String]) -> Match {
    let wanted = phrase.flatMap(Self.words)
    guard !wanted.isEmpty else { return .none }
    for names in [\Entry.id, \Entry.short, \Entry.name] {
      let found = entries.filter { Self.holds($0[keyPath: names], wanted) }
      let whole = found.filter { $0[keyPath: names].count == wanted.count }
      if let only = whole.first, whole.count == 1 { return .one(only.item) }
      if let only = found.first, found.count == 1 { return .one(only.item) }
      if found.count > 1 { return .several(found.map(\.typed)) }
    }
    return .none
  }

  /// Whether each wanted word begins another word of the name.
  private static func holds(_ name: [String], _ wanted: [String]) -> Bool {
    var left = name
    for word in wanted {
      let place =
        left.firstIndex(of: word) ?? left.firstIndex { begins($0, word) }
      guard let place else { return false }
      left.remove(at: place)
    }
    return true
  }

  private static func begins(_ name: String, _ word: String) -> Bool {
    if name.hasPrefix(word), word.count >= 2 { return true }
    // SGOs, PWPs.
    if word.count >= 4, word.hasSuffix("s"), name == String(word.dropLast()) { return true }
    let stem = Self.stem(word)
    return stem.count >= 4 && name.hasPrefix(stem)
  }

  /// A word without the ending of a plural, a past or a doing.
  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ions", "ion", "ied", "ed", "es", "s"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}

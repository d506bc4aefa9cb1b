import LookedAfter

/// Finds a comparator by what people call it.
public enum ComparatorName {
  /// The place of the comparator of a name, an id, or any part that belongs to it alone; nil when
  /// none is meant, or several.
  static func index(of name: String, among comparators: [Comparator]) -> Int? {
    let wanted = key(name)
    let names = comparators.map { comparator in
      [
        comparator.name, comparator.measure.name,
        String(comparator.measure.id.rawValue.drop { $0 != "." }.dropFirst()),
      ].map(key)
    }
    let tests: [(String) -> Bool] = [
      { $0 == wanted }, { $0.hasPrefix(wanted) }, { $0.contains(wanted) },
    ]
    for test in tests where !wanted.isEmpty {
      let matches = comparators.indices.filter { names[$0].contains(where: test) }
      if matches.count == 1, let only = matches.first { return only }
    }
    return nil
  }

  /// The comparator of a name that is known in a month: "sn" are statistical neighbours, and a name
  /// may end in 's.
  ///
  /// - Throws: `ReportError.unknownComparator` with those that there are.
  public static func comparator(
    _ name: String, in history: History, month: Month
  ) throws(ReportError) -> Comparator {
    let comparators = history.comparators(upTo: month)
    var name = name.lowercased().split(separator: " ").map { word in
      word.hasSuffix("'s")
        ? String(word.dropLast(2))
        : word.hasSuffix("'")
          ? String(word.dropLast())
          : String(word)
    }
    if name.first == "the" { name.removeFirst() }
    let wanted = name.joined(separator: " ")
    let initials = comparators.indices.filter { Self.initials(of: comparators[$0]) == wanted }
    if initials.count == 1, let only = initials.first { return comparators[only] }
    guard let index = index(of: wanted, among: comparators) else {
      throw .unknownComparator(wanted, known: comparators.map(\.name))
    }
    return comparators[index]
  }

  private static func initials(of comparator: Comparator) -> String {
    let words = comparator.name.split(separator: " ")
    return words.count < 2 ? "" : String(words.compactMap(\.first)).lowercased()
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

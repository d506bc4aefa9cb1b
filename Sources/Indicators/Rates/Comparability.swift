/// What speaks against setting two figures beside each other.
public enum Comparability {
  /// What differs between the years and the population editions of two rates; an edition that is
  /// not known differs from none.
  public static func cautions(
    years: (String, String), editions: (String?, String?) = (nil, nil)
  ) -> [Caution] {
    var cautions: [Caution] = []
    if years.0 != years.1 { cautions.append(.yearsDiffer(years.0, years.1)) }
    if let left = editions.0, let right = editions.1, left != right {
      cautions.append(.editionsDiffer(left, right))
    }
    return cautions
  }
}

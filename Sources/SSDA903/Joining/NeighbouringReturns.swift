/// Looks whether the returns of neighbouring years that are read together are of one authority, as is
/// looked at when a new return is joined with rows that are kept.
struct NeighbouringReturns {
  /// How many children whom a return should have there have to be before anything can be told.
  private static let fewest = 10

  /// What is known of two neighbouring years of an authority.
  private struct Pair {
    /// Children in care as the first year ended.
    var expected = 0
    /// Those of them of whom the second has an episode.
    var found = 0
    /// Children of the second year who are in an earlier one as well.
    var common = 0
    /// Those of them who have another date of birth in it.
    var birthsDiffer = 0
  }

  /// Refuses a return that lacks most of the children who were looked after as the year before ended,
  /// or gives many of them another date of birth.
  ///
  /// - Throws: `ReturnError.notWhatItClaims`.
  static func refuseStrangers(in merge: ReturnMerge) throws(ReturnError) {
    let years = merge.years.years
    guard years.count > 1 else { return }
    var pairs = Array(
      repeating: Array(repeating: Pair(), count: years.count), count: merge.authorities.count)
    for place in 0..<merge.children.count {
      let authority = Int(merge.children[place].authority)
      let present = merge.presence[place].returns
      for ordinal in 1..<years.count where years[ordinal] == years[ordinal - 1] + 1 {
        let isPresent = present & (1 &<< UInt64(ordinal)) != 0
        if merge.presence[place].yearEnds & (1 &<< UInt64(ordinal - 1)) != 0 {
          pairs[authority][ordinal].expected += 1
          if isPresent { pairs[authority][ordinal].found += 1 }
        }
        if isPresent, present & ((1 &<< UInt64(ordinal)) - 1) != 0 {
          pairs[authority][ordinal].common += 1
        }
      }
    }
    // A header may have a child twice.
    for key in Set(merge.bornOtherwise.map { $0.child * 64 + $0.ordinal }) {
      let (place, ordinal) = key.quotientAndRemainder(dividingBy: 64)
      pairs[Int(merge.children[place].authority)][ordinal].birthsDiffer += 1
    }
    for (authority, returns) in merge.returns.enumerated() {
      for ordinal in 1..<years.count where years[ordinal] == years[ordinal - 1] + 1 {
        let both: UInt64 = 3 &<< UInt64(ordinal - 1)
        guard returns.loaded & both == both else { continue }
        try refuse(pairs[authority][ordinal], year: years[ordinal], path: merge.path)
      }
    }
  }

  private static func refuse(_ pair: Pair, year: Int, path: String) throws(ReturnError) {
    let end =
      " so the two are of different authorities, or the ids were changed between them; import each"
      + " authority's returns by themselves, or write each row's authority into a column LA"
    guard pair.expected < fewest || pair.found * 2 >= pair.expected else {
      throw .notWhatItClaims(
        file: path,
        reason:
          "\(pair.expected - pair.found) of the \(pair.expected) children who were looked after as"
          + " the return to 31 March \(year - 1) ended are not in the return to 31 March \(year),"
          + end)
    }
    guard pair.birthsDiffer < 20 || pair.birthsDiffer * 4 <= pair.common else {
      throw .notWhatItClaims(
        file: path,
        reason: "\(pair.birthsDiffer) of the \(pair.common) children whom the return to 31 March"
          + " \(year) shares with earlier ones have another date of birth in it," + end)
    }
  }
}

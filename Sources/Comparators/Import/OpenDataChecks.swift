import LookedAfter

/// Looks for slips in a file of the department's open data. Nothing is changed or left out for them.
struct OpenDataChecks {
  let file: OpenDataFile
  let edition: ImportedEdition
  let directory: ComparatorDirectory

  /// More warnings of one kind than this are only counted.
  private static let limit = 5

  /// England and the regions are rounded to ten: half of that, for the sum of exact numbers.
  private static let tolerance = 5

  /// Sentences for a person.
  var warnings: [String] {
    shortened(unknownAuthorities) + shortened(wrongRates) + shortened(partial) + shortened(sums)
  }

  private var unknownAuthorities: [String] {
    edition.newAuthorities.map {
      "Check first: is \($0.name) a new authority? The code \($0.code) is not in the list of"
        + " authorities. If it is a slip, mend the file; otherwise it is taken as new from"
        + " \($0.firstDay?.inWords ?? "its first year") on, without statistical neighbours."
    }
  }

  private var wrongRates: [String] {
    file.rows.compactMap { row in
      guard let count = row.count.value, let rate = row.rate.value,
        let population = row.population.value, population > 0
      else { return nil }
      // Where counts are rounded to ten, the rate was taken from the exact one.
      let slack = row.area.isRounded ? Self.tolerance : 0
      let lowest = divideRoundingHalfAwayFromZero(max(count - slack, 0) * 10_000, by: population)
      let highest = divideRoundingHalfAwayFromZero((count + slack) * 10_000, by: population)
      guard !(lowest...highest).contains(rate) else { return nil }
      return "Line \(row.line): \(count) children of \(population) are not \(rate) per 10,000."
    }
  }

  /// The years of which not every authority is there, as when a part of the file was downloaded.
  private var partial: [String] {
    authoritiesByYear.compactMap { year, rows in
      let expected = directory.authoritiesOn31March(of: year, besides: edition.newAuthorities)
      let held = rows.count { expected.contains($0.area) }
      guard held < expected.count else { return nil }
      return "The file holds \(held) of the \(expected.count) authorities of \(year); the others"
        + " keep the figures they have."
    }
  }

  private var sums: [String] {
    authoritiesByYear.compactMap { year, rows in
      let expected = directory.authoritiesOn31March(of: year, besides: edition.newAuthorities)
      guard expected.isSubset(of: rows.map(\.area)),
        let england = edition.figure(.lookedAfter, year, of: .england)?.count.value
      else { return nil }
      let sum = rows.reduce(0) { $0 + ($1.count.value ?? 0) }
      let heldBack = rows.count { [.confidential, .roundsToZero].contains($0.count.reason) }
      // How many children are behind what was held back, no one can know.
      guard sum > england + Self.tolerance || heldBack == 0 && sum < england - Self.tolerance
      else { return nil }
      return "The authorities of \(year) add up to \(sum) children"
        + (heldBack == 0 ? "" : ", \(heldBack) held back,") + " and England has \(england)."
    }
  }

  private var authoritiesByYear: [(year: Int, rows: [OpenDataFile.Row])] {
    let rows = file.rows.filter { $0.measure == .lookedAfter && !$0.area.isRounded }
    return Dictionary(grouping: rows, by: \.year).sorted { $0.key < $1.key }
      .map { (year: $0.key, rows: $0.value) }
  }

  private func shortened(_ warnings: [String]) -> [String] {
    guard warnings.count > Self.limit else { return warnings }
    return warnings.prefix(Self.limit) + ["There are \(warnings.count - Self.limit) more like it."]
  }
}

extension Area {
  /// Whether its counts are rounded to ten.
  var isRounded: Bool {
    if case .authority = self { false } else { true }
  }
}

extension ComparatorDirectory {
  /// The authorities that were there on 31 March of a year, with those that a file brings.
  fileprivate func authoritiesOn31March(
    of year: Int, besides new: [EnglishAuthority]
  ) -> Set<Area> {
    guard let day = CivilDate(year: year, month: 3, day: 31) else { return [] }
    let there = authorities(on: day) + new.filter { $0.isThere(on: day) }
    return Set(there.map { .authority($0.code) })
  }
}

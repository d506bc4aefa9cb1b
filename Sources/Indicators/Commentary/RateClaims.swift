import LookedAfter

/// Reads the authority's rate per 10,000, in whole numbers.
struct RateClaims {
  let history: History
  let month: Month

  /// What a claim of the rate is of.
  static let measure: MeasureID = "rate"

  private static let around: Set = [
    "the", "our", "rate", "is", "now", "of", "stands", "at", "was", "looked", "after", "children",
    "a", "this", "gives", "and", "month", "end", "in", "with",
  ]

  /// The claim of a figure that is the rate; nil for any other, and for a comparator's.
  func claim(_ figure: StatedFigure) -> CommentaryClaim? {
    let after = figure.after.map(\.text)
    guard figure.before.contains(where: { $0.text == "rate" }),
      figure.before.allSatisfy({ Self.around.contains($0.text) || figure.context.isTime($0) }),
      after.first == "per", ["10,000", "10000", "ten"].contains(after.dropFirst().first ?? "")
    else { return nil }
    let behind = after.dropFirst(after.dropFirst().first == "ten" ? 3 : 2)
    let known: Set = ["children", "population", "aged", "0", "to", "17", "under", "18", "the"]
    guard behind.allSatisfy(known.contains) else { return nil }
    let snapshots = history.snapshots(for: month)
    var rates = history.populations.flatMap { population in
      snapshots.compactMap { snapshot in
        snapshot.total.flatMap {
          RatePer10000(children: $0.value, population: population.number.value)?.rounded().whole
        }
      }
    }
    rates += snapshots.compactMap { $0.printedRate?.value.rounded(toDecimals: 0).whole }
    if let population = history.population(for: month)?.number.value,
      let total = snapshots.compactMap({ $0.total?.value }).first,
      let inUse = RatePer10000(children: total, population: population)?.rounded().whole
    {
      rates.insert(inUse, at: 0)
    }
    return rates.isEmpty
      ? nil : CommentaryClaim(stated: figure.number, measure: Self.measure, recorded: rates)
  }
}

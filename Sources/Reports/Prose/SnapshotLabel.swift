import LookedAfter

extension Snapshot {
  /// The day and the basis of the count: `2 November 2020, weekly data`.
  var label: String { asAtInWords + (basis.map { ", \($0.name)" } ?? "") }
}

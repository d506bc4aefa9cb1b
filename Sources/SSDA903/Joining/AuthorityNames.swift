/// The codes of the authorities in all files, in order.
struct AuthorityNames {
  let all: [String]
  private let places: [String: UInt16]

  init(_ reading: ReturnReading) {
    var names: Set<String> = []
    for file in reading.files {
      for stretch in file.episodes {
        var last: UInt16?
        for run in stretch.rows.runs where run.authority != last {
          last = run.authority
          names.insert(stretch.rows.authorities[Int(run.authority)])
        }
      }
    }
    all = names.isEmpty ? [""] : names.sorted()
    places = Dictionary(
      uniqueKeysWithValues: all.enumerated().map { ($1, UInt16(truncatingIfNeeded: $0)) })
  }

  var count: Int { all.count }

  /// The place of a code. A header without the column LA goes with the only authority there is.
  func place(of name: String) -> UInt16 { places[name] ?? (all.count == 1 ? 0 : .max) }
}

import Comparators
import LookedAfter

extension FuzzTarget {
  /// The department's open data, as `import comparators` takes it, up to the form in which a history
  /// keeps it, which has to be read back.
  static let comparatorsCSV = FuzzTarget(
    "comparators-csv",
    words: [
      "National", "Regional", "Local authority", "E92000001", "E12000005", "884", "E06000019",
      "202425", "2025", "Children looked after at 31 March", "Children starting to be looked after",
      "c", "z", "x", "k", "low", "u", "9223372036854775807", "-1", "66.5", "\r\n",
    ]
  ) {
    let directory = try ComparatorDirectory.shipped()
    guard let day = CivilDate(iso: "2026-11-19") else { return { _ in } }
    return { bytes in
      let file = try OpenDataFile(bytes: bytes, file: "open.csv")
      let preview = try directory.preview(file, publishedOn: day)
      let files = preview.edition.files
      try requireSame(files, as: "the kept edition") {
        try ImportedEdition(files: files, name: "kept").files
      }
    }
  }
}

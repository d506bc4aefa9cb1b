import PublishedRows

/// A year's publication as the department issues it, of two places.
enum OpenDataLines {
  static let file = OpenData.file([
    OpenData.england(2026, 80_990, 66, 12_200_000),
    OpenData.herefordshire(2026, "330", "96", "34400"),
  ])
}

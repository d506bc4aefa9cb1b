/// A time of the log as people read it.
enum TimeInWords {
  /// `2020-12-07 09:00:00` of `2020-12-07T09:00:00Z`; what is not of that form as it is.
  static func of(_ recordedAt: String) -> String {
    let parts = recordedAt.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let last = parts.last, last.last == "Z" else { return recordedAt }
    return "\(parts[0]) \(last.dropLast())"
  }
}

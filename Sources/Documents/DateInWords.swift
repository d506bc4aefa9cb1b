/// Days as people write them.
public enum DateInWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `2020-11-02` as `2 November 2020`; what is not such a day comes back as it is.
  public static func day(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let month = Int(parts[1]), let day = Int(parts[2]),
      months.indices.contains(month - 1), (1...31).contains(day)
    else { return text }
    return "\(day) \(months[month - 1]) \(parts[0])"
  }
}

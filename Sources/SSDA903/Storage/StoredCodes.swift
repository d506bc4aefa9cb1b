/// The code lists as they were when something was stored: a code keeps its meaning though codes may
/// come between others later.
struct StoredCodes {
  /// For each list the number that a stored code has today.
  private var lists: [[UInt8]]

  /// Writes the lists, each code as the return writes it.
  static func write(to writer: inout ByteWriter) {
    for texts in all { writer.append(texts) { $0.append($1) } }
  }

  private static let all = [
    ReasonForNewEpisode.texts, LegalStatus.texts, CategoryOfNeed.texts, Placement.texts,
    PlacementProvider.texts, ReasonEpisodeCeased.texts, ReasonForPlacementChange.texts,
  ]

  /// Reads the lists; a code that is in none of today's is taken as not valid.
  init(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    lists = []
    for known in Self.all {
      let texts = try reader.list { (reader) throws(ByteReader.Broken) in try reader.text() }
      lists.append(
        texts.map { text in
          known.firstIndex(of: text).map { UInt8(truncatingIfNeeded: $0) } ?? 1
        })
    }
  }

  /// The code of a list that has the place of the type among the lists.
  func code<Code: StatutoryCode>(
    _ list: Int, _ stored: UInt8, as type: Code.Type = Code.self
  ) throws(ByteReader.Broken) -> Code {
    guard lists.indices.contains(list), lists[list].indices.contains(Int(stored)),
      let code = Code(rawValue: lists[list][Int(stored)])
    else { throw ByteReader.Broken() }
    return code
  }
}

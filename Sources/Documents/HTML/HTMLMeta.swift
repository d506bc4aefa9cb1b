/// What a page says of itself at its head, for those who file it.
struct HTMLMeta {
  let properties: DocumentProperties
  /// The day of its figures, as `yyyy-mm-dd`.
  let day: String?

  init(_ properties: DocumentProperties, day: String?) {
    self.properties = properties
    self.day = day
  }

  var html: String {
    let lines: [(String, String?)] = [
      ("author", properties.author), ("description", properties.subject),
      (
        "keywords",
        properties.keywords.isEmpty ? nil : properties.keywords.joined(separator: ", ")
      ),
      ("dcterms.created", day),
    ]
    return lines.map { name, text in
      text.map { "<meta name=\"\(name)\" content=\"\(XMLText.escaped($0))\">\n" } ?? ""
    }.joined()
  }
}

import CSV

/// Reads the XML form of a return: the same rows, an element each.
enum XMLReturn {
  /// The columns under which the readers take the elements' texts.
  private static let episodeColumns = [
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
    "REASON_PLACE_CHANGE",
  ]
  private static let headerColumns = ["CHILD", "SEX", "DOB", "ETHNIC", "UASC", "DUC"]

  /// Whether the text begins like a return: its first element is one.
  static func isReturn(_ bytes: ArraySlice<UInt8>) -> Bool {
    Array(bytes).withUnsafeBufferPointer { bytes in
      var scanner = XMLScanner(bytes)
      while let event = scanner.next() {
        switch event {
        case .start(let name): return text(bytes, name) == "EXPSSDA903"
        case .text: continue
        case .end, .finished: return false
        }
      }
      return false
    }
  }

  /// Reads every child of a return.
  ///
  /// - Throws: `ReturnError.notWhatItClaims` when the text is not well formed or too deep.
  static func read(
    _ bytes: [UInt8], name: String, tools: ReadingTools
  ) throws(ReturnError) -> (EpisodeRows, ChildRows) {
    var episodes = EpisodeReader(
      try TableColumns(.episodes, columns: episodeColumns, file: name), tools: tools)
    var children = ChildReader(
      try TableColumns(.header, columns: headerColumns, file: name), tools: tools)
    let failure = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var scanner = XMLScanner(bytes)
      var path: [String] = []
      var child = ""
      var header: [String] = []
      var episode: [String] = []
      var line = 1
      while true {
        switch scanner.next() {
        case nil: return scanner.line
        case .finished: return nil
        case .start(let range):
          let element = text(bytes, range).uppercased()
          path.append(element)
          if path.count == 2 { child = "" }
          if path.count == 3 {
            line = scanner.line
            header = Array(repeating: "", count: headerColumns.count)
            episode = Array(repeating: "", count: episodeColumns.count)
          }
        case .text(let range):
          guard let element = path.last, path.count >= 3 else { continue }
          let value = unescaped(bytes, range)
          if element == "CHILDID" || (element == "CHILD" && path.count > 2) { child += value }
          switch path.count > 3 ? path[2] : "" {
          case "HEADER":
            if let place = headerColumns.firstIndex(of: element) { header[place] += value }
          case "EPISODE":
            let column = element == "PL" ? "PLACE" : element
            if let place = episodeColumns.firstIndex(of: column) { episode[place] += value }
          default: continue
          }
        case .end:
          if path.count == 3 {
            if path[2] == "HEADER" {
              header[0] = child
              take(header, line, &children)
            } else if path[2] == "EPISODE" {
              episode[0] = child
              take(episode, line, &episodes)
            }
          }
          _ = path.popLast()
        }
      }
    }
    if let failure {
      throw .notWhatItClaims(
        file: name, reason: "the XML breaks off or is not well formed at line \(failure)")
    }
    return (episodes.out, children.out)
  }

  /// Hands texts to a reader as if they were a record of a file.
  private static func take(_ values: [String], _ line: Int, _ taker: inout some RecordTaker) {
    var bytes: [UInt8] = []
    var fields: [CSVField] = []
    for value in values {
      fields.append(CSVField(start: bytes.count, end: bytes.count + value.utf8.count))
      bytes += value.utf8
    }
    bytes += [UInt8](repeating: 0, count: 16)
    bytes.withUnsafeBytes { bytes in
      fields.withUnsafeMutableBufferPointer { fields in
        guard let base = bytes.baseAddress else { return }
        taker.take(
          Record(
            base: base, fields: fields, count: fields.count,
            line: UInt32(truncatingIfNeeded: line)))
      }
    }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    // A prefix of a name space says nothing here.
    return text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
  }

  private static func unescaped(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard text.contains("&") else { return text.trimmingBlanks }
    var out = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      rest = rest[start...].dropFirst()
      guard let end = rest.firstIndex(of: ";") else { break }
      out += entities[String(rest[..<end])] ?? ""
      rest = rest[end...].dropFirst()
    }
    return (out + rest).trimmingBlanks
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
}

import CSV

/// What a file turned out to be.
enum OpenedFile: Sendable {
  /// A table whose rows begin at `offset`, after `lines` lines.
  case table(TableColumns, offset: Int, lines: Int)
  /// The XML form of a return.
  case xml
  /// None of the return's tables.
  case other(reason: String)
}

extension ReturnFile {
  /// Tells what the file is from its first bytes.
  ///
  /// - Throws: `ReturnError.notWhatItClaims` when the name claims a table that is read and the
  ///   contents are something else.
  func recognise(isOnly: Bool) throws(ReturnError) -> OpenedFile {
    let claim = TableKind.claimed(by: stem)
    func other(_ reason: String) throws(ReturnError) -> OpenedFile {
      if claim?.isRead == true || isOnly {
        throw .notWhatItClaims(file: name, reason: reason)
      }
      return .other(reason: reason)
    }
    let bytes = try beginning()
    if bytes.isEmpty { return try other("the file is empty") }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try other("the file is in UTF-16; save it again as CSV UTF-8")
    }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      return try other("the file is a zip or a workbook, not text; save it as CSV")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return try other("the file is an old Excel workbook, not text; save it as CSV")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes[start...].first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
      return XMLReturn.isReturn(bytes[start...])
        ? .xml : try other("the file is XML, but not an SSDA903 return")
    }
    if name.lowercased().hasSuffix(".xml") { return try other("the file is named XML and is none") }
    var scanner = CSVScanner(position: start)
    var fields = [CSVField](repeating: CSVField(start: 0, end: 0), count: ReadingRoom.mostColumns)
    let step = bytes.withUnsafeBytes { window in
      fields.withUnsafeMutableBufferPointer {
        scanner.next(in: window, isLast: bytes.count < 1 << 16, into: $0)
      }
    }
    guard case .record(let count) = step, count <= fields.count else {
      return try other("the file does not begin with a line that names columns")
    }
    let columns = fields[..<count].map { field in
      String(decoding: bytes[field.start..<field.end], as: UTF8.self).uppercased()
        .trimmingBlanks
    }
    guard let kind = TableKind.of(columns: columns) else {
      let separator = columns.count == 1 ? columns[0].first { ";\t|".contains($0) } : nil
      return try other(
        separator == nil
          ? "the file has none of the return's columns"
          : "the values are not separated by commas; save the file as CSV")
    }
    if let claim, claim.isRead, claim != kind {
      throw .notWhatItClaims(
        file: name,
        reason: "the file is named like the table \(claim.rawValue) and has the columns of the"
          + " table \(kind.rawValue)")
    }
    return .table(
      try TableColumns(kind, columns: columns, file: name), offset: scanner.position,
      lines: scanner.line - 1)
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

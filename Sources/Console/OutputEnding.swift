import Documents

/// What there is to say about an output file: by its ending, and where there is nothing for it.
public enum OutputEnding {
  /// What is said where a file was named and no answer came to be written to it.
  public static func nothing(for path: String) -> String {
    "There was no answer to write, so \(path) was not written."
  }

  /// What has to be told beside an answer in a form that has no place for it: in CSV, that the rows
  /// of children were removed on which it rests.
  public static func untold(_ document: Document, in format: OutputFormat) -> String? {
    guard format == .csv else { return nil }
    let texts = document.blocks.compactMap { block -> String? in
      guard case .note(let note) = block, note.code == "rows-removed" else { return nil }
      return note.text
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// Refuses an ending that promises a form which cannot be written; a file without an ending, or
  /// with one that belongs to no form in particular, is the person's own choice of name.
  ///
  /// - Throws: `ConsoleError.refused` with the endings that there are.
  public static func check(_ path: String) throws(ConsoleError) {
    let ending = FilePath.ending(path).lowercased()
    guard
      ["doc", "pdf", "xls", "xlsx", "odt", "ods", "rtf", "svg", "png", "jpg", "jpeg", "gif"]
        .contains(ending)
    else {
      return
    }
    let known = OutputFormat.allCases.map { ".\($0.fileEnding)" }.joined(separator: ", ")
    throw .refused(
      "A file that ends in .\(ending) cannot be written; the endings are \(known)."
        + (ending == "pdf" ? " To make a PDF, save .docx from Word as PDF, or print .html." : ""))
  }
}

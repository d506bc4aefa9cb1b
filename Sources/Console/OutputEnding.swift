import Documents

/// What the ending of an output file says about its form.
public enum OutputEnding {
  /// Refuses an ending that promises a form which cannot be written; a file without an ending, or
  /// with one that belongs to no form in particular, is the person's own choice of name.
  ///
  /// - Throws: `ConsoleError.refused` with the endings that there are.
  public static func check(_ path: String) throws(ConsoleError) {
    let ending = FilePath.ending(path).lowercased()
    guard ["doc", "pdf", "xls", "xlsx", "odt", "ods", "rtf"].contains(ending) else {
      return
    }
    let known = OutputFormat.allCases.map { ".\($0.fileEnding)" }.joined(separator: ", ")
    throw .refused(
      "A file that ends in .\(ending) cannot be written; the endings are \(known)."
        + (ending == "pdf" ? " To make a PDF, save .docx from Word as PDF, or print .html." : ""))
  }
}

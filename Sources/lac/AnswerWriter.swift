import Console
import Documents
import FileAccess
import Glibc
import LineEditor

/// Brings answers to where they are wanted: the terminal, a pipe or a file.
final class AnswerWriter {
  private let file: String?
  private let replacesFile: Bool
  private let isPlain: Bool
  private let isPrivate: Bool
  private let mode: mode_t

  /// Whether answers have been written into a folder.
  private var isFolderWritten = false

  /// The bytes of the answers so far; nil while there is none.
  private var collected: [UInt8]?

  /// Answers that are still to be joined to one paper, and the form of that.
  private var paper: (documents: [Document], format: OutputFormat)?

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - file: where all answers go; nil for standard output.
  ///   - replacesFile: whether a file that is there may be replaced.
  ///   - isPlain: whether a screen reader is listening.
  ///   - isPrivate: whether the answers come from a history that only its owner may read, so that
  ///     the file is for the owner alone as well.
  /// - Throws: `FileError.exists`, before any command has run.
  init(file: String?, replacesFile: Bool, isPlain: Bool, isPrivate: Bool) throws {
    if let file, !replacesFile, !WholeFolder.isMeant(by: file), WholeFile.exists(file) {
      throw FileError.exists(path: file)
    }
    self.file = file
    self.replacesFile = replacesFile
    self.isPlain = isPlain
    self.isPrivate = isPrivate
    mode = isPrivate ? 0o600 : 0o644
  }

  /// Whether a screen reader is listening.
  var isForScreenReader: Bool { isPlain }

  /// Writes an answer in a form.
  ///
  /// Answers in a form that holds one paper are joined, and written when the last is there; to a
  /// person at the prompt each is shown at once. What a form has no place for goes to standard error.
  ///
  /// - Parameter pages: whether an answer that is taller than the terminal goes through `$PAGER`.
  /// - Throws: `FileError` when standard output cannot be written, `ConsoleError.refused` when the
  ///   form cannot be shown.
  func write(_ document: Document, format: OutputFormat, pages: Bool) throws {
    if let untold = OutputEnding.untold(document, in: format) { StandardStreams.report(untold) }
    if format.holdsOneDocument, file != nil || !pages {
      if paper?.format != format {
        try writePaper()
        paper = ([], format)
      }
      paper?.documents.append(document)
    } else {
      try write(
        document.rendered(as: format, style: style), pages: pages, keepsColour: format == .text)
    }
  }

  /// Writes an answer as it is.
  ///
  /// - Parameter keepsColour: whether the program set the colours of the answer itself.
  /// - Throws: `FileError` when standard output cannot be written, `ConsoleError.refused` when it
  ///   would spoil the terminal.
  func write(_ answer: RenderedDocument, pages: Bool, keepsColour: Bool = false) throws {
    try writePaper()
    guard file == nil else {
      collected = (collected ?? []) + answer.bytes
      return
    }
    guard case .text(let text) = answer else {
      if Terminal.isTerminal(descriptor: 1) {
        throw ConsoleError.refused(
          "This form cannot be shown on a terminal; add --output and the name of a file.")
      }
      return try StandardStreams.write(answer.bytes)
    }
    if pages, let pager, isTallerThanTheTerminal(text) {
      // A less that says nothing else of it shows colour and characters as they are.
      // Nor does it know that its keys are not those of the prompt, or that it is to run nothing.
      setenv("LESS", "FRX -Ps" + "Space shows more, q goes back to lac", 0)
      setenv("LESSSECURE", "1", 1)
      setenv("LESSCHARSET", "utf-8", 0)
      let shown = PlainText.forTerminal(text, keepsColour: keepsColour)
      if (try? Pager.page(shown, command: pager)) == true { return }
    }
    try StandardStreams.show(text, keepsColour: keepsColour)
  }

  /// Writes a paper to the file, where there is one; a paper is not shown on a terminal.
  ///
  /// - Throws: `FileError` or `ConsoleError.refused`.
  func writeToFile(_ paper: RenderedDocument) throws {
    guard file != nil else { return }
    try write(paper, pages: false)
  }

  /// Writes what is still to be joined, and the file, if there is one, as a whole; without any answer
  /// it is left alone.
  ///
  /// - Throws: `FileError` or `ConsoleError.refused`.
  func finish() throws {
    try writePaper()
    guard let file, !isFolderWritten else { return }
    guard let collected else {
      StandardStreams.report(OutputEnding.nothing(for: file))
      return
    }
    try WholeFile.write(collected, to: file, replacing: replacesFile, mode: mode)
    StandardStreams.report("Wrote \(file) (\(collected.count) bytes).")
  }

  /// Joins the answers that wait for it, and writes them.
  private func writePaper() throws {
    guard let waiting = paper else { return }
    paper = nil
    let document = Document(joining: waiting.documents)
    if let file, WholeFolder.isMeant(by: file), waiting.format == .csv || waiting.format == .zip {
      isFolderWritten = true
      return StandardStreams.report(
        try FolderOutput.write(
          document, to: file, replacing: replacesFile, isPrivate: isPrivate))
    }
    try write(document.rendered(as: waiting.format, isFile: file != nil), pages: false)
  }

  /// Width and colour of the terminal; 80 columns without colour elsewhere.
  private var style: TextRenderer.Style {
    guard file == nil, Terminal.isTerminal(descriptor: 1) else {
      return .init(width: 80, colour: false, plain: isPlain)
    }
    let noColour = StandardStreams.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    return .init(
      width: Terminal.size()?.columns ?? 80, height: Terminal.size()?.rows,
      colour: !noColour && !isPlain && Terminal.understandsEscapes, plain: isPlain)
  }

  /// The person's pager, or `less` where there is none; nil when paging is switched off.
  private var pager: String? {
    guard Terminal.isInteractive, !isPlain else { return nil }
    guard let chosen = StandardStreams.variable("PAGER") else { return "less" }
    return chosen.isEmpty || chosen == "cat" ? nil : chosen
  }

  private func isTallerThanTheTerminal(_ text: String) -> Bool {
    guard let rows = Terminal.size()?.rows else { return false }
    return text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } >= rows
  }
}

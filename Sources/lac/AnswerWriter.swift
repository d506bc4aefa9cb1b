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
  private let mode: mode_t
  private var collected: String?

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
    if let file, !replacesFile, WholeFile.exists(file) { throw FileError.exists(path: file) }
    self.file = file
    self.replacesFile = replacesFile
    self.isPlain = isPlain
    mode = isPrivate ? 0o600 : 0o644
  }

  /// Whether a screen reader is listening.
  var isForScreenReader: Bool { isPlain }

  /// Writes an answer in a form.
  ///
  /// - Parameter pages: whether an answer that is taller than the terminal goes through `$PAGER`.
  /// - Throws: `FileError` when standard output cannot be written.
  func write(_ document: Document, format: OutputFormat, pages: Bool) throws(FileError) {
    try write(Rendering.text(of: document, format: format, style: style), pages: pages)
  }

  /// Writes a text as it is.
  ///
  /// - Throws: `FileError` when standard output cannot be written.
  func write(_ text: String, pages: Bool) throws(FileError) {
    guard file == nil else {
      collected = (collected ?? "") + text
      return
    }
    if pages, let pager, isTallerThanTheTerminal(text) {
      // A less that says nothing else of it shows colour and characters as they are.
      // Nor does it know that its keys are not those of the prompt, or that it is to run nothing.
      setenv("LESS", "FRX -Ps" + "Space shows more, q goes back to lac", 0)
      setenv("LESSSECURE", "1", 1)
      setenv("LESSCHARSET", "utf-8", 0)
      if (try? Pager.page(text, command: pager)) == true { return }
    }
    try StandardStreams.write(text)
  }

  /// Writes a paper to the file, where there is one; a paper is not shown on a terminal.
  func writePaper(_ text: String) {
    guard file != nil else { return }
    collected = (collected ?? "") + text
  }

  /// Writes the file, if there is one, as a whole; without any answer it is left alone.
  ///
  /// - Throws: `FileError`.
  func finish() throws {
    guard let file else { return }
    guard let collected else {
      StandardStreams.report(OutputEnding.nothing(for: file))
      return
    }
    try WholeFile.write(Array(collected.utf8), to: file, replacing: replacesFile, mode: mode)
    StandardStreams.report("Wrote \(file) (\(collected.utf8.count) bytes).")
  }

  /// Width and colour of the terminal; 80 columns without colour elsewhere.
  private var style: TextRenderer.Style {
    guard file == nil, Terminal.isTerminal(descriptor: 1) else {
      return .init(width: 80, colour: false, plain: isPlain)
    }
    let noColour = StandardStreams.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    return .init(
      width: Terminal.size()?.columns ?? 80,
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

import CLibedit
import CLineEditor
@preconcurrency import Glibc

extension LineEditor {
  /// Shows the prompt and reads one line.
  ///
  /// The prompt is one row of UTF-8 text. It may have bold and colour sequences (`ESC [ … m`) in
  /// it, which are taken out when `Options.colour` is false. It should end in a blank.
  public func read(prompt text: String) -> Reading {
    prompt = Prompt(text, colour: options.colour && understandsEscapes)
    Interruption.clear()
    // `edit off` in the user's file is obeyed, but then the terminal does the little there is.
    guard le_is_editing(handle) == 1 else { return readPlainly() }

    wasCancelled = false
    el_resize(handle)
    le_begin_editing(Int32(prompt.columns), understandsEscapes ? 1 : 0)
    var count: Int32 = 0
    let bytes = el_gets(handle, &count)
    // libedit's own buffer: copied at once.
    let line = bytes.map { String(cString: $0) }
    le_end_editing()

    if wasCancelled { return .cancelled }
    guard let line, count > 0 else {
      le_write("\n")
      le_flush()
      return .endOfInput
    }
    return .line(LineEditor.withoutBreak(line))
  }

  /// A line as the terminal itself edits it.
  private func readPlainly() -> Reading {
    le_write(prompt.plain)
    le_flush()
    var bytes: [UInt8] = []
    while true {
      if le_wait_for_input() == 0 {
        _ = le_take_resized()
        guard Interruption.isRequested else { continue }
        Interruption.clear()
        le_write("\n")
        le_flush()
        return .cancelled
      }
      var byte: UInt8 = 0
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count == 1 {
        if byte == UInt8(ascii: "\n") { break }
        bytes.append(byte)
      } else if count < 0, errno == EINTR || errno == EAGAIN {
        continue
      } else if bytes.isEmpty {
        le_write("\n")
        le_flush()
        return .endOfInput
      } else {
        break
      }
    }
    return .line(String(decoding: bytes, as: UTF8.self))
  }

  private static func withoutBreak(_ line: String) -> String {
    guard let last = line.last, last == "\n" || last == "\r\n" || last == "\r" else { return line }
    return String(line.dropLast())
  }

  /// The line as it is being edited.
  var line: LineText? {
    guard let information = el_line(handle)?.pointee, let buffer = information.buffer,
      let cursor = information.cursor, let end = information.lastchar
    else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: max(end - buffer, 0))
    return LineText(bytes: Array(bytes), cursor: cursor - buffer)
  }

  /// Moves from the cursor to the beginning of the row below the whole line, where other text can
  /// be printed.
  func leaveLine(_ line: LineText) {
    let columns = Terminal.size()?.columns ?? 80
    let rows = DisplayWidth.rowsBelow(
      promptColumns: prompt.columns, before: line.before, after: line.after, columns: columns)
    le_write(String(repeating: "\n", count: rows + 1))
  }
}

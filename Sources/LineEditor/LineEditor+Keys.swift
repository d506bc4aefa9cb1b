import CLibedit
import CLineEditor

extension LineEditor {
  private enum Command {
    static let cancel = "lac-cancel"
    static let complete = "lac-complete"
    static let paste = "lac-paste"
  }

  /// Our keys beside libedit's own emacs ones, in the notation of its `bind`.
  private static let keys: [(key: String, command: String)] = [
    ("^C", Command.cancel),
    ("^I", Command.complete),
    ("\\e[200~", Command.paste),
    ("^R", "em-inc-search-prev"),
    ("^S", "em-inc-search-next"),
    // As in other shells; libedit deletes a region here.
    ("^W", "ed-delete-prev-word"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[H", "ed-move-to-beg"), ("\\e[1~", "ed-move-to-beg"), ("\\e[7~", "ed-move-to-beg"),
    ("\\e[F", "ed-move-to-end"), ("\\e[4~", "ed-move-to-end"), ("\\e[8~", "ed-move-to-end"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;3C", "em-next-word"),
    ("\\e[1;5D", "ed-prev-word"), ("\\e[1;3D", "ed-prev-word"),
    // Keys that have no use here would leave their last few characters in the line.
    ("\\e[2~", "ed-ignore"), ("\\e[5~", "ed-ignore"), ("\\e[6~", "ed-ignore"),
    ("\\e[Z", "ed-ignore"), ("\\e[15~", "ed-ignore"), ("\\e[17~", "ed-ignore"),
    ("\\e[18~", "ed-ignore"), ("\\e[19~", "ed-ignore"), ("\\e[20~", "ed-ignore"),
    ("\\e[21~", "ed-ignore"), ("\\e[23~", "ed-ignore"), ("\\e[24~", "ed-ignore"),
    ("\\eOP", "ed-ignore"), ("\\eOQ", "ed-ignore"), ("\\eOR", "ed-ignore"),
    ("\\eOS", "ed-ignore"),
  ]

  /// Makes our commands known to libedit. Once only: it keeps the names for good.
  func addCommands() {
    le_add_command(handle, Command.cancel, "Give the line up") { handle, _ in
      LineEditor.editor(of: handle)?.cancel() ?? UInt8(CC_EOF)
    }
    le_add_command(handle, Command.complete, "Complete the word") { handle, _ in
      LineEditor.editor(of: handle)?.complete() ?? UInt8(CC_ERROR)
    }
    le_add_command(handle, Command.paste, "Take in pasted text") { handle, _ in
      LineEditor.editor(of: handle)?.paste() ?? UInt8(CC_ERROR)
    }
  }

  /// Binds our keys, at the start and whenever the user's file has reset them all.
  func bindKeys() {
    for (key, command) in LineEditor.keys {
      bind(key, to: command)
    }
  }

  /// What nobody may be without: Ctrl-C, since it is no signal while editing, and safe pasting.
  func bindEssentialKeys() {
    bind("^C", to: Command.cancel)
    bind("\\e[200~", to: Command.paste)
  }

  /// With vi keys Escape must go on leading to command mode at once. There, as libedit does it for
  /// the arrows, the rest of a function key's sequence is bound.
  private func bind(_ key: String, to command: String) {
    let escape = "\\e"
    guard le_uses_vi_keys(handle) == 1 else {
      le_bind(handle, key, command)
      return
    }
    if key.hasPrefix(escape) {
      le_bind_alternative(handle, String(key.dropFirst(escape.count)), command)
    } else {
      le_bind(handle, key, command)
      if command == Command.cancel {
        le_bind_alternative(handle, key, command)
      }
    }
  }

  private func cancel() -> UInt8 {
    wasCancelled = true
    let line = line ?? LineText(before: "", after: "")
    // With the cursor further left it would be written over the text.
    le_write(line.after.isEmpty ? "^C" : "")
    leaveLine(line)
    return UInt8(CC_EOF)
  }

  private func complete() -> UInt8 {
    guard let completer, let line else { return UInt8(CC_REFRESH_BEEP) }
    let edit = CompletionEdit(completer(line.before), at: line)
    guard edit != .nothing else { return UInt8(CC_REFRESH_BEEP) }
    if edit.deleting > 0 {
      el_deletestr(handle, Int32(clamping: edit.deleting))
    }
    if !edit.inserting.isEmpty {
      el_insertstr(handle, edit.inserting)
    }
    guard !edit.listing.isEmpty else { return UInt8(CC_REFRESH) }
    leaveLine(line)
    let size = Terminal.size() ?? (columns: 80, rows: 24)
    for row in CandidateList.rows(edit.listing, columns: size.columns, rows: size.rows) {
      le_write(row + "\n")
    }
    // The usual way to paint the line again wipes as many rows above it as it takes itself.
    le_refresh(handle)
    return UInt8(CC_NORM)
  }

  /// Reads up to the end mark of a paste, ESC [201~, and inserts the text as one line.
  private func paste() -> UInt8 {
    let end = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    while !pasted.suffix(end.count).elementsEqual(end) {
      var character: wchar_t = 0
      guard el_wgetc(handle, &character) == 1 else { break }
      // Should the end mark never come, Ctrl-C leads out.
      if character == 3 { break }
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else { continue }
      pasted.append(scalar)
    }
    if pasted.suffix(end.count).elementsEqual(end) {
      pasted.removeLast(end.count)
    }
    let isWhole = pasted.count <= PastedText.limit
    var text = String.UnicodeScalarView()
    text.append(contentsOf: pasted.prefix(PastedText.limit))
    if le_uses_vi_keys(handle) == 1 {
      // The mark's Escape has led to command mode, which moves the cursor back.
      el_cursor(handle, 1)
    }
    el_insertstr(handle, PastedText.clean(String(text)))
    return UInt8(isWhole ? CC_REFRESH : CC_REFRESH_BEEP)
  }
}

import CLibedit
import CLineEditor
@preconcurrency import Glibc

extension LineEditor {
  /// Obeys the user's `.editrc`, line by line and after our own keys are bound, so that the
  /// user's wish wins.
  ///
  /// libedit could read the file by itself. But `bind -e` and `bind -v`, common in such files,
  /// undo every binding there is, and ours have to be made again at that very place.
  func obeyInitFile() {
    guard let path = LineEditor.initFile, let text = LineEditor.contents(of: path) else { return }
    for line in text.split(whereSeparator: \.isNewline) {
      if obey(String(line)) {
        bindKeys()
      }
    }
    bindEssentialKeys()
  }

  /// The file that `EDITRC` names, or else `.editrc` in the home folder.
  private static var initFile: String? {
    if let named = getenv("EDITRC") { return String(cString: named) }
    return getenv("HOME").map { String(cString: $0) + "/.editrc" }
  }

  /// A text file, unless it is missing, unreadable or absurdly large.
  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// Obeys one line; true when it has reset all keys. libedit itself complains of mistakes, and
  /// ignores lines that begin with another program's name.
  private func obey(_ line: String) -> Bool {
    guard line.first(where: { !$0.isWhitespace }).map({ $0 != "#" }) == true,
      let tokenizer = tok_init(nil)
    else { return false }
    defer { tok_end(tokenizer) }
    var count: Int32 = 0
    var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    guard tok_str(tokenizer, line, &count, &words) == 0, count > 0, let words else { return false }
    let texts = (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
    guard el_parse(handle, count, words) == 0 else { return false }
    let isBind = texts.first.map { $0 == "bind" || $0.hasSuffix(":bind") } ?? false
    return isBind && texts.dropFirst().contains { $0 == "-e" || $0 == "-v" }
  }
}

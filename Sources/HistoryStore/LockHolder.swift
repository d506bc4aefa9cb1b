import FileAccess
import Glibc

/// A note beside a store that says who is writing to it, for whoever has to wait.
struct LockHolder {
  private let path: String

  /// The note of a store.
  init(ofStoreAt path: String) { self.path = path + ".writer" }

  /// Leaves the note; without it, the one who waits is told less, and nothing else is lost.
  func announce() {
    var machine = [CChar](repeating: 0, count: 256)
    gethostname(&machine, machine.count - 1)
    let name = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())"
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var since = [CChar](repeating: 0, count: 32)
    strftime(&since, since.count, "%Y-%m-%d %H:%M:%S UTC", &parts)
    let text = "\(name) on \(Self.string(machine)) since \(Self.string(since))"
    // Written in its place, so that a writer who is killed leaves no half file of another name; and
    // never through a link that someone else may have put there.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    _ = text.withCString { write(descriptor, $0, strlen($0)) }
    close(descriptor)
  }

  /// Takes the note away.
  func leave() { unlink(path) }

  /// Who is writing; nil when there is no note.
  var holder: String? {
    guard let bytes = try? WholeFile.read(path), (1..<1000).contains(bytes.count) else {
      return nil
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func string(_ characters: [CChar]) -> String {
    String(
      decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

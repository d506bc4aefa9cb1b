import TestSupport
import Testing

/// Names of files, arguments and the environment can hold any bytes; what the program says of them is
/// text that a terminal shows and does not obey.
@Suite("Arguments and file names that try to be more")
struct HostileArgumentTests {
  /// Escapes of a terminal, a C1 control, a turn of direction, a line separator and two bytes that are
  /// no UTF-8, as `printf` writes them.
  private static let words =
    #"a\033]0;mine\007\033[2J\302\2331m\342\200\256b\342\200\250c\303\050\360z"#

  /// The same without the bytes that are no UTF-8 and without a break, so that such a file can be named.
  private static let name = #"a\033]0;mine\007\033[2J\302\2331m\342\200\256b"#

  /// Lines of a shell in which `$W` are the words, `$N` is the name and `"$LAC"` is the program, each with the status that
  /// it leaves with.
  static let lines: [(line: String, status: Int32)] = [
    ("\"$LAC\" -c \"$W\"", 2),
    ("\"$LAC\" -c \"show $W\"", 2),
    ("\"$LAC\" -c \"what if $W\"", 2),
    ("\"$LAC\" -c \"trend '$W'\"", 2),
    ("\"$LAC\" \"--$W\"", 2),
    ("\"$LAC\" --format \"$W\" -c show", 2),
    ("\"$LAC\" --sample \"$W\" -c show", 2),
    ("\"$LAC\" --store \"$W.lac\" -c show", 4),
    ("\"$LAC\" --as-known-on \"$W\" -c show", 2),
    ("\"$LAC\" init --store new.lac --authority \"$W\"", 2),
    ("\"$LAC\" -f \"$W\"", 1),
    ("printf 'show\\n%s\\n' \"$W\" > \"$N.txt\"; \"$LAC\" -f \"$N.txt\"", 2),
    ("printf 'date,%s\\n' \"$W\" > \"$N.csv\"; \"$LAC\" -c \"import history \\\"$N.csv\\\"\"", 3),
    (
      "printf 'date,measure,value\\n2020-11,%s,3\\n' \"$W\" > h.csv; \"$LAC\" -c 'import history h.csv'",
      3
    ),
    ("printf 'lac %s' \"$W\" > \"$W.lac\"; \"$LAC\" --store \"$W.lac\" -c show", 4),
    (
      "mkdir \"$N\"; printf 'CHILD,DECOM\\n%s,1\\n' \"$W\" > \"$N/$N.csv\"; \"$LAC\" -c \"check 903 \\\"$N\\\"\"",
      3
    ),
    ("\"$LAC\" -c show --output \"$W/x.md\"", 1),
    ("\"$LAC\" -c show --output \"$W.md\"", 0),
    ("USER=\"$W\" LOGNAME=\"$W\" \"$LAC\" -c 'set ico 36 because \"'\"$W\"'\"' -c log", 0),
    ("HOME=\"$W\" TERM=\"$W\" LC_ALL=\"$W\" COLUMNS=\"$W\" PAGER=\"$W\" \"$LAC\" -c show", 0),
  ]

  @Test("Nothing that it writes drives the terminal", arguments: lines)
  func harmless(line: String, status: Int32) throws {
    let run = try Program().shell(
      "W=$(printf '\(Self.words)'); N=$(printf '\(Self.name)'); \(line)")
    let written = run.messages + run.text
    let harmful = written.unicodeScalars.filter(\.isHarmful)
    #expect(harmful.isEmpty, "\(line): \(harmful.map { String($0.value, radix: 16) })")
    #expect(!written.isEmpty)
    #expect(run.status == status, "\(line): \(run.messages)")
  }
}

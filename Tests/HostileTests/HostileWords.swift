/// Words that try to be more than words, wherever a person or a file can put them.
enum HostileWords {
  /// By what they try.
  static let all: [(aim: String, text: String)] = [
    ("terminal", "a\u{1B}]0;mine\u{7}\u{1B}[2J\u{9B}31m\u{90}q\u{7F}b"),
    ("direction", "a\u{202E}drah\u{2066}b\u{200F}\u{61C}"),
    ("page", "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b onload=\"x"),
    ("word processor", "]]></w:t><w:fldSimple w:instr=\"DDEAUTO c:\\x\"/><!--"),
    ("spreadsheet", "=cmd|' /C calc'!A1"),
    ("spreadsheet, at", "@SUM(1+1)"),
    ("spreadsheet, plus", "+1+cmd|'x'!A1"),
    ("markdown", "[x](javascript:alert(1)) ![i](http://x/i) `a` | b *c* # d"),
    ("database", "'; DROP TABLE observation; --"),
    ("format", "%s%n%@ {month} {authority} {meeting} \\(x) $(touch x) `touch x`"),
    ("long", String(repeating: "m\u{FC}de ", count: 400) + String(repeating: "z", count: 2000)),
    (
      "decomposed",
      "cafe\u{301} \u{1112}\u{1161}\u{11AB} a" + String(repeating: "\u{30A}", count: 60)
    ),
    ("joined", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F3F4}\u{E0067}\u{E0062}\u{E007F}"),
    ("lines", "one\r\ntwo\nthree\u{2028}four\u{85}five\tsix\u{B}seven"),
    ("nothing visible", "x\u{200B}\u{2060}\u{FEFF}\u{AD}\u{180E}y"),
    ("no characters", "a\u{0}\u{FFFE}\u{10FFFF}b"),
  ]
}

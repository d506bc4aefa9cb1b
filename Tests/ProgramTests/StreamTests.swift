import Testing

@Suite("Standard output and the environment")
struct StreamTests {
  static let boxes = Set("─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬━┃".unicodeScalars)
  var lac: Program

  init() throws {
    lac = try Program()
  }

  private func hasBoxes(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: Self.boxes.contains)
  }

  @Test("Through a pipe there is no colour, no pager and no prompt, whatever the environment")
  mutating func pipe() throws {
    try lac.folder.put("#!/bin/sh\ntouch \"$HOME/paged\"\ncat\n", at: "pager", mode: 0o755)
    lac.environment = [
      "TERM": "xterm-256color", "COLORTERM": "truecolor", "CLICOLOR_FORCE": "1",
      "PAGER": lac.folder.path + "/pager",
    ]
    let run = try lac.shell("printf 'help\\nupdate oct 2020\\n' | \"$LAC\" | cat")
    #expect(run.text.split(separator: "\n").count > 100)
    #expect(!run.output.contains(0x1B))
    #expect(!run.text.contains("lac Oct 2020>"))
    #expect(run.messages.isEmpty)
    #expect(lac.folder.names == ["pager"])
  }

  @Test("Output does not depend on the locale, the zone or NO_COLOR")
  mutating func environment() throws {
    let plain = try lac.run("-c", "update oct 2020")
    for environment in [
      ["LC_ALL": "C"], ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"], ["TZ": "Asia/Tokyo"],
      ["NO_COLOR": "1"], ["TERM": "dumb"], ["COLUMNS": "40"],
    ] {
      lac.environment = environment
      #expect(try lac.run("-c", "update oct 2020").output == plain.output, "\(environment)")
    }
  }

  @Test(
    "For a screen reader: no escape sequences, no lines of boxes",
    arguments: ["show", "update oct 2020", "compare", "help", "timeline", "reconcile"])
  mutating func plain(command: String) throws {
    let usual = try lac.run("-c", command)
    #expect(hasBoxes(usual.text))
    let option = try lac.run("--plain", "-c", command)
    lac.environment = ["ACCESSIBLE": "1"]
    let variable = try lac.run("-c", command)
    #expect(option.output == variable.output)
    #expect(option.status == 0)
    #expect(!hasBoxes(option.text))
    #expect(!option.output.contains(0x1B))
    #expect(option.title == "Title: \(usual.title)")
  }

  @Test("ACCESSIBLE is off when it is empty or 0", arguments: ["", "0"])
  mutating func accessibleOff(value: String) throws {
    lac.environment = ["ACCESSIBLE": value]
    #expect(hasBoxes(try lac.run("-c", "show").text))
  }

  @Test(
    "The program works from any folder, by any path and through a link",
    arguments: ["/", "/tmp", "/usr/bin"])
  func anyFolder(folder: String) throws {
    let usual = try lac.run("-c", "show")
    #expect(try lac.shell("cd \(folder) && \"$LAC\" -c show").output == usual.output)
    #expect(
      try lac.shell("ln -s \"$LAC\" \"$HOME/link\" && cd \(folder) && \"$HOME/link\" -c show")
        .output
        == usual.output)
    #expect(
      try lac.shell("PATH=$(dirname \"$LAC\"):$PATH && cd \(folder) && lac -c show").output
        == usual.output)
  }

  @Test("A reader that goes away ends the program quietly")
  func closedPipe() throws {
    // Enough to fill any pipe, so that the writer does meet the closed end.
    let many = String(repeating: " -c 'update oct 2020'", count: 12)
    let script = "{ \"$LAC\"\(many); echo $? >&2; } | head -n 1"
    let run = try lac.shell(script)
    #expect(run.text == "Looked after Children reduction update, October 2020\n")
    #expect(["0\n", "141\n"].contains(run.messages))
    // Those who start programs from Python leave the signal ignored.
    let ignored = try lac.shell("trap '' PIPE; " + script)
    #expect(ignored.text == run.text)
    #expect(ignored.messages == "0\n")
  }

  @Test("Closed streams do no harm")
  func closedStreams() throws {
    #expect(try lac.shell("\"$LAC\" -c show <&-").title == "Where the children stand, October 2020")
    #expect(try lac.shell("\"$LAC\" -c shwo 2>&-").status == 2)
    #expect(try lac.shell("\"$LAC\" -c 'save as a.lac' >&- 2>&-").status == 0)
    #expect(
      try lac.run("--store", "a.lac", "-c", "show").title
        == "Where the children stand, October 2020")
  }

  @Test("No message holds what could drive a terminal, whoever wrote it")
  mutating func messages() throws {
    try lac.folder.put(
      "kind,id,heading,text\nf\u{1B}[31moo,,,x\n", at: "own.csv", mode: 0o644)
    try lac.folder.put("date,mea\u{1B}[5msure,value\n", at: "figures.csv", mode: 0o644)
    try lac.folder.put("show\nshow \u{1B}]0;pwned\u{07}\n", at: "script", mode: 0o644)
    let folder = lac.folder.path
    for arguments in [
      ["-c", "template briefing from \(folder)/own.csv"],
      ["-c", "import history \(folder)/figures.csv"], ["-f", "\(folder)/script"],
      ["-c", "sh\u{1B}[31mow"], ["-c", "import history '\(folder)/a\u{1B}[31mb.csv'"],
      ["-c", "show ic\u{9B}5mo"], ["--format", "h\u{1B}[5mtml", "-c", "show"],
      ["--store", "\(folder)/\u{1B}[5m.lac", "-c", "show"],
    ] {
      let run = try lac.run(arguments)
      #expect(run.status != 0, "\(arguments)")
      #expect(!run.messages.isEmpty)
      let harmful = run.messages.unicodeScalars.filter { scalar in
        scalar != "\n" && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
      }
      #expect(harmful.isEmpty, "\(arguments)")
    }
  }
}

import Testing

@Suite("Commands without a prompt")
struct ScriptTests {
  let lac: Program

  init() throws {
    lac = try Program()
  }

  @Test("A command as an argument: the answer on standard output, nothing else anywhere")
  func oneCommand() throws {
    let run = try lac.run("-c", "show oct 2020")
    #expect(run.status == 0)
    #expect(run.title == "Where the children stand, October 2020")
    #expect(run.text.contains("Herefordshire had 336 children in its care on 2 November 2020"))
    #expect(run.messages.isEmpty)
    #expect(lac.folder.names.isEmpty)
  }

  @Test("Several commands share a session")
  func severalCommands() throws {
    let run = try lac.run("-c", "month sept", "-c", "format json", "-c", "flows", "-c", "show")
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.lines[0].hasPrefix("{\"title\":\"Joiners and leavers, September 2020\""))
    #expect(run.lines[1].hasPrefix("{\"title\":\"Where the children stand, September 2020\""))
    #expect(
      run.messages == "The month in view is September 2020.\nAnswers are written as json.\n")
  }

  @Test(
    "A file or standard input, whatever its line ends",
    arguments: [
      "# The start of the month.\n\nmonth sept\nshow\n", "month sept\r\nshow\r\n",
      "month sept\nshow", "\u{FEFF}month sept\r\nshow\r\n", "month sept\rshow\r",
      "month sept\nshow\nquit\nno such command\n",
    ])
  func script(text: String) throws {
    try lac.folder.put(text, at: "start of month.lac-script")
    let runs = [
      try lac.run("-f", "start of month.lac-script"), try lac.run(input: text),
      try lac.run("-f", "-", input: text),
      // A pipe, and a file that another program has begun to read.
      try lac.shell("cat | \"$LAC\"", input: Array(text.utf8)),
      try lac.shell("(read -r first; exec \"$LAC\")", input: Array(("first\n" + text).utf8)),
    ]
    for run in runs {
      #expect(run.status == 0)
      #expect(run.title == "Where the children stand, September 2020")
      #expect(run.messages == "The month in view is September 2020.\n")
    }
  }

  @Test("Nothing on standard input is nothing to do")
  func emptyInput() throws {
    let run = try lac.run()
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.messages.isEmpty)
  }

  @Test("The first error stops a script and names its line; what came before stays answered")
  func firstErrorStops() throws {
    try lac.folder.put("show\n\nshow foo\nflows\n", at: "a.txt")
    let run = try lac.run("-f", "a.txt")
    #expect(run.status == 2)
    #expect(run.title == "Where the children stand, October 2020")
    #expect(!run.text.contains("Joiners and leavers"))
    #expect(
      run.messages == "a.txt, line 3: \"foo\" is neither a cohort nor a month; press Tab or type"
        + " help show for what there is.\n")
    let input = try lac.run(input: "# a remark\nupdate jan 2020\nshow\n")
    #expect(input.status == 1)
    #expect(input.output.isEmpty)
    #expect(input.messages.hasPrefix("standard input, line 2: There is no snapshot for January"))
    let arguments = try lac.run("-c", "timeline", "-c", "shwo", "-c", "flows")
    #expect(arguments.status == 2)
    #expect(arguments.title == "Timeline")
    #expect(
      arguments.messages == "-c number 2: There is no command \"shwo\"; did you mean show?\n")
  }

  @Test("Bytes that are no text are told, not trapped on")
  func badUTF8() throws {
    let bytes = Array("show\nshow ".utf8) + [0xFF, 0xFE, 0x80, 0x00] + Array("\nflows\n".utf8)
    let run = try lac.run([], input: bytes)
    #expect(run.status == 2)
    #expect(run.title == "Where the children stand, October 2020")
    #expect(run.messages.hasPrefix("standard input, line 2: \""))
    #expect(run.messages.contains("is neither a cohort nor a month"))
  }

  @Test("Commands can come through a socket, as some programs connect their children")
  func socket() throws {
    let program = """
      socketpair(OURS, THEIRS, AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die;
      syswrite(OURS, "show\\n"); shutdown(OURS, 1);
      open(STDIN, "<&", THEIRS) or die; exec($ENV{LAC});
      """
    let run = try lac.shell("exec perl -MSocket -e \"$1\"", arguments: [program])
    #expect(run.messages.isEmpty)
    #expect(run.title == "Where the children stand, October 2020")
    #expect(run.status == 0)
  }

  @Test("The examples of help are lines that work")
  func examples() throws {
    let listed = try lac.run("-c", "examples", "--format", "json")
    // The first cell of each row: the line that is typed.
    let table = try #require(listed.text.split(separator: "\"rows\":[").last)
    let rows = table.split(separator: "[\"").compactMap { $0.split(separator: "\",\"").first }
    let asking = ["show", "compare", "flows", "pipeline", "update", "edge", "timeline", "save"]
    // A scenario has to be saved before it can be named.
    let script = rows.filter { row in
      asking.contains { row.hasPrefix($0) } && !row.contains("more carers")
    }
    #expect(script.count > 12)
    let run = try lac.run(input: script.joined(separator: "\n"))
    #expect(run.status == 0)
    #expect(
      lac.folder.names == [
        "history.lac", "october-public.html", "october.docx", "october.html", "october.json",
      ])
    #expect(run.messages.contains("Wrote october.docx ("))
    #expect(try lac.run(input: "backup copy.lac\nrestore copy.lac\nshow\n").status == 0)
  }
}

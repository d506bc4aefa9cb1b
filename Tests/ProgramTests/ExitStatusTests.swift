import Testing

@Suite("What the exit status tells a script")
struct ExitStatusTests {
  let lac: Program

  init() throws {
    lac = try Program()
  }

  @Test("0: done", arguments: [["-c", "show"], ["-c", ""], ["-c", "quit"], ["-c", "# remark"]])
  func done(arguments: [String]) throws {
    let run = try lac.run(arguments)
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
  }

  @Test("0: help and version go to standard output", arguments: ["--help", "--version"])
  func help(option: String) throws {
    let run = try lac.run(option)
    #expect(run.status == 0)
    #expect(run.text.contains("lac"))
    #expect(run.messages.isEmpty)
  }

  @Test(
    "1: a command failed",
    arguments: [
      (["-c", "show jan 2020"], "There is no snapshot for January 2020;"),
      (["-c", "flows feb 2020"], "Nothing is recorded of joiners and leavers for February 2020;"),
      (["--no-store", "-c", "show"], "Nothing is recorded yet,"),
      (["--no-store", "-c", "show latest"], "Nothing is recorded yet,"),
      (["-f", "none.txt"], "There is no file none.txt."),
      (
        ["-c", "project 12 months"],
        "A projection needs starts, leavers and the number looked after"
      ),
      (["-c", "what if 99 leave by sgo in nov"], "99 cannot leave \"SGO plan\" in November 2020:"),
      (["-c", "show", "--output", "none/x.md"], "The file none/x.md cannot be written:"),
      (["-c", "show --output none/x.md"], "The file none/x.md cannot be written:"),
    ])
  func failed(arguments: [String], sentence: String) throws {
    let run = try lac.run(arguments)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix(sentence))
    #expect(run.messages.split(separator: "\n").count == 1)
    #expect(lac.folder.names.isEmpty)
  }

  @Test(
    "2: the command line was not understood",
    arguments: [
      (["-c", "shwo"], "There is no command \"shwo\"; did you mean show?"),
      (["-c", "show --wide"], "There is no option --wide;"),
      (
        ["-c", "what if joiners fal 20%"],
        "\"fal\" is not clear; try: what if joiners fall 20%\n  what if joiners fal 20%\n"
          + "                  ^^^\n"
      ),
      (["-c", "show \"x"], "The quotation mark at column 6 is never closed;"),
      (["--wide"], "Error: Unknown option '--wide'"),
      (["show"], "To run a command and leave, write: lac -c 'show'\nError: Unexpected"),
      (["-c"], "Error: Missing value for '-c <command>'"),
      (["--format", "pdf", "-c", "show"], "Error: There is no format \"pdf\"; the formats are"),
      (["--store", "x", "--no-store"], "Error: --store and --no-store cannot both be given;"),
      (["-c", "show", "-f", "x"], "Error: -c and -f cannot both be given;"),
    ])
  func usage(arguments: [String], sentence: String) throws {
    let run = try lac.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix(sentence))
  }

  @Test("3: the shipped data was refused, with file, line and column")
  func brokenData() throws {
    var copy = try Program()
    let made = try copy.shell(
      """
      here=$(dirname "$LAC")
      mkdir bin && cp "$LAC" bin/ && cp -R "$here/lac_ShippedData.resources" bin/ &&
      sed -i '3s/,334,/,many,/' \
        bin/lac_ShippedData.resources/herefordshire/totals.csv
      """)
    try #require(made.status == 0, "\(made.messages)")
    copy.executable = copy.folder.path + "/bin/lac"
    let broken = try copy.run("-c", "show")
    #expect(broken.status == 3)
    #expect(broken.output.isEmpty)
    #expect(broken.messages.contains("herefordshire/totals.csv, line 3, column"))
    #expect(broken.messages.split(separator: "\n").count == 1)

    try #require(try copy.shell("rm -r bin/lac_ShippedData.resources").status == 0)
    let missing = try copy.run("-c", "show")
    #expect(missing.status == 3)
    #expect(
      missing.messages
        == "The folder \(copy.folder.path)/bin/lac_ShippedData.resources, which comes"
        + " with the program, is missing; put it back beside the program.\n")
  }

  @Test("4: the store could not be opened")
  func store() throws {
    let run = try lac.run("--store", "none.lac", "-c", "show")
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(lac.folder.names.isEmpty)
  }

  @Test("1: an answer that did not get out, which must not pass for one that did")
  func lostOutput() throws {
    let run = try lac.shell("\"$LAC\" -c show > /dev/full")
    #expect(run.status == 1)
    #expect(
      run.messages == "The answer could not be written to standard output: the disk is full.\n")
  }
}

import Testing

@Suite("--output")
struct OutputFileTests {
  let lac: Program

  init() throws {
    lac = try Program()
  }

  @Test("The paper goes into the file, in the form of its ending, and what was done is said")
  func paper() throws {
    let run = try lac.run("-c", "update oct 2020", "--output", "october.md")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let text = try lac.folder.text(of: "october.md")
    #expect(text.hasPrefix("# Looked after Children reduction update, October 2020\n"))
    #expect(run.messages == "Wrote october.md (\(text.utf8.count) bytes).\n")
    #expect(lac.folder.names == ["october.md"])
    let printed = try lac.run("-c", "update oct 2020", "--format", "markdown")
    #expect(printed.text == text)
  }

  @Test("The ending of the file says whether it is a page, a Word file, or tables")
  func forms() throws {
    for (name, beginning) in [
      ("october.html", "<!DOCTYPE html>\n<html lang=\"en-GB\">"), ("october.docx", "PK\u{3}\u{4}"),
      ("october.zip", "PK\u{3}\u{4}"), ("october.csv", "\"Children who became looked after"),
    ] {
      let run = try lac.run("-c", "update oct 2020", "--output", name)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try lac.folder.text(of: name).unicodeScalars.starts(with: beginning.unicodeScalars))
      // The same from the command as from the program, and the same a second time.
      let again = try lac.run("-c", "update oct 2020 --output again-\(name)")
      #expect(again.status == 0)
      #expect(try lac.folder.text(of: "again-\(name)") == lac.folder.text(of: name))
    }
    let pdf = try lac.run("-c", "update oct 2020", "--output", "october.pdf")
    #expect(pdf.status == 1)
    #expect(pdf.messages.contains("To make a PDF, save .docx from Word as PDF, or print .html."))
  }

  @Test("Answers in a form that holds one paper are joined to one")
  func joined() throws {
    let run = try lac.run("--output", "both.html", "-c", "flows", "-c", "flows september")
    #expect(run.status == 0, "\(run.messages)")
    let page = try lac.folder.text(of: "both.html")
    #expect(page.ranges(of: "<html").count == 1)
    #expect(page.contains("<title>Joiners and leavers, October 2020 and 1 more</title>"))
    #expect(page.contains(">Joiners and leavers, September 2020</h2>"))
    let piped = try lac.run("--format", "html", "-c", "flows", "-c", "flows september")
    #expect(piped.text == page)
  }

  @Test("All answers of a script go into it, one after the other")
  func several() throws {
    let run = try lac.run("--output", "all.json", input: "flows\nmonth sept\nflows\n")
    #expect(run.status == 0)
    let lines = try lac.folder.text(of: "all.json").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("{\"title\":\"Joiners and leavers, October 2020\""))
    #expect(lines[1].hasPrefix("{\"title\":\"Joiners and leavers, September 2020\""))
    #expect(run.messages.hasPrefix("The month in view is September 2020.\nWrote all.json ("))
  }

  @Test("A file that is there is not replaced, before anything is done")
  func notReplaced() throws {
    try lac.folder.put("mine", at: "a.md")
    for arguments in [
      ["--output", "a.md", "-c", "save as b.lac", "-c", "show"], ["-c", "show --output a.md"],
    ] {
      let run = try lac.run(arguments)
      #expect(run.status == 1)
      #expect(
        run.messages
          == "There is already a file a.md; add --force to replace it, or choose another name.\n")
    }
    #expect(try lac.folder.text(of: "a.md") == "mine")
    #expect(lac.folder.names == ["a.md"])
  }

  @Test("--force replaces it as a whole")
  func force() throws {
    try lac.folder.put(String(repeating: "mine ", count: 10_000), at: "a.md")
    let run = try lac.run("-c", "show", "--output", "a.md", "--force")
    #expect(run.status == 0)
    #expect(
      try lac.folder.text(of: "a.md") == lac.run("-c", "show", "--format", "markdown").text)
    #expect(lac.folder.names == ["a.md"])
  }

  @Test("A script that fails leaves the file as it was")
  func failure() throws {
    try lac.folder.put("mine", at: "a.md")
    let run = try lac.run("--output", "a.md", "--force", "-c", "show", "-c", "show foo")
    #expect(run.status == 2)
    #expect(try lac.folder.text(of: "a.md") == "mine")
    #expect(try lac.run("--output", "b.md", "-c", "show", "-c", "show jan 2020").status == 1)
    #expect(lac.folder.names == ["a.md"])
  }

  @Test("A paper is whole or not there, even when the program is ended in the middle")
  func atomic() throws {
    // A limit on the size of files ends the writing half way.
    try lac.folder.put("mine", at: "a.md")
    let run = try lac.shell(
      "ulimit -f 8; trap '' XFSZ; exec \"$LAC\" -c 'update oct 2020' -c 'update oct 2020'"
        + " --output a.md --force")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("The file a.md cannot be written: "))
    #expect(try lac.folder.text(of: "a.md") == "mine")
    #expect(lac.folder.names == ["a.md"])
  }

  @Test("A folder or a device is never replaced")
  func notAFile() throws {
    try lac.folder.put("", at: "folder/x")
    let folder = try lac.run("-c", "show", "--output", "folder", "--force")
    #expect(folder.status == 1)
    #expect(
      folder.messages == "The file folder cannot be written: it is a folder. Nothing was"
        + " changed.\n")
    #expect(lac.folder.exists("folder/x"))
    let pipe = try lac.shell("mkfifo pipe && \"$LAC\" -c show --output pipe --force; test -p pipe")
    #expect(pipe.status == 0)
    #expect(pipe.messages.contains("it is not an ordinary file"))
  }

  @Test("~ is the home folder in a command as well")
  func home() throws {
    let run = try lac.run("-c", "show --output ~/show.md", "-c", "save as ~/a.lac")
    #expect(run.status == 0)
    #expect(run.messages.hasPrefix("Wrote \(lac.folder.path)/show.md ("))
    #expect(lac.folder.names == ["a.lac", "show.md"])
  }

  @Test("Without an answer no file is made, and one that is there is left alone")
  func noAnswer() throws {
    try #require(try lac.run("-c", "save as a.lac").status == 0)
    for arguments in [
      ["-c", "set ico 36 oct 2020", "--output", "x.md"],
      ["-c", "set ico 37 oct 2020 --output x.md"], ["-c", "undo", "--output", "x.md"],
    ] {
      let run = try lac.run(["--store", "a.lac"] + arguments)
      #expect(run.status == 0)
      #expect(run.messages.hasSuffix("There was no answer to write, so x.md was not written.\n"))
      #expect(lac.folder.names == ["a.lac"])
    }
    try lac.folder.put("mine", at: "a.md")
    let run = try lac.run(
      "--store", "a.lac", "-c", "set ico 38 oct 2020", "--output", "a.md", "--force")
    #expect(run.status == 0)
    #expect(try lac.folder.text(of: "a.md") == "mine")
  }

  @Test("A paper that is published goes into it as it is kept, for its owner alone")
  func published() throws {
    try #require(try lac.run("-c", "save as a.lac").status == 0)
    let run = try lac.run("--store", "a.lac", "-c", "publish oct 2020", "--output", "pub.md")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let text = try lac.folder.text(of: "pub.md")
    #expect(text.hasPrefix("# Looked after Children reduction update, October 2020\n"))
    #expect(try lac.run("--store", "a.lac", "-c", "published oct 2020").text == text)
    #expect(try lac.folder.mode(of: "pub.md") == 0o600)
    let json = try lac.run("--store", "a.lac", "-c", "publish oct 2020", "--output", "pub.json")
    #expect(json.status == 0)
    #expect(try lac.folder.text(of: "pub.json").hasPrefix("{"))
    #expect(try lac.run("--store", "a.lac", "-c", "publish oct 2020").output.isEmpty)
    // The sample is nobody's own.
    #expect(try lac.run("-c", "show", "--output", "show.md").status == 0)
    #expect(try lac.folder.mode(of: "show.md") == 0o644)
  }
}

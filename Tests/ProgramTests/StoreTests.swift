import GRDB
import Testing

@Suite("A history of one's own")
struct StoreTests {
  let lac: Program

  init() throws {
    lac = try Program()
  }

  @Test(
    "What was saved gives the same paper, byte for byte, in every form",
    arguments: ["text", "markdown", "json"])
  func roundTrip(format: String) throws {
    let saved = try lac.run("-c", "save as \"my history.lac\"")
    #expect(saved.status == 0)
    #expect(saved.output.isEmpty)
    #expect(
      saved.messages
        == "Saved the history as my history.lac; open it with: lac --store \"my history.lac\"\n")
    #expect(try lac.folder.mode(of: "my history.lac") == 0o600)
    let sample = try lac.run("-c", "update oct 2020", "--format", format)
    let store = try lac.run(
      "--store", "my history.lac", "-c", "update oct 2020", "--format", format)
    #expect(sample.output.count > 5_000)
    #expect(store.output == sample.output)
    #expect(lac.folder.names == ["my history.lac"])
  }

  @Test("Reading leaves the file as it was, and saving again makes the same history")
  func readingChangesNothing() throws {
    try #require(try lac.run("-c", "save as a.lac").status == 0)
    let before = try lac.folder.bytes(of: "a.lac")
    let run = try lac.run("--store", "a.lac", "-c", "update oct 2020", "-c", "save as b.lac")
    #expect(run.status == 0)
    #expect(try lac.folder.bytes(of: "a.lac") == before)
    let both = try ["a.lac", "b.lac"].map {
      try lac.run("--store", $0, "-c", "update oct 2020", "-c", "timeline").output
    }
    #expect(both[0] == both[1])
  }

  @Test("A history is not replaced by save")
  func neverReplaced() throws {
    try lac.folder.put("mine", at: "a.lac")
    let run = try lac.run("-c", "save as a.lac --force")
    #expect(run.status == 4)
    #expect(
      run.messages
        == "There is already a file a.lac, and a history never replaces one; choose another name.\n"
    )
    #expect(try lac.folder.text(of: "a.lac") == "mine")
  }

  @Test("A file that is not there is not made")
  func missing() throws {
    let run = try lac.run("--store", "none.lac", "-c", "show")
    #expect(run.status == 4)
    #expect(
      run.messages
        == "There is no history at none.lac; to make one, type: lac init --store none.lac"
        + " --authority \"NAME OF YOUR COUNCIL\"\n")
    #expect(lac.folder.names.isEmpty)
  }

  @Test(
    "A file that is no history stays as it is",
    arguments: [
      "some text that is longer than a header of SQLite would be",
      String(repeating: "PK\u{3}\u{4}a paper of Word", count: 50),
    ])
  func notADatabase(text: String) throws {
    try lac.folder.put(text, at: "notes.txt")
    let run = try lac.run("--store", "notes.txt", "-c", "show")
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(
      run.messages == "The file notes.txt is not a lac history, or it is damaged; it was left as it"
        + " is.\n")
    #expect(try lac.folder.text(of: "notes.txt") == text)
    #expect(lac.folder.names == ["notes.txt"])
  }

  @Test("A database of another program is not taken for a history")
  func otherDatabase() throws {
    let name = "other.db"
    let queue = try DatabaseQueue(path: lac.folder.path + "/" + name)
    try queue.write { try $0.execute(sql: "CREATE TABLE children (name TEXT)") }
    try queue.close()
    let before = try lac.folder.bytes(of: name)
    let run = try lac.run("--store", name, "-c", "show")
    #expect(run.status == 4)
    #expect(
      run.messages == "The file \(name) is a database of another program, not a lac history; it was"
        + " left as it is.\n")
    #expect(try lac.folder.bytes(of: name) == before)
    #expect(lac.folder.names == [name])
  }

  @Test("A history of a newer version is not touched")
  func newerVersion() throws {
    try #require(try lac.run("-c", "save as new.lac").status == 0)
    let queue = try DatabaseQueue(path: lac.folder.path + "/new.lac")
    try queue.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 a table of tomorrow')")
    }
    try queue.close()
    let before = try lac.folder.bytes(of: "new.lac")
    let run = try lac.run("--store", "new.lac", "-c", "show")
    #expect(run.status == 4)
    #expect(
      run.messages
        == "The history new.lac was written by a newer version of lac; update lac to open"
        + " it. It was left as it is.\n")
    #expect(try lac.folder.bytes(of: "new.lac") == before)
  }

  @Test("A damaged history is refused in one sentence")
  func damaged() throws {
    try #require(try lac.run("-c", "save as a.lac").status == 0)
    var bytes = try lac.folder.bytes(of: "a.lac")
    for index in 4096..<bytes.count { bytes[index] = 0xAA }
    try lac.folder.put(bytes, at: "a.lac")
    let run = try lac.run("--store", "a.lac", "-c", "show")
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(run.messages.split(separator: "\n").count == 1)
    #expect(run.messages.contains("a.lac"))
  }

  @Test("A folder, and a path through a file, cannot be opened")
  func folder() throws {
    try lac.folder.put("", at: "folder/a.lac")
    let run = try lac.run("--store", "folder", "-c", "show")
    #expect(run.status == 4)
    #expect(run.messages.hasPrefix("The history folder cannot be opened; check that it is a file"))
    #expect(try lac.run("--store", "folder/a.lac/b.lac", "-c", "show").status == 4)
  }

  @Test("A folder that may not be entered", .enabled(if: Program.canRunAsAnotherUser))
  func unreadableFolder() throws {
    // Nothing is closed to the superuser.
    let run = try lac.shell(
      """
      mkdir closed && "$LAC" -c 'save as closed/a.lac' 2>/dev/null || exit 90
      chmod 000 closed
      \(Program.asAnotherUser) "$LAC" --store closed/a.lac -c show
      status=$?
      chmod 700 closed
      exit $status
      """)
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix("The history closed/a.lac cannot be opened; check that"))
  }

  @Test("An empty history is there to ask, and holds nothing")
  func noStore() throws {
    let run = try lac.run("--no-store", "-c", "help")
    #expect(run.status == 0)
    #expect(run.title == "Commands")
    #expect(try lac.run("--no-store", "-c", "update oct 2020").status == 1)
  }

  @Test("A history that was changed behind the program's back gives check status 4")
  func tampered() throws {
    try #require(try lac.run("-c", "save as a.lac").status == 0)
    #expect(try lac.run("--store", "a.lac", "-c", "check").status == 0)
    let queue = try DatabaseQueue(path: lac.folder.path + "/a.lac")
    try queue.write {
      try $0.execute(
        sql: """
          DROP TRIGGER observation_refuses_update;
          UPDATE observation SET mantissa = 99 WHERE measure = 'ico' AND period = '2020-10'
          """)
    }
    try queue.close()
    let run = try lac.run("--store", "a.lac", "-c", "check", "-c", "show")
    #expect(run.status == 4)
    let words = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        #/What entry 1 of the log \(of [-0-9]{10}: the sample history\) recorded/#))
    #expect(run.text.contains("Where the children stand"))
  }

  @Test(
    "A file that may only be read can be asked, and says that it cannot be written",
    .enabled(if: Program.canRunAsAnotherUser))
  func readOnly() throws {
    let run = try lac.shell(
      """
      chmod 755 . && "$LAC" -c 'save as a.lac' 2>/dev/null && chmod 444 a.lac || exit 90
      \(Program.asAnotherUser) "$LAC" --store a.lac -c show -c 'set ico 36 oct 2020'
      """)
    #expect(run.status == 4)
    #expect(run.title == "Where the children stand, October 2020")
    #expect(
      run.messages.contains(
        "The history a.lac may be read but not written; to record in it, you need permission to"
          + " write the file and its folder. Nothing was changed.\n"))
  }

  @Test("An authority that a large store does not hold is answered with the nearest")
  func unknownAuthority() throws {
    try #require(
      try lac.run("init", "--store", "a.lac", "--authority", "Herefordshire").status == 0)
    for name in ["Leeds", "Kent", "Surrey", "Devon", "Essex", "Dorset"] {
      try #require(
        try lac.run("init", "--store", "a.lac", "--authority", name, "--add").status == 0)
    }
    let near = try lac.run("--store", "a.lac", "-c", "authority Leads")
    #expect(near.status == 2)
    #expect(near.messages == "\"Leads\" is not one authority of this store; did you mean Leeds?\n")
    #expect(
      try lac.run("--store", "a.lac", "-c", "authority Narnia").messages
        == "\"Narnia\" is not one authority of this store; it could be any of 7; type more of its"
        + " name, or authority for all of them.\n")
  }
}

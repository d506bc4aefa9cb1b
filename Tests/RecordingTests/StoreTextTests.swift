import Comparators
import FileAccess
import GRDB
import HistoryFiles
import HistoryStore
import PromptSession
import Testing

/// The whole store as text, as a copy, and as something that can be trusted.
@Suite("A whole store") struct StoreTextTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt()
    try prompt.type("set ico 36 nov 2020 because \"£, é and \u{201C}quotes\u{201D}\"")
    try prompt.type("undo")
    try prompt.type("publish oct 2020")
  }

  @Test("is written as text and made anew from it, to the same bytes")
  func dump() throws {
    let text = prompt.folder.file("dump.txt")
    let copy = prompt.folder.file("copy.lac")
    try prompt.type("dump \(text)")
    try prompt.type("load \(text) as \(copy)")
    let store = try HistoryStore.open(path: copy)
    #expect(Array(try store.dump().utf8) == (try WholeFile.read(text)))
    #expect(try store.check().isEmpty)
  }

  @Test("is backed up while it is open, and restored with a copy of what was there")
  func restore() throws {
    let copy = prompt.folder.file("copy.lac")
    try prompt.type("backup \(copy)")
    try prompt.type("set ico 50 oct 2020 because \"wrong\"")
    try prompt.type("restore \(copy)")
    #expect(try prompt.number("ico", "2020-10") == 35)
    #expect(try prompt.folder.names().contains { $0.contains(".before-restore-") })
    #expect(try prompt.type("show ico oct 2020").contains("35 children"))
  }

  @Test(
    "is refused as a dump where a line is none, with its line and column",
    arguments: [
      ("something else\n", "line 1, column 1: this is not a dump; its first line is lac dump 1."),
      ("lac dump 1\nplace,i1\n", "line 2, column 1: there is no table \"place\"."),
      ("lac dump 1\nsource,i1,q\n", "line 2, column 11: \"q\" is not a value of a dump."),
      ("lac dump 1\nsource,i1,sx\n", "line 2: this row does not fit the table source."),
    ])
  func brokenDump(text: String, problem: String) throws {
    let file = try prompt.folder.write(text, to: "broken.txt")
    #expect(
      try prompt.refusal(of: "load \(file) as \(prompt.folder.file("new.lac"))")
        == "\(file), \(problem)")
    #expect(!WholeFile.exists(prompt.folder.file("new.lac")))
  }

  @Test("says what is not as it was dumped when a dump was edited")
  func editedDump() throws {
    let text = prompt.folder.file("dump.txt")
    let copy = prompt.folder.file("copy.lac")
    try prompt.type("dump \(text)")
    let dumped = String(decoding: try WholeFile.read(text), as: UTF8.self)
    let edited = try prompt.folder.write(
      dumped.replacing(",sico,s2020-10,", with: ",sicx,s2020-10,"),
      to: "edited.txt")
    #expect(try WholeFile.read(edited) != WholeFile.read(text))
    let reply = try #require(try prompt.console.respond(to: "load \(edited) as \(copy)"))
    #expect(reply.isStoreUnsound)
    #expect(
      reply.message?.contains("But it is not what was dumped. What entry 1 of the log") == true)
  }

  @Test("of another authority is not restored, and nothing is left behind")
  func otherAuthority() throws {
    let leeds = try AuthorityDirectory.shipped().find("Leeds")
    let path = prompt.folder.file("leeds.lac")
    try HistoryStore.inMemory(
      holding: .beginning(for: leeds),
      entry: .init(recordedAt: "2020-11-30T09:00:00Z", recordedBy: "setup", command: "init")
    ).save(as: path)
    let before = try prompt.folder.names()
    #expect(
      try prompt.refusal(of: "restore \(path)")
        == "\(path) is a history of Leeds, and this one is of Herefordshire; open it by itself with:"
        + " lac --store \(path). Nothing was changed.")
    #expect(try prompt.folder.names() == before)
    #expect(try prompt.number("ico", "2020-10") == 35)
  }

  @Test("that is none is refused as a backup with its own fault, however often")
  func brokenBackup() throws {
    let path = try prompt.folder.write("date,measure,value\n", to: "figures.csv")
    let before = try prompt.folder.names()
    for _ in 1...2 {
      #expect(
        try prompt.refusal(of: "restore \(path)")
          == "The file \(path) is not a lac history, or it is damaged; it was left as it is.")
    }
    #expect(try prompt.folder.names() == before)
  }

  @Test("is restored twice within a second, each time with a copy, and the log says so")
  func restoredTwice() throws {
    let copy = prompt.folder.file("copy.lac")
    try prompt.type("backup \(copy)")
    let bytes = try WholeFile.read(copy)
    try prompt.type("restore \(copy)")
    try prompt.type("restore \(copy)")
    #expect(try prompt.folder.names().filter { $0.contains(".before-restore-") }.count == 2)
    #expect(try prompt.store.log().last?.entry.command == "restore \(copy)")
    #expect(try prompt.type("log").contains("restore \(copy)"))
    #expect(try prompt.store.check().isEmpty)
    #expect(try WholeFile.read(copy) == bytes)
  }

  @Test("that was changed behind the program's back is no backup to restore from")
  func tamperedBackup() throws {
    let copy = prompt.folder.file("copy.lac")
    try prompt.type("backup \(copy)")
    let queue = try DatabaseQueue(path: copy)
    try queue.write {
      try $0.execute(
        sql: "DROP TRIGGER entry_refuses_update; UPDATE entry SET recorded_by = 'x' WHERE id = 1")
    }
    try queue.close()
    let before = try prompt.folder.names()
    #expect(
      try prompt.refusal(of: "restore \(copy)")
        == "\(copy) cannot be relied on. What entry 1 of the log (of 2020-11-30: sample) recorded, or"
        + " something before it, was changed behind the program's back; compare with a backup. Nothing"
        + " was changed.")
    #expect(try prompt.folder.names() == before)
  }
}

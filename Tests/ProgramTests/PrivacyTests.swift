@preconcurrency import Foundation
import PseudoTerminal
import Testing

/// What identifies a child does not leave the returns: no file that the program writes has it, and
/// nothing that it says.
@Suite("Nothing of a child gets out")
struct PrivacyTests {
  /// Where a planted word is in some bytes, as UTF-8 in any case or as UTF-16.
  private func planted(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let wide = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).lowercased()
    return PlantedReturns.planted.filter {
      text.contains($0.lowercased()) || wide.contains($0.lowercased())
    }
  }

  /// The planted words in every file below a folder but the returns.
  private func planted(below folder: Scratch) throws -> [String] {
    var found: [String] = []
    var count = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where !name.hasPrefix("returns") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder.path)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      count += 1
      found += planted(in: try folder.bytes(of: name)).map { "\(name): \($0)" }
    }
    #expect(count > 0)
    return found
  }

  /// A program with a folder of its own for temporary files, and a store.
  private func program() throws -> Program {
    var lac = try Program()
    _ = try PlantedReturns(in: lac.folder)
    try lac.folder.put("", at: "tmp/.keep")
    lac.environment = ["TMPDIR": lac.folder.path + "/tmp"]
    try #require(try lac.run("init", "--store", "h.lac", "--authority", "Kent").status == 0)
    return lac
  }

  @Test("No paper, file, answer or message has a name, an id, a pupil number or a postcode")
  func everything() throws {
    let lac = try program()
    let commands = [
      "check 903 returns plans returns/Plans.csv --errors found.csv",
      "import 903 returns plans returns/Plans.csv", "quality", "quality 141", "quality 144", "show",
      "trend total", "series total monthly", "reconcile", "flows", "log", "history ico mar 2025",
      "update mar 2025 --output update.docx", "update mar 2025 --output update.html",
      "update mar 2025 --output update.csv", "update mar 2025 --output update.zip",
      "update mar 2025 --output update.json", "update mar 2025 --output update.md",
      "briefing mar 2025 --output briefing.docx", "scorecard mar 2025 --output scorecard.html",
      "publish mar 2025", "published", "dump dump.txt", "export history history.csv",
      "backup copy.lac", "check",
    ]
    let run = try lac.run(["--store", "h.lac"] + commands.flatMap { ["-c", $0] })
    #expect(run.status == 0, "\(run.messages.suffix(300))")
    #expect(planted(in: run.output).isEmpty)
    #expect(planted(in: Array(run.messages.utf8)).isEmpty)
    #expect(run.messages.contains("Six returns, 2019-20 to 2024-25"))
    #expect(try planted(below: lac.folder).isEmpty)
    #expect(lac.folder.names.count > 12)
  }

  @Test("No error repeats what stands in a row")
  func errors() throws {
    let lac = try program()
    for (name, text) in [
      ("Header.csv", "CHILD,SEX,DOB,ETHNIC\nKID0 Zebedee,\"Quillfeather,1,2\nQX9 7ZZ\n"),
      (
        "Episodes.csv",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\nKID0001,Zebedee,\"x\"Quillfeather,,\n"
      ),
      ("r.xml", "<EXPSSDA903><CHILD><CHILDID>KID0001</CHILDID><Quillfeather>"),
    ] {
      try lac.folder.put(text, at: "returns/bad/\(name)")
      let run = try lac.run("--store", "h.lac", "-c", "import 903 returns/bad/\(name)")
      #expect(planted(in: Array(run.messages.utf8)).isEmpty, "\(run.messages)")
    }
    #expect(try planted(below: lac.folder).isEmpty)
  }

  @Test("While the prompt is open, no file that it holds open has any, nor the lines it remembers")
  func whileOpen() throws {
    let lac = try program()
    let environment = ["TMPDIR": lac.folder.path + "/tmp"]
    let terminal = try Prompt.start(
      Program.path, ["--store", "h.lac"], environment: environment, home: lac.folder)
    try terminal.readUntil("> ")
    try terminal.send("import 903 returns plans returns/Plans.csv\r")
    try terminal.readUntil("Type yes")
    try terminal.send("yes\r")
    try terminal.readUntil("Recorded")
    try terminal.send("forget KID0000713\r")
    try terminal.readUntil("forget KID0000713")
    try terminal.readUntil("> ")
    #expect(try planted(below: lac.folder).isEmpty)
    try terminal.send("no\r\u{04}")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(try planted(below: lac.folder).isEmpty)
    #expect(try lac.folder.text(of: ".local/state/lac/history").contains("import 903 returns"))
  }
}

import Foundation
import Glibc
import HistoryFiles
import HistoryStore
import LookedAfter
import TestSupport
import Testing

/// The program is killed at random moments of recording, importing, undoing and publishing; what it
/// acknowledged must be there afterwards, and the store must be sound.
///
/// 40 kills by default. `LAC_KILLS=400 swift test --disable-xctest --filter CrashTests` for more.
@Suite("A program that is killed", .serialized) struct CrashTests {
  private static let kills =
    ProcessInfo.processInfo.environment["LAC_KILLS"].flatMap(Int.init) ?? 40

  @Test("leaves a sound store with every command that it acknowledged")
  func killed() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history.lac")
    try HistoryStore.inMemory(
      holding: HistoryFolder.sample(named: "herefordshire"),
      entry: .init(recordedAt: "2020-11-30T09:00:00Z", recordedBy: "setup", command: "sample")
    ).save(as: path)
    var random = SeededGenerator(seed: 1)
    var work = CrashWork(folder: folder)
    var interrupted = 0
    for round in 0..<Self.kills {
      let script = try work.script(round: round)
      let delay = Double.random(in: 0.01...0.35, using: &random)
      let run = try CrashRun(store: path, script: script, folder: folder, killedAfter: delay)
      if run.wasKilled { interrupted += 1 }
      let store = try HistoryStore.open(path: path)
      let faults = try store.check()
      try #require(faults.isEmpty, "round \(round), killed after \(delay) s: \(faults)")
      try work.expectAcknowledged(run.acknowledgements, in: store, round: round)
    }
    // A writer who is killed leaves no half file of a name of its own, however often.
    #expect(try folder.names().filter { $0.contains(".part") }.isEmpty)
    // Were every run over before its kill, nothing would have been tried.
    #expect(interrupted > Self.kills / 4)
  }
}

/// One run of the program, killed after a while.
private struct CrashRun {
  let acknowledgements: [String]
  let wasKilled: Bool

  init(store: String, script: String, folder: TemporaryFolder, killedAfter delay: Double) throws {
    let errors = folder.file("errors.txt")
    try Data().write(to: URL(fileURLWithPath: errors))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("lac")
    process.arguments = ["--store", store, "-f", script]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    Thread.sleep(forTimeInterval: delay)
    wasKilled = process.isRunning
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    acknowledgements = try String(contentsOfFile: errors, encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }
}

/// What the program is given to do, and what it must have done where it said so.
private struct CrashWork {
  let folder: TemporaryFolder
  private var number = 1000

  init(folder: TemporaryFolder) { self.folder = folder }

  /// Commands of every kind that writes, each with a number of its own.
  mutating func script(round: Int) throws -> String {
    var lines: [String] = []
    for step in 0..<30 {
      number += 1
      lines.append("set total \(number) jan 2021 basis weekly because \"round \(round)\"")
      switch step % 6 {
      case 1: lines.append("import history \(try figures()) because \"round \(round)\"")
      case 3: lines.append("undo")
      case 4: lines.append("redo")
      case 2: lines.append("case add sgo C-\(number) on 5 oct 2020 because \"round \(round)\"")
      case 5: lines.append("publish oct 2020")
      default: break
      }
    }
    // After an undo there may be nothing to do again; a script would stop there.
    return try folder.write(
      lines.filter { $0 != "redo" }.joined(separator: "\n"), to: "script-\(round).txt")
  }

  private mutating func figures() throws -> String {
    number += 1
    let rows = (1990...2009).flatMap { year in
      (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0),started,\(number)" }
    }
    return try folder.write(
      "date,measure,value\n" + rows.joined(separator: "\n"), to: "figures-\(number).csv")
  }

  func expectAcknowledged(_ lines: [String], in store: HistoryStore, round: Int) throws {
    let totals = Set(try store.revisions(of: "total").compactMap { $0.observation.value?.whole })
    let papers = Set(try store.publishedPapers().map(\.sha256))
    let imports = try store.log().filter {
      $0.entry.reason == "round \(round)" && $0.entry.command.hasPrefix("import")
    }
    for line in lines where line.hasPrefix("All looked after children, January 2021") {
      let words = line.split(separator: ":").last?.split(separator: ",").first ?? ""
      let value = try #require(Int(words.filter(\.isNumber)))
      #expect(totals.contains(value), "round \(round): \(line)")
    }
    let cases = Set(try store.history().cases.cases.map(\.child))
    for line in lines where line.contains(", SGO: opened") {
      #expect(cases.contains(String(line.prefix { $0 != "," })), "round \(round): \(line)")
    }
    for line in lines where line.hasPrefix("Published") {
      let hash = line.split(separator: " ").last.map { $0.filter(\.isHexDigit) } ?? ""
      #expect(papers.contains(hash), "round \(round): \(line)")
    }
    #expect(imports.count >= lines.count { $0.hasPrefix("Recorded 240 figures") })
  }
}

import Foundation
import Testing

@Suite("lac init") struct InitTests {
  let program: Program

  init() throws { program = try Program() }

  @Test("A missing history says how to make one, and the words work")
  func missing() throws {
    let missing = try program.run("--store", "own.lac", "-c", "show")
    #expect(missing.status == 4)
    #expect(
      missing.messages
        == "There is no history at own.lac; to make one, type: lac init --store own.lac --authority"
        + " \"NAME OF YOUR COUNCIL\"\n")

    let made = try program.run("init", "--store", "own.lac", "--authority", "Herefordshire")
    #expect(made.status == 0)
    #expect(made.output.isEmpty)
    #expect(
      made.messages.hasPrefix(
        "Made own.lac, a history for Herefordshire with population estimates to mid-2024 and"
          + " comparators to 2024/25; to record the children, type: lac --store own.lac and at its"
          + " prompt: record "))
    #expect(made.messages.split(separator: "\n").count == 1)
  }

  @Test("A recorded total stands beside the comparators, and the file checks as sound")
  func compare() throws {
    _ = try program.run("init", "--store", "own.lac", "--authority", "884")
    let answer = try program.run(
      "--store", "own.lac", "-c", "set total 344 as at 30 jun 2025 basis month-end",
      "-c", "compare jun 2025", "-c", "check")
    #expect(answer.status == 0)
    #expect(answer.output.contains("(mid-2024 estimate, rebased to the 2021"))
    let words = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "are 100 per 10,000. That is 113 more than the 231 at the rate of England, 114 more than the"
          + " 230 at the rate of statistical neighbours and 48 more than the 296 at the rate of West"
          + " Midlands."))
    #expect(answer.output.contains("The file is sound"))
    #expect(!words.contains("mid-2012 before"))
  }

  @Test("Only its owner may read the file, and nothing else is left beside it")
  func permissions() throws {
    _ = try program.run("init", "--store", "own.lac", "--authority", "Dorset")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: program.folder.appendingPathComponent("own.lac").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try program.contents() == ["own.lac"])
  }

  @Test("A file that is there is left as it is")
  func exists() throws {
    let file = program.folder.appendingPathComponent("own.lac")
    try Data("mine".utf8).write(to: file)
    let refused = try program.run("init", "--store", "own.lac", "--authority", "Dorset")
    #expect(refused.status == 4)
    #expect(
      refused.messages
        == "There is already a file own.lac, and a history never replaces one; choose another name.\n"
    )
    #expect(try Data(contentsOf: file) == Data("mine".utf8))
    #expect(try program.contents() == ["own.lac"])
  }

  @Test("A folder that is not there is said in a sentence")
  func noFolder() throws {
    let refused = try program.run("init", "--store", "none/own.lac", "--authority", "Dorset")
    #expect(refused.status == 4)
    #expect(
      refused.messages
        == "The history none/own.lac cannot be made: there is no such folder. Nothing was"
        + " changed.\n")
  }

  @Test(
    "An authority that cannot be told makes no file", arguments: ["Atlantis", "Cumbria", "north"])
  func unclear(authority: String) throws {
    let refused = try program.run("init", "--store", "own.lac", "--authority", authority)
    #expect(refused.status == 2)
    #expect(refused.messages.split(separator: "\n").count == 1)
    #expect(try program.contents().isEmpty)
  }

  @Test("What is left out is named; the file may stand before the word init")
  func usage() throws {
    #expect(try program.run("init", "--store", "own.lac").status == 2)
    let noFile = try program.run("init", "--authority", "Dorset")
    #expect(noFile.status == 2)
    #expect(
      noFile.messages
        == "Name the file and the authority: lac init --store FILE --authority \"NAME OF YOUR COUNCIL\"\n"
    )
    #expect(try program.run("--store", "own.lac", "init", "--authority", "York").status == 0)
    #expect(try program.contents() == ["own.lac"])
  }

  @Test("Help says what the file will hold")
  func help() throws {
    let help = try program.run("init", "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("lac init --store <file> --authority <name>"))
    #expect(help.output.contains("statistical neighbours"))
    #expect(try program.run("--help").output.contains("init"))
  }

  @Test("Without a word of its own, the program is what it was")
  func root() throws {
    let answer = try program.run("-c", "compare oct 2020")
    #expect(answer.status == 0)
    #expect(answer.output.contains("336 children of 36,103"))
    #expect(try program.run("frobnicate").status == 2)
  }
}

@testable import Console
import Documents
import FileAccess
import HistoryFiles
import LookedAfter
import PromptSession
import SampleHistory
import TestSupport
import Testing

/// The README is what a newcomer follows, so what it prints has to be true.
@Suite struct ReadmeTests {
  @Test("The library's example gives what the council printed")
  func exampleRuns() throws {
    let lines = try octoberUpdate().split(separator: "\n")
    #expect(
      lines.first == "336 children, 93 per 10,000, 10 in no cohort (net), 13 checks to look at")
    #expect(lines.dropFirst().first == "# Looked after Children reduction update, October 2020")
  }

  @Test("The example in the README is the one that is run")
  func exampleIsPrinted() throws {
    let printed = try #require(try Readme().blocks("example").first)
    #expect(
      try printed.joined(separator: "\n") + "\n" == text("Tests/ReadmeTests/LibraryExample.swift"))
  }

  @Test("Both commands of the README install the same packages")
  func commandsAgree() throws {
    let installs = try Readme().lines.filter { $0.contains("apt-get install") }
      .compactMap { line in line.firstRange(of: "&& swift").map { line[..<$0.lowerBound] } }
    #expect(installs.count == 2)
    #expect(Set(installs).count == 1)
  }

  @Test("The lines to try answer, one after the other")
  func lines() throws {
    let block = try #require(try Readme().blocks("lines sample").first)
    let prompt = try Prompt()
    for text in block {
      let line = try #require(text.firstRange(of: "  ").map { String(text[..<$0.lowerBound]) })
      let reply = try #require(try prompt.console.respond(to: prompt.folder.moved(line)), "\(line)")
      #expect(reply.document?.blocks.isEmpty == false || reply.message != nil, "\(line)")
    }
    #expect(block.count > 6)
  }

  @Test("Every line between backticks that begins with a command is understood")
  func codeInText() throws {
    let names = Set(try Prompt().console.commands.flatMap { [$0.name] + $0.aliases })
    let lines = try Readme().codeInText.filter { code in
      let words = code.split(separator: " ")
      // What is a name and nothing else, such as `import history`, is no line.
      return words.first.map { names.contains(String($0)) || code.hasPrefix("import ") } == true
        && words.count > 1 && !names.contains(words.joined(separator: "-"))
    }
    #expect(lines.count > 20)
    for line in lines {
      let prompt = try Prompt()
      do {
        _ = try prompt.console.respond(to: prompt.folder.moved(line))
      } catch let error as GrammarError {
        Issue.record("`\(line)`: \(error)")
      } catch {
        // Understood; what it asks for may not be there.
      }
    }
  }

  @Test("The tutorial's function makes a Word file of the returns that come with the program")
  func tutorialRuns() throws {
    let month = try #require(Month(iso: "2025-03"))
    let sample = try SampleHistories.shipped().find("marchshire")
    let folder = try #require(try sample.returnsFolder())
    let file = try wordFile(fromReturns: folder, of: "Kent", month: month)
    // A Word file is a zip.
    #expect(file.starts(with: Array("PK".utf8)))
    #expect(file.count > 10_000)
  }

  @Test("Each step of the tutorial is the beginning of that function, and the last is all of it")
  func tutorialIsPrinted() throws {
    let whole = try text("Tests/ReadmeTests/ReturnsToWord.swift")
    let steps = try (1...4).map {
      try text("Sources/Reports/Reports.docc/Tutorials/Resources/ReturnsToWord-\($0).swift")
    }
    for (step, next) in zip(steps, steps.dropFirst()) {
      // Without the brace that ends it.
      #expect(whole.hasPrefix(step.dropLast(2)))
      #expect(step.count < next.count)
    }
    #expect(steps.last == whole)
  }

  @Test("The cohort and the measure of the README can be added as they stand")
  func rowsAreRead() throws {
    let readme = try Readme()
    func file(_ name: String, with block: String) throws -> HistoryFolder.File {
      let file = try SampleHistory.file(name)
      let rows = try #require(readme.blocks(block).first).map { $0 + "\n" }.joined()
      return HistoryFolder.File(name: name, bytes: file.bytes + Array(rows.utf8))
    }
    let history = try HistoryFolder(
      cohorts: file("scheme/cohorts.csv", with: "cohort"),
      measures: file("scheme/measures.csv", with: "measure"), files: SampleHistory.files()
    ).history
    #expect(history.scheme.cohorts.count == 12)
    #expect(history.scheme.cohorts.last?.name == "In kinship care")
    #expect(history.catalogue["dental_checks"]?.name == "Had a dental check in the year")
  }

  @Test("The command and the renderer of the README are those that are compiled here")
  func codeIsPrinted() throws {
    let readme = try Readme()
    func block(_ name: String) throws -> String {
      try #require(readme.blocks(name).first).map { $0 + "\n" }.joined()
    }
    #expect(
      try text("Tests/ReadmeTests/LengthCommand.swift")
        == "@testable import Console\n" + block("command"))
    #expect(LengthCommand.command.usage == "length")
    #expect(
      try text("Tests/ReadmeTests/OutlineRenderer.swift")
        == "import Documents\n\n" + block("renderer"))
    let document = Document(
      title: "Where the children stand",
      blocks: [.paragraph("336 children."), .heading(level: 1, text: "Cohorts")])
    #expect(
      OutlineRenderer().rendered(document) == .text("Where the children stand\nCohorts\n"))
  }

  private func text(_ name: String) throws -> String { try PackageFile.text(name) }
}

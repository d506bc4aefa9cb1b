import FileAccess
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
    #expect(
      try block(after: "<!-- example -->") == file(beside: "LibraryExample.swift").trimmedEnd)
  }

  @Test("Both commands of the README install the same packages")
  func commandsAgree() throws {
    let readme = try file(beside: "../../README.md")
    let installs = readme.split(separator: "\n").filter { $0.contains("apt-get install") }
      .map { $0.prefix(while: { $0 != "\n" }).components(upTo: "&& swift") }
    #expect(installs.count == 2)
    #expect(Set(installs).count == 1)
  }

  private func block(after marker: String) throws -> String {
    var lines = try file(beside: "../../README.md")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == marker })
    lines.removeFirst(start + 2)
    return lines.prefix { $0 != "```" }.joined(separator: "\n")
  }

  private func file(beside name: String) throws -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return String(decoding: try WholeFile.read("/\(folder)/\(name)"), as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}

extension Substring {
  /// The text before a mark.
  fileprivate func components(upTo mark: String) -> String {
    var kept = ""
    for character in self {
      kept.append(character)
      if kept.hasSuffix(mark) { return String(kept.dropLast(mark.count)) }
    }
    return kept
  }
}

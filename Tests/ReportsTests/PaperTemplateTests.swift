import CSV
import Documents
import LookedAfter
import Testing

@testable import Reports

/// Templates: the shape of a paper as a file that an officer edits.
@Suite("A template") struct PaperTemplateTests {
  private func template(_ lines: String...) throws(CSVError) -> PaperTemplate {
    try PaperTemplate(
      bytes: Array((["kind,id,heading,text"] + lines).joined(separator: "\n").utf8), file: "own.csv"
    )
  }

  @Test("for the update that comes with the program gives the update itself")
  func shippedUpdate() throws {
    let papers = try ShippedPapers()
    let plain = try MonthlyUpdate.document(papers.history, month: papers.october)
    let shaped = try MonthlyUpdate.document(
      papers.history, month: papers.october, template: ShippedPapers.template(.update))
    #expect(shaped == plain)
  }

  @Test("of one's own sets title, headings, order and standing text")
  func own() throws {
    let papers = try ShippedPapers()
    let own = try template(
      "title,,,Children in care of {authority}", "section,,Key figures,",
      "text,,,As counted for {month}.", "figures,kinship,Kinship,", "slot,wider,Wider picture,")
    let document = try MonthlyUpdate.document(
      papers.history, month: papers.october, template: own)
    #expect(document.title == "Children in care of Herefordshire")
    #expect(
      document.blocks.prefix(3) == [
        .heading(level: 1, text: "Key figures"), .paragraph("As counted for October 2020."),
        .heading(level: 2, text: "Kinship"),
      ])
    #expect(document.pageMark == "Draft: one part is still to be written")
  }

  @Test("that cannot be taken is refused with its place and what to do")
  func refusals() throws {
    let problem = { (lines: [String]) -> String in
      do {
        _ = try PaperTemplate(
          bytes: Array((["kind,id,heading,text"] + lines).joined(separator: "\n").utf8),
          file: "own.csv")
        return ""
      } catch { return "\(error)" }
    }
    #expect(
      problem(["title,,,T", "chapter,,X,"])
        == "own.csv, line 3, column 1: the kind \"chapter\" is not"
        + " known; it must be title, logo, header, section, text, slot or figures.")
    #expect(
      problem(["title,,,T", "figures,weather,,"]).contains("there is no part \"weather\"; there"))
    #expect(problem(["section,,X,"]) == "own.csv, line 1: there is no line of kind title.")
    #expect(problem(["title,,,T"]) == "own.csv, line 1: the paper has no parts.")
    #expect(
      problem(["title,,,T", "slot,a,,", "slot,a,,"]).contains("the id \"a\" is there twice"))
    #expect(problem(["title,,,T", "slot,A b,,"]).contains("lower-case letters"))
    #expect(
      problem(["title,,,T", "text,,Broken,Figures {bogus}"])
        == "own.csv, line 3, column 14: nothing fills in {bogus}; there are {authority}, {month} and"
        + " {meeting}.")
    #expect(
      problem(["title,,,T", "logo,,Arms,arms.png"]).contains(
        "arms.png is no picture of PNG or JPEG"))
  }

  @Test("with a logo puts it at the head of the paper, with the words for it")
  func logo() throws {
    // One pixel.
    let picture =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    let papers = try ShippedPapers()
    let own = try PaperTemplate(
      bytes: Array(
        "kind,id,heading,text\ntitle,,,T\nlogo,,Arms of the council,arms.png\nsection,,S,\n".utf8),
      file: "own.csv", picture: { $0 == "arms.png" ? Base64.bytes(picture) : nil })
    let document = try MonthlyUpdate.document(papers.history, month: papers.october, template: own)
    #expect(document.logo?.width == 1 && document.logo?.form == .png)
    let page = HTMLRenderer().render(document)
    #expect(
      page.contains("<img src=\"data:image/png;base64,\(picture)\" alt=\"Arms of the council\""))
    #expect(page.contains("img-src data:"))
    let word = WordRenderer().render(document)
    #expect(String(decoding: word, as: UTF8.self).contains("word/media/logo.png"))
    #expect(Logo(uri: document.logo?.uri ?? "", words: "Arms of the council") == document.logo)
  }

  @Test("names every part that the program writes")
  func everyPart() throws {
    let used = try PaperTemplate.Paper.allCases.flatMap {
      try ShippedPapers.template($0).pieces
    }.compactMap { piece -> String? in
      if case .figures(let id) = piece { return id }
      return nil
    }
    #expect(Set(used) == Set(PaperParts.names))
  }
}

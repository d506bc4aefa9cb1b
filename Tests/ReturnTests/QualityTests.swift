import Documents
import TestSupport
import Testing

@Suite("What was found in 903 returns")
struct QualityTests {
  @Test("gives every row of a rule to a file or a program, and the first hundred to a page")
  func allRows() throws {
    let prompt = try ReturnPrompt()
    let rows = (1...127).map { "\($0),03/05/2022,S,C2,N1,U6,XX9,,\n" }.joined()
    let path = try prompt.folder.write(
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n" + rows, to: "Episodes.csv")
    try prompt.type("import 903 \"\(path)\"")
    for (form, count) in [("", 100), (" --format csv", 127), (" --format json", 127)] {
      #expect(
        try prompt.console.table("finding-rows", "quality provider-code\(form)").rows.count == count
      )
    }
  }

  @Test("lists the plan file that was named with its plans")
  func planFileNamed() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let rows = try prompt.console.table("files", "quality").rows.map { $0.cells.map(\.value) }
      .filter { $0.first == .text("Plans.csv") }
    #expect(rows.count == 1)
    #expect(rows.first?[1] == .text("Plans"))
    #expect(rows.first?[3] == .number(mantissa: 296, decimals: 0))
    #expect(try !prompt.type("quality").contains("is read when it is named"))
  }
}

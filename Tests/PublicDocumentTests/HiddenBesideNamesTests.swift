import Disclosure
import Documents
import HistoryFiles
import LookedAfter
import ShippedData
import Testing

@testable import Reports

/// The forms of public papers, searched as a reader would who looks for what is hidden.
@Suite("No form of a public paper has a hidden number beside its name")
struct HiddenBesideNamesTests {
  /// A number that a paper hides, what it is called, and the numbers that the same count has elsewhere.
  struct Secret {
    let name: String
    let value: Int
    let shown: Set<Int>
  }

  static let months = ["2020-08", "2020-09", "2020-10"].compactMap(Month.init(iso:))

  @Test("The updates of Herefordshire", arguments: months)
  func updates(month: Month) throws {
    let history = try HistoryFolder.sample(named: "herefordshire").history
    let paper = try PublicPaper(history, month: month, before: []) { history, pass in
      try pass(try MonthlyUpdate.document(history, month: month))
    }
    try search(paper, history)
  }

  @Test("The briefing of Herefordshire, after an update went out and before")
  func briefings() throws {
    let history = try HistoryFolder.sample(named: "herefordshire").history
    let october = try #require(Month(iso: "2020-10"))
    let update = try PublicPaper(history, month: october, before: []) { history, pass in
      try pass(try MonthlyUpdate.document(history, month: october))
    }
    let template = try ShippedData.read("templates/briefing.csv")
    let shape = try PaperTemplate(bytes: template.bytes, file: template.path)
    let glossary = try ShippedData.read("templates/glossary.csv")
    let terms = try Glossary(bytes: glossary.bytes, file: glossary.path)
    let meeting = try #require(CivilDate(iso: "2020-12-01"))
    for before in [[], update.published] {
      let paper = try PublicPaper(history, month: october, before: before) { history, pass in
        var paper = try ScrutinyBriefing(history, meeting: meeting)
        paper.disclosure = pass
        return try paper.document(template: shape, glossary: terms)
      }
      try search(paper, history)
    }
  }

  @Test("The search finds what an internal paper tells, in every form")
  func hasTeeth() throws {
    let history = try HistoryFolder.sample(named: "herefordshire").history
    let october = try #require(Month(iso: "2020-10"))
    let open = try MonthlyUpdate.document(history, month: october)
    let secret = Secret(name: "unaccompanied asylum-seeking children", value: 2, shown: [])
    for format in OutputFormat.allCases {
      #expect(Self.tells(Self.lines(of: open, format), secret) != nil, "\(format)")
    }
  }

  private func search(_ paper: PublicPaper, _ history: History) throws {
    let secrets = Self.secrets(of: paper, history)
    #expect(secrets.count > 2)
    for format in OutputFormat.allCases {
      let lines = Self.lines(of: paper.document, format)
      for secret in secrets {
        if let line = Self.tells(lines, secret) {
          Issue.record("\(format) tells \(secret.name), \(secret.value): \(line)")
        }
      }
    }
  }

  private static func secrets(of paper: PublicPaper, _ history: History) -> [Secret] {
    let known = Dictionary(history.counts().map { ($0.figureID.text, $0) }) { first, _ in first }
    var shown: [MeasureID: Set<Int>] = [:]
    for figure in paper.published {
      if let value = figure.value, let measure = known[figure.figure]?.measure {
        shown[measure, default: []].insert(value)
      }
    }
    return paper.published.filter { $0.value == nil }.compactMap { figure in
      guard let observation = known[figure.figure], let value = observation.count?.value,
        let name = history.catalogue[observation.measure]?.name
      else { return nil }
      return Secret(
        name: name.lowercased(), value: value, shown: shown[observation.measure] ?? [])
    }
  }

  /// The rows and sentences of a form, without its marks.
  private static func lines(of document: Document, _ format: OutputFormat) -> [String] {
    // As text each row is one line only where nothing is drawn.
    var text =
      format == .text
      ? TextRenderer(style: .init(plain: true)).render(document)
      : String(decoding: document.rendered(as: format, isFile: true).bytes, as: UTF8.self)
    text = text.lowercased()
    for end in ["</tr>", "</w:tr>", "</p>", "</h1>", "</h2>", "</text>", "],[", "]]"] {
      text = text.split(separator: end, omittingEmptySubsequences: false).joined(separator: "\n")
    }
    var plain = ""
    var isMark = false
    for character in text {
      switch character {
      case "<": isMark = true
      case ">": (isMark, plain) = (false, plain + " ")
      case _ where !isMark: plain.append(character)
      default: break
      }
    }
    return plain.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The line that has the number soon after the name, in digits or in words.
  private static func tells(_ lines: [String], _ secret: Secret) -> String? {
    guard !secret.shown.contains(secret.value) else { return nil }
    return lines.first { line in
      guard let place = line.firstRange(of: secret.name) else { return false }
      // Whole words only, and not the names of cells in a chart's sheet.
      let after = line[place.upperBound...].split(separator: " ").prefix(7).filter {
        !$0.contains("$")
      }
      return NumbersInText.numerals(in: after.joined(separator: " ")).contains { numeral in
        NumbersInText.value(of: numeral).map { $0.decimals == 0 && $0.mantissa == secret.value }
          ?? false
      }
    }
  }
}

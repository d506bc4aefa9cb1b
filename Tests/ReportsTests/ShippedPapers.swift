import HistoryFiles
import LookedAfter
import Reports
import ShippedData
import Testing

/// The sample history and what papers are made with, for tests.
struct ShippedPapers {
  let history: History
  let october: Month

  init(adding observations: [Observation] = []) throws {
    history = try HistoryFolder.sample(named: "herefordshire").history.adding(observations)
    october = try #require(Month(iso: "2020-10"))
  }

  static func template(_ paper: PaperTemplate.Paper) throws -> PaperTemplate {
    let file = try ShippedData.read("templates/\(paper.rawValue).csv")
    return try PaperTemplate(bytes: file.bytes, file: file.path)
  }

  static func glossary() throws -> Glossary {
    let file = try ShippedData.read("templates/glossary.csv")
    return try Glossary(bytes: file.bytes, file: file.path)
  }

  static func questions() throws -> [StandingQuestion] { try standingQuestions().questions }

  static func standingQuestions() throws -> StandingQuestions {
    let meanings = try ShippedData.read("questions/meanings.csv")
    let file = try ShippedData.read("questions/questions.csv")
    return try StandingQuestions(
      bytes: file.bytes, file: file.path,
      meanings: QuestionMeanings(bytes: meanings.bytes, file: meanings.path))
  }

  /// A text that a person wrote, as it is recorded.
  static func text(
    _ measure: MeasureID, _ detail: String, _ text: String?, _ period: Period
  ) -> Observation {
    Observation(
      measure: measure, period: period, detail: detail, value: nil, text: text,
      provenance: Provenance(source: nil, recordedAt: "2020-11-20T09:00:00Z"))
  }
}

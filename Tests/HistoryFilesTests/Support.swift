import CSV
import HistoryFiles
import LookedAfter
import Testing

/// The header line of a file of cohorts.
let cohortHeader = SchemeFile.cohortColumns.joined(separator: ",") + "\n"

/// A scheme of the total and two cohorts.
let smallScheme =
  cohortHeader + """
    total,All looked after children,All,,by a safe route,lower_is_better,,,
    sgo_plan,Plan for special guardianship,SGO plan,leave,an SGO,depends_on_cause,,sgo,
    uasc,Unaccompanied children,UASC,stay,turns 18,context,,,

    """

/// A catalogue of a few measures of different kinds.
let smallCatalogue = """
  id,name,phrase,kind,unit
  started,Became looked after,,flow,children
  planned.sgo,SGO applications planned,,plan,applications
  stability,Long-term stability,,reference,percent
  setting.baseline_month,Baseline month,,setting,

  """

/// One paper.
let smallSources = """
  id,short_title,title,date,recorded_on
  update,monthly update,Reduction update,2020-11-02,2020-11-02

  """

/// The columns of a file of figures that the tests fill in.
let figureHeader = "date,measure,value,basis,assessing,as_at,detail,text,source\n"

extension HistoryFolder.File {
  init(_ name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// A folder of files made from text.
func folder(
  cohorts: String = smallScheme, measures: String = smallCatalogue,
  sources: String = smallSources, figures: String = figureHeader
) throws(CSVError) -> HistoryFolder {
  try HistoryFolder(
    cohorts: .init("cohorts.csv", cohorts), measures: .init("measures.csv", measures),
    files: [
      .init("authority.csv", "name,code\nSomewhere,E06999999\n"),
      .init("figures.csv", figures), .init("sources.csv", sources),
    ])
}

/// The sentence with which files are refused.
func refusal(
  of body: () throws -> HistoryFolder, sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  "\(try #require(throws: CSVError.self, sourceLocation: sourceLocation) { _ = try body() })"
}

/// The sentence with which a line of figures is refused.
func refusal(
  ofLine line: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  try refusal(of: { try folder(figures: figureHeader + line) }, sourceLocation: sourceLocation)
}

import CSV
import Comparators
import LookedAfter
import PublishedRows
import Testing

@Suite("Importing the department's open data") struct OpenDataTests {
  let directory: ComparatorDirectory

  init() throws { directory = try ComparatorDirectory.shipped() }

  /// A publication of November 2026 that amends 2025 and adds 2026.
  static let file = OpenData.file([
    OpenData.england(2026, 80_990, 66, 12_200_000),
    OpenData.region(2026, "E12000005", "West Midlands", 11_300, 84, 1_345_000),
    OpenData.herefordshire(2026, "330", "96", "34400"),
    OpenData.herefordshire(2026, "70", "20", "34400", counted: OpenData.starting),
    OpenData.herefordshire(2026, "84", "24", "34400", counted: OpenData.ceasing),
    OpenData.authority(2026, "201", "City of London", "E09000001", "E13000001", "c", "c", "850"),
    OpenData.authority(2026, "893", "Shropshire", "E06000051", "E12000005", "low", "k", "u"),
    OpenData.authority(2026, "909", "Cumbria", "E10000006", "E12000002", "z", "z", "z"),
    OpenData.herefordshire(2025, "345", "100", "34439"),
    OpenData.england(2025, 81_770, 67, 12_183_016),
  ])

  @Test("The newest figures are those of the file; what it does not hold stays as it was")
  func overlay() throws {
    let preview = try preview(Self.file)
    let after = try ComparatorDirectory.shipped(imported: [preview.edition])
    #expect(after.years.last == 2026)
    let herefordshire = try #require(
      try after.figure(of: .authority("884"), year: 2026, edition: .newest).figure)
    #expect(herefordshire.count == .printed(330))
    #expect(herefordshire.rate == .printed(96))
    #expect(herefordshire.publication.source.title.hasSuffix("reporting year 2026, November 2026"))
    #expect(herefordshire.isOfItsOwnYear)
    #expect(
      try after.figure(of: .authority("884"), .started, year: 2026, edition: .newest).figure?.count
        == .printed(70))
    #expect(
      try after.figure(of: .region("West Midlands"), year: 2026, edition: .asPublished).rate == 84)
    #expect(try after.figure(of: .authority("891"), year: 2026, edition: .newest) == .notListed)
    #expect(try after.figure(of: .authority("891"), year: 2025, edition: .newest).rate == 53)
    let shropshire = try after.figure(of: .authority("893"), year: 2026, edition: .newest).figure
    #expect(shropshire?.count == .missing(.roundsToZero))
    #expect(shropshire?.population == .missing(.unreliable))
  }

  @Test("An amended year keeps what was published first and what was known before")
  func amended() throws {
    let after = try ComparatorDirectory.shipped(imported: [try preview(Self.file).edition])
    let herefordshire = Area.authority("884")
    #expect(try after.revisions(of: herefordshire, year: 2025).map(\.count.value) == [344, 345])
    let before = try #require(CivilDate(iso: "2026-11-18"))
    let counts = try [FigureEdition.asPublished, .known(on: before), .newest].map {
      try after.figure(of: herefordshire, year: 2025, edition: $0).figure?.count.value
    }
    #expect(counts == [344, 344, 345])
    // England is as it was, so the file only shows that it still holds.
    let england = try after.revisions(of: .england, year: 2025)
    #expect(england.map(\.publication.id) == ["dfe-2025"])
    #expect(england.last?.lastPublication.reportingYear == 2026)
  }

  @Test("The preview counts what is new, changed and the same, and shows each change")
  func previewed() throws {
    let preview = try preview(Self.file)
    let lines = preview.lines.map { "\($0.measure) \($0.year): \($0.new) \($0.changed) \($0.same)" }
    #expect(
      lines == [
        "lookedAfter 2026: 5 0 0", "lookedAfter 2025: 0 1 1", "started 2026: 1 0 0",
        "ceased 2026: 1 0 0",
      ])
    #expect(preview.changes.map(\.old.count.value) == [344])
    #expect(preview.changes.map(\.new.count.value) == [345])
    #expect(
      preview.warnings == [
        "The file holds 1 of the 153 authorities of 2025; the others keep the figures they have.",
        "The file holds 3 of the 153 authorities of 2026; the others keep the figures they have.",
      ])
  }

  @Test("What was imported, written down and read back is the same, to the last figure")
  func roundTrip() throws {
    let edition = try preview(Self.file).edition
    let again = try ImportedEdition(files: edition.files, name: "store")
    #expect(again.files == edition.files)
    #expect(again.allFigures == edition.allFigures)
    #expect(again.publication.source.title == edition.publication.source.title)
    let twice = try ComparatorDirectory.shipped(imported: [again]).preview(
      OpenDataFile(bytes: Array(Self.file.utf8), file: "open.csv"),
      publishedOn: #require(CivilDate(iso: "2026-11-19")))
    #expect(twice.lines.allSatisfy { $0.new == 0 && $0.changed == 0 })
  }

  @Test("An authority that no one knew is new from its first year on, and said to be")
  func newAuthority() throws {
    let preview = try preview(
      OpenData.file([
        OpenData.authority(2027, "944", "East Surrey", "E06000067", "E12000008", "z", "z", "z"),
        OpenData.authority(
          2028, "944", "East Surrey", "E06000067", "E12000008", "400", "38", "105000"),
      ]))
    #expect(
      preview.warnings == [
        "East Surrey (944) is not in the list of authorities; it is taken as new from 1 April 2027"
          + " on and has no statistical neighbours.",
        "The file holds 0 of the 153 authorities of 2027; the others keep the figures they have.",
        "The file holds 1 of the 154 authorities of 2028; the others keep the figures they have.",
      ])
    let after = try ComparatorDirectory.shipped(imported: [preview.edition])
    #expect(try after.authorities.find("east surrey").code == "944")
    #expect(try after.figure(of: .authority("944"), year: 2028, edition: .newest).rate == 38)
    #expect(
      try after.figure(of: .authority("944"), year: 2027, edition: .newest)
        == .notBegun(firstDay: #require(CivilDate(iso: "2027-04-01")), predecessors: []))
  }

  @Test("A rate that is not children over population, a count above it, and a sum that is off")
  func warnings() throws {
    let preview = try preview(
      OpenData.file([
        OpenData.england(2026, 500, 100, 50_000),
        OpenData.herefordshire(2026, "330", "90", "34400"),
        OpenData.authority(
          2026, "893", "Shropshire", "E06000051", "E12000005", "200", "20000", "100"),
      ]))
    #expect(
      preview.warnings == [
        "Line 3: 330 children of 34400 are not 90 per 10,000.",
        "Line 4: 200 children are more than the population of 100.",
        "The file holds 2 of the 153 authorities of 2026; the others keep the figures they have.",
      ])
  }

  @Test("A byte-order mark, CRLF, quotation marks and decimals are read")
  func layouts() throws {
    let text =
      "\u{FEFF}" + OpenData.header + "\r\n"
      + "202526,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,884,"
      + "\"Herefordshire, County of\",E06000019,\(OpenData.lookedAfter),\"34,400\",330,95.93\r\n"
    let file = try OpenDataFile(bytes: Array(text.utf8), file: "open.csv")
    #expect(file.newestYear == 2026)
    #expect(file.rows.map(\.rate) == [.printed(96)])
    #expect(file.rows.map(\.population) == [.printed(34_400)])
  }

  @Test(
    "What cannot be right is refused with its place",
    arguments: [
      ("time_period", "20xx", "the time_period \"20xx\" is not a year, such as 2025"),
      (
        "geographic_level", "Ward",
        "the level \"Ward\" is none of National, Regional and Local authority"
      ),
      ("old_la_code", "88", "the code \"88\" is not one of three digits"),
      ("region_code", "W1", "\"W1\" is not the code of a region, such as E12000005"),
      (
        "population_count", "Adopted",
        "\"Adopted\" does not say whether children looked after at 31 March, starting or ceasing to"
          + " be looked after are counted"
      ),
      (
        "number", "many",
        "\"many\" is neither a whole number nor one of the symbols c, z, x, k, low, u"
      ),
      (
        "rate_per_10000", "-4",
        "\"-4\" is neither a whole number nor one of the symbols c, z, x, k, low, u"
      ),
    ])
  func refused(column: String, value: String, problem: String) throws {
    let index = try #require(OpenData.header.split(separator: ",").firstIndex { $0 == column })
    var cells = OpenData.herefordshire(2026, "330", "96", "34400")
    cells[index] = value
    let text = OpenData.file([OpenData.england(2026, 80_990, 66, 12_200_000), cells])
    let error = try #require(throws: CSVError.self) {
      try OpenDataFile(bytes: Array(text.utf8), file: "open.csv")
    }
    #expect(error.problem == problem)
    #expect(error.line == 3)
    #expect(error.column == cells[..<index].reduce(1) { $0 + $1.utf8.count + 1 })
  }

  @Test("A file of something else, a place given twice and a file without lines are refused")
  func wrongFile() throws {
    let other = "a,b\n1,2\n"
    let twice = OpenData.file([
      OpenData.herefordshire(2026, "330", "96", "34400"),
      OpenData.herefordshire(2026, "331", "96", "34400"),
    ])
    let problems = try [other, twice, OpenData.header + "\n", ""].map { text in
      try #require(throws: CSVError.self) {
        try OpenDataFile(bytes: Array(text.utf8), file: "open.csv")
      }.problem
    }
    #expect(problems[0] == "the column \"time_period\" is missing from the header line")
    #expect(problems[1] == "884 is there twice for 2026")
    #expect(problems[2] == "there is no line below the column names")
    #expect(problems[3].hasPrefix("the file is empty"))
  }

  @Test("The whole of 2025 in the department's layout changes nothing; a sum that is off is said")
  func whole2025() throws {
    var lines: [[String]] = []
    let all = try #require(try directory.allAuthorities(year: 2025, edition: .newest))
    let codes = Dictionary(
      uniqueKeysWithValues: RegionCodes.all.map { ($0.name, $0.code) })
    for member in all.members {
      let figure = try #require(member.outcome.figure)
      let region = try #require(codes[member.authority.region])
      lines.append(
        OpenData.authority(
          2025, member.authority.code, "\"\(member.authority.name)\"", member.authority.gssCode,
          region, cell(figure.count), cell(figure.rate), cell(figure.population)))
    }
    let off = try preview(
      OpenData.file(lines + [OpenData.england(2025, 81_670, 67, 12_183_016)]))
    #expect(
      off.warnings == [
        "The authorities of 2025 add up to 81766 children, 1 held back, and England has 81670."
      ])
    lines.append(OpenData.england(2025, 81_770, 67, 12_183_016))
    let preview = try preview(OpenData.file(lines))
    #expect(preview.lines.map(\.same) == [154])
    #expect(preview.lines.map(\.new) == [0])
    #expect(preview.changes.isEmpty)
    #expect(preview.warnings.isEmpty)
  }

  private func cell(_ number: PublishedNumber) -> String {
    number.value.map(String.init) ?? number.reason?.symbol ?? ""
  }

  private func preview(_ text: String) throws -> ImportPreview {
    try directory.preview(
      OpenDataFile(bytes: Array(text.utf8), file: "open.csv"),
      publishedOn: #require(CivilDate(iso: "2026-11-19")))
  }
}

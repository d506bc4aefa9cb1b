import Comparators
import Documents
import Indicators
import LookedAfter
import PromptSession
import PublishedRows
import Testing

/// `compare for AUTHORITY YEAR`, for every authority, against the rows of the shipped files.
@Suite("Any English authority, as published") struct CompareForTests {
  let prompt: Prompt
  let directory: ComparatorDirectory

  init() throws {
    prompt = try Prompt(beginning: .empty())
    directory = try ComparatorDirectory.shipped()
  }

  @Test(
    "Number, population, rate, interval, needed, gap, and the means of the groups",
    arguments: [
      (2025, "dfe-2025", "2025-05", "2025-11-30", 153),
      (2019, "dfe-2019", "2021-04", "2019-12-31", 152),
    ])
  func everyAuthority(
    year: Int, publication: String, model: String, day: String, authorities: Int
  ) throws {
    let printed = try RawRows.printed(year, in: publication)
    let neighbours = try RawRows.neighbours(model)
    let judgements = try RawRows.judgements(on: day)
    let march = try #require(CivilDate(year: year, month: 3, day: 31))
    let there = directory.authorities(on: march)
    let open = Set(directory.authorities(on: try #require(CivilDate(iso: day))).map(\.code))
    let ranks = printed.compactMapValues(\.rate).filter { Int($0.key) != nil }
    #expect(there.count == authorities)
    var withoutRate: [String] = []
    for authority in there {
      let answer = try prompt.answer(to: "compare for \(authority.code) \(year)")
      let name: Comment = "\(authority.name), \(year)"
      #expect(
        answer.title.hasPrefix("\(authority.name): rate per 10,000 on 31 March \(year)"), name)
      let row = try #require(printed[authority.code], name)
      let rates = try answer.table("rates")
      let own = try #require(rates.rows.first).cells
      #expect(own[7].number?.whole == row.count, name)
      // The rate as it was printed is what people see.
      #expect(own[4].display.flatMap { Int($0) } == row.rate ?? row.count.map { _ in 0 }, name)
      if let count = row.count, let population = row.population {
        let exact = Double(count) / Double(population) * 10_000
        #expect(abs((own[4].toFour ?? -1) - exact) < 0.0001, name)
        let (lower, upper) = (own[5].toFour ?? 0, own[6].toFour ?? 0)
        let rate = own[4].toFour ?? 0
        #expect(lower <= rate && rate < upper && (count == 0) == (lower == 0), name)
        let england = try #require(printed["England"]?.rate)
        let needed = (england * population + 5000) / 10_000
        #expect(try rates.number("england", "needed")?.whole == needed, name)
        #expect(try rates.number("england", "gap")?.whole == count - needed, name)
        let outcome = try rates.cell("england", "outcome").value
        let isHigher = lower > Double(england)
        let isLower = upper < Double(england)
        #expect(
          isHigher
            ? [.text("higher"), .text("much higher")].contains(outcome)
            : isLower
              ? [.text("lower"), .text("much lower")].contains(outcome)
              : outcome == .text("similar"), name)
        // The Isles of Scilly of 2019 have no child and no printed rate, so no place either.
        if let own = row.rate {
          #expect(answer.sentences.contains(place(own, among: Array(ranks.values))), name)
          let alike = ranks.keys.count { code in
            guard code != authority.code, let other = printed[code], let count = other.count,
              let people = other.population,
              let interval = RateInterval(children: count, population: people)
            else { return false }
            return interval.lower <= upper + 0.0001 && lower <= interval.upper + 0.0001
          }
          #expect(
            answer.sentences.contains(
              alike == 0
                ? "overlaps with that of no other, so the place is sure."
                : "With \(inWords(alike)) \(alike == 1 ? "other" : "others") the intervals overlap"),
            name)
        } else {
          #expect(!answer.sentences.contains("highest of"), name)
          #expect(answer.sentences.contains("worked out from these it is"), name)
        }
      } else {
        withoutRate.append(authority.name)
        #expect(own[5].value == .missing, name)
        #expect(try rates.number("england", "gap") == nil, name)
      }
      let own10 = neighbours[authority.code] ?? []
      let good = own10.filter {
        open.contains($0) && ["Good", "Outstanding"].contains(judgements[$0])
      }
      let groups = try answer.table("group")
      for (id, codes) in [
        ("statistical_neighbours", own10), ("good_neighbours", good),
        ("ofsted_good", open.filter { judgements[$0] == "Good" }),
        ("ofsted_outstanding", open.filter { judgements[$0] == "Outstanding" }),
      ] as [(String, [String])] {
        let values = codes.compactMap { printed[$0]?.rate }
        if values.isEmpty {
          #expect(try !groups.words("group").contains(id), name)
          continue
        }
        #expect(try groups.number(id, "members")?.whole == codes.count, name)
        #expect(try groups.number(id, "with_value")?.whole == values.count, name)
        guard values.count >= 3 else {
          #expect(try groups.number(id, "mean") == nil, name)
          continue
        }
        let mean = Double(values.reduce(0, +)) / Double(values.count)
        #expect(try groups.cell(id, "mean").toFour == (mean * 10_000).rounded() / 10_000, name)
        #expect(try groups.cell(id, "median").toFour == median(values), name)
        let known = codes.compactMap { code -> (Int, Int)? in
          guard let count = printed[code]?.count, let people = printed[code]?.population else {
            return nil
          }
          return (count, people)
        }
        let pooled =
          Double(known.reduce(0) { $0 + $1.0 }) / Double(known.reduce(0) { $0 + $1.1 }) * 10_000
        #expect(abs((try groups.cell(id, "pooled").toFour ?? -1) - pooled) < 0.0001, name)
        // The comparator is the mean at one decimal, and is explained by every member with a rate.
        let rate = try rates.cell(id, "rate")
        #expect(rate.toFour == (mean * 10).rounded() / 10, name)
        #expect(rate.explanation?.inputs.count { !$0.name.isEmpty } == values.count, name)
        #expect(try groups.number(id, "lowest")?.whole == values.min(), name)
        #expect(try groups.number(id, "highest")?.whole == values.max(), name)
      }
    }
    // City of London and the Isles of Scilly are held back, or printed with another authority.
    #expect(Set(withoutRate).isSubset(of: ["City of London", "Isles of Scilly"]))
  }

  /// The place of a rate among those printed, counted from the nearer end.
  private func place(_ own: Int, among rates: [Int]) -> String {
    let (above, below) = (rates.count { $0 > own }, rates.count { $0 < own })
    let (rank, order, others, word) =
      above <= below
      ? (above + 1, "highest", below, "lower") : (below + 1, "lowest", above, "higher")
    let tied = rates.count - above - below > 1 ? "equal " : ""
    let place = "\(rank == 1 ? "" : ordinal(rank) + " ")\(tied)\(order)"
    let all = others == rates.count - 1
    return "It is the \(place) of \(rates.count) authorities that have a rate: "
      + (all ? "all others are \(word)." : "\(others) of the others are \(word) (")
  }

  /// A number as a sentence has it: in words up to nine.
  private func inWords(_ number: Int) -> String {
    let words = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  private func ordinal(_ rank: Int) -> String {
    let ending =
      (11...13).contains(rank % 100)
      ? "th" : [1: "st", 2: "nd", 3: "rd"][rank % 10] ?? "th"
    return "\(rank)\(ending)"
  }

  @Test("Every authority of every year has an answer or a reason")
  func everyYear() throws {
    for year in directory.years {
      let march = try #require(CivilDate(year: year, month: 3, day: 31))
      for authority in directory.authorities(on: march).enumerated()
      where authority.offset % 12 == year % 12 {
        let answer = try prompt.answer(to: "compare for \(authority.element.code) \(year)")
        #expect(!answer.sentences.isEmpty)
      }
    }
  }

  @Test("Herefordshire 2025 beside England, the West Midlands and its groups")
  func herefordshire() throws {
    let answer = try prompt.answer(to: "compare for herefordshire 2025")
    let rates = try answer.table("rates")
    #expect(rates.rows.first?.cells[4...6].map(\.toFour) == [99.8868, 89.6087, 111.0204])
    #expect(try rates.number("england", "needed") == 231)
    #expect(try rates.number("england", "gap") == 113)
    #expect(try rates.number("england", "gap_low") == 78)
    #expect(try rates.number("england", "gap_high") == 152)
    #expect(try rates.cell("england", "outcome").value == .text("much higher"))
    #expect(try rates.number("region", "needed") == 296)
    #expect(try rates.cell("region", "outcome").value == .text("higher"))
    #expect(try rates.number("statistical_neighbours", "needed") == 230)
    let group = try answer.table("group")
    let shown = { (id: String, column: String) in try group.cell(id, column).display }
    #expect(try shown("statistical_neighbours", "mean") == "66.7")
    #expect(try shown("statistical_neighbours", "median") == "62.5")
    #expect(try shown("statistical_neighbours", "pooled") == "64.5")
    #expect(try shown("good_neighbours", "mean") == "66.5")
    #expect(try group.number("good_neighbours", "with_value") == 8)
    #expect(try shown("ofsted_good", "mean") == "69.0")
    #expect(try group.number("ofsted_good", "with_value") == 67)
    #expect(try shown("ofsted_outstanding", "mean") == "62.8")
    #expect(try group.number("ofsted_outstanding", "with_value") == 35)
    #expect(
      answer.sentences.contains("Over 2021 to 2025 the rate shows no trend that stands out from"))
    #expect(answer.sentences.contains("23rd highest of 151"))
  }

  @Test("An authority by the name that it is published under", arguments: [2025, 2019])
  func publishedNames(year: Int) throws {
    let march = try #require(CivilDate(year: year, month: 3, day: 31))
    let there = directory.authorities(on: march)
    #expect(there.contains { $0.name == "Blackburn with Darwen" })
    for authority in there {
      let line = "compare for \(authority.name) \(year)"
      #expect(
        try prompt.answer(to: line).title
          == "\(authority.name): rate per 10,000 on 31 March \(year) beside comparators",
        "\(line)")
    }
  }

  @Test("The word with may be part of a name, and a group comes after it all the same")
  func nameWithAWith() throws {
    let plain = try prompt.answer(to: "compare for blackburn with darwen 2025")
    #expect(plain.sentences.hasPrefix("375 children were looked after on 31 March 2025 of 41,804"))
    #expect(try plain == prompt.answer(to: "compare for 889 2025"))
    let england = try prompt.answer(to: "compare for blackburn 2025 with england")
    #expect(try england.table("rates").words("comparator") == ["Blackburn with Darwen", "England"])
    for line in [
      "compare for blackburn with darwen 2025 with england",
      "compare blackburn with darwen with england", "compare for blackburn with england",
    ] {
      #expect(try prompt.answer(to: line) == england, "\(line)")
    }
  }

  @Test("City of London is held back, and the answer says so")
  func cityOfLondon() throws {
    let answer = try prompt.answer(to: "compare for city of london 2025")
    #expect(
      answer.sentences.hasPrefix(
        "The number of children looked after on 31 March 2025 of 847 aged 0 to 17 (mid-2024 estimate) is"
          + " held back so that no child can be told (Children looked after in England 2025), so there is"
          + " no rate to compare."))
    #expect(try answer.table("rates").words("comparator").contains("Inner London"))
  }

  @Test("Authorities that were reorganised: those of the year, and why there is no figure")
  func reorganised() throws {
    #expect(
      try prompt.answer(to: "compare for northamptonshire 2019").title
        == "Northamptonshire: rate per 10,000 on 31 March 2019 beside comparators")
    #expect(
      try prompt.refusal(of: "compare for northamptonshire 2025").contains(
        "North Northamptonshire"))
    // Dorset of 2019 ended on 1 April; that of 2020 is another.
    #expect(
      try prompt.answer(to: "compare for dorset 2019").sentences.hasPrefix(
        "416 children were looked after on 31 March 2019 of 76,699 aged 0 to 17"))
    #expect(
      try prompt.answer(to: "compare for dorset 2025").title
        == "Dorset: rate per 10,000 on 31 March 2025 beside comparators")
    #expect(
      try prompt.answer(to: "compare for cumberland 2019").sentences.hasPrefix(
        "Cumberland has no figures for 31 March 2019 because it"))
    let poole = try prompt.answer(to: "compare for bournemouth, christchurch and poole 2020")
    #expect(poole.title.hasPrefix("Bournemouth, Christchurch and Poole"))
  }

  @Test("Figures first published for a year, and the newest of them")
  func editions() throws {
    let first = try prompt.answer(to: "compare for herefordshire 2019")
    #expect(
      first.sentences.hasPrefix(
        "333 children were looked after on 31 March 2019 of 36,103 aged 0 to 17 (mid-2018 estimate):"
          + " 92 per 10,000 (Children looked after in England 2019)."))
    #expect(first.sentences.contains("add the word newest to compare on that."))
    let newest = try prompt.answer(to: "compare for herefordshire 2019 newest")
    // 87 on the population of then is like for like 96 on that of the census of 2021.
    #expect(newest.sentences.contains(": 96 per 10,000"))
    let edition = { (answer: Document) in try answer.table("rates").words("edition") }
    #expect(try edition(first).first != edition(newest).first)
  }

  @Test("The population of a rate has its year and its edition beside it")
  func edition() throws {
    let rates = try prompt.answer(to: "compare for kent 2025").table("rates")
    #expect(
      try rates.words("edition").first
        == "mid-2024 estimate, Children looked after in England 2025")
    #expect(try rates.words("year") == ["31 March 2025"] + Array(repeating: "2024/25", count: 6))
  }
}
